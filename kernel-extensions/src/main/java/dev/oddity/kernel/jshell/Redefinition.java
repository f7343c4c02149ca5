package dev.oddity.kernel.jshell;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives loaded classes new code in place: objects made of them, and variables that hold those, live on and get the new
 * methods. Java allows it to agents only; the one here is loaded into this very process when it is first needed, so that
 * a start costs nothing. That takes {@link #JVM_OPTIONS}; without them every change is refused.
 */
public final class Redefinition {

    /** What a JVM must be started with; the second keeps newer ones from warning of it on stderr. */
    public static final List<String> JVM_OPTIONS =
            List.of("-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading");

    private static final Logger LOG = LoggerFactory.getLogger(Redefinition.class);

    private static volatile @Nullable Instrumentation instrumentation;
    private static boolean tried;

    private Redefinition() {}

    /** Called by the JVM once the agent is loaded. */
    public static void agentmain(String arguments, Instrumentation granted) {
        instrumentation = granted;
    }

    /** Whether the classes have the new code now: all of them or none. New members, for one, can't be had in place. */
    static boolean redefine(List<ClassDefinition> definitions) {
        Instrumentation agent = agent();
        if (agent == null) {
            return false;
        }
        try {
            agent.redefineClasses(definitions.toArray(ClassDefinition[]::new));
            return true;
        } catch (UnsupportedOperationException
                | UnmodifiableClassException
                | ClassNotFoundException
                | LinkageError refused) {
            return false;
        }
    }

    private static synchronized @Nullable Instrumentation agent() {
        if (!tried) {
            tried = true;
            try {
                load();
            } catch (IOException
                    | AttachNotSupportedException
                    | AgentLoadException
                    | AgentInitializationException
                    | LinkageError e) {
                LOG.debug("classes can't be changed in place", e);
            }
        }
        return instrumentation;
    }

    private static void load()
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        if (!Boolean.getBoolean("jdk.attach.allowAttachSelf")) {
            return;
        }
        Path jar = Files.createTempFile("oddity-agent", ".jar");
        try {
            writeAgent(jar);
            VirtualMachine self =
                    VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
            try {
                self.loadAgent(jar.toString());
            } finally {
                self.detach();
            }
        } finally {
            Files.delete(jar);
        }
    }

    /** A jar of nothing but a manifest: the class it names is on the class path. */
    private static void writeAgent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", Redefinition.class.getName());
        attributes.putValue("Can-Redefine-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}

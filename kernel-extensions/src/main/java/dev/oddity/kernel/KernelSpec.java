package dev.oddity.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.oddity.kernel.jshell.Redefinition;
import dev.oddity.reproducibility.WholeFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Jupyter must know to start a kernel.
 *
 * @param displayName as users read it
 * @param language as notebooks name it
 * @param arguments the command; {@code {connection_file}} stands for the file that the kernel is told by
 * @param environment variables that are set for it
 */
public record KernelSpec(String displayName, String language, List<String> arguments, Map<String, String> environment) {

    /** What notebooks call the kernel. */
    public static final String NAME = "oddity";

    static final String FILE = "kernel.json";

    private static final String CLASS_PATH = "-cp";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    // DJL loads native code, Tablesaw's class scanner uses Unsafe: newer Javas print warnings unless told that we know.
    private static final int NATIVE_ACCESS_WARNED_SINCE = 22;
    private static final int UNSAFE_WARNED_SINCE = 23;

    public KernelSpec {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * A kernel on this very Java with this very class path, both by absolute paths: it starts from any folder and
     * whatever {@code JAVA_HOME} says.
     */
    public static KernelSpec ofThisJvm() {
        return of(Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path"))
                .withSettings(FileNames.settings(
                        System.getenv(), System.getProperty("sun.jnu.encoding"), System.getProperty("os.name")));
    }

    /**
     * @param java the program
     * @param classPath its entries may be relative to this process's folder; missing ones are left out
     */
    public static KernelSpec of(Path java, String classPath) {
        List<String> arguments = new ArrayList<>();
        arguments.add(java.toString());
        if (Runtime.version().feature() >= NATIVE_ACCESS_WARNED_SINCE) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= UNSAFE_WARNED_SINCE) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        arguments.addAll(Redefinition.JVM_OPTIONS);
        arguments.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                CLASS_PATH,
                absolute(classPath),
                Main.class.getName(),
                "{connection_file}"));
        // Small networks are fastest, and give the same bits everywhere, on one thread.
        return new KernelSpec("Java (Oddity)", "java", arguments, Map.of("OMP_NUM_THREADS", "1"));
    }

    /** The same with more options for Java, behind all others: of two that contradict each other the later counts. */
    KernelSpec withOptions(List<String> options) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(more.indexOf(CLASS_PATH), options);
        return new KernelSpec(displayName, language, more, environment);
    }

    /** The same with more variables set. */
    KernelSpec withSettings(Map<String, String> settings) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(settings);
        return new KernelSpec(displayName, language, arguments, more);
    }

    /** The program that runs it. */
    String java() {
        return arguments.get(0);
    }

    /** The command with another main class in the kernel's place. */
    List<String> commandOf(Class<?> main) {
        return arguments.stream()
                .map(argument -> argument.equals(Main.class.getName()) ? main.getName() : argument)
                .toList();
    }

    /** The content of {@code kernel.json}. */
    public String toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("argv", arguments);
        fields.put("display_name", displayName);
        fields.put("language", language);
        fields.put("interrupt_mode", "message");
        fields.put("env", new TreeMap<>(environment));
        fields.put("metadata", new JsonObject());
        return GSON.toJson(fields) + "\n";
    }

    /** Writes {@code kernel.json} into a folder, made if need be; the file. */
    public Path writeTo(Path folder) {
        Path file = folder.resolve(FILE);
        WholeFile.write(file, toJson());
        return file;
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .map(Path::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(File.pathSeparator));
    }
}

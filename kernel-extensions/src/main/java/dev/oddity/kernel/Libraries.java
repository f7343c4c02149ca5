package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.maven.Maven;
import dev.oddity.kernel.maven.Repository;
import dev.oddity.kernel.maven.Unresolved;
import dev.oddity.kernel.maven.Wanted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Brings libraries from Maven repositories onto the class path. Maven's resolver is loaded when it is first needed. */
final class Libraries {

    private final ClassPath classPath;
    private final CellThread thread;
    private final CellOutput output;
    private final Map<String, Repository> repositories = new LinkedHashMap<>();
    private @Nullable Maven maven;

    Libraries(ClassPath classPath, CellThread thread, CellOutput output) {
        this.classPath = classPath;
        this.thread = thread;
        this.output = output;
    }

    /** To be asked from now on, beside Maven Central and those of settings.xml. */
    void add(Repository repository) {
        repositories.put(repository.name(), repository);
    }

    List<Repository> repositories() {
        return List.copyOf(repositories.values());
    }

    /** Resolves and adds; the value is the list of jars. An interrupt stops it. */
    Outcome load(MagicCall call, Wanted wanted) {
        DownloadLine line = new DownloadLine(output);
        List<Path> jars;
        try {
            jars = thread.call(() -> resolve(wanted, line));
            line.end();
        } catch (Unresolved e) {
            List<String> lines = String.valueOf(e.getMessage()).lines().toList();
            throw new CellError("Unresolved", call.written() + ": " + lines.get(0), lines);
        } catch (IllegalArgumentException e) {
            throw Magics.error(call, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            line.leave();
            String message = call.written() + ": interrupted";
            throw new CellError(InterruptedException.class.getName(), message, List.of(message));
        } catch (Throwable e) {
            String message = call.written() + ": " + e;
            throw new CellError(e.getClass().getName(), message, List.of(message));
        }
        return ClassPathMagic.add(call, classPath, jars);
    }

    /** On a thread of its own: one that waits for a server hears no interrupt, and nobody should have to wait for it. */
    private List<Path> resolve(Wanted wanted, DownloadLine line) throws Exception {
        FutureTask<List<Path>> resolving = new FutureTask<>(() -> maven().resolve(wanted, line));
        Thread resolver = new Thread(resolving, "maven");
        resolver.setDaemon(true);
        resolver.start();
        try {
            return resolving.get();
        } catch (InterruptedException e) {
            resolver.interrupt();
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private synchronized Maven maven() {
        if (maven == null) {
            maven = Maven.open();
        }
        return maven;
    }
}

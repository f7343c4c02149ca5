package dev.oddity.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What Java keeps of one start for the next ones: classes read, checked and linked (class-data sharing). Holds for one
 * Java and one class path: after a change of either Java starts without it, more slowly and without a word.
 *
 * @param file where it lies, or will
 */
record StartArchive(Path file) {

    private static final String NAME = "start.jsa";
    private static final long PATIENCE_MINUTES = 5;

    /** The one beside a kernelspec. */
    static StartArchive in(Path folder) {
        return new StartArchive(folder.resolve(NAME));
    }

    /** What a JVM must be started with to use it, whether it is there or not. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable");
    }

    /**
     * Makes it, over an older one, by a kernel that runs a few cells; takes some seconds.
     *
     * @param kernel a command that starts a kernel, without {@link #options()}
     * @return why there is none now, if there is none
     */
    Optional<String> make(List<String> kernel) {
        Path made = file.resolveSibling(NAME + ".new");
        List<String> command = new ArrayList<>(kernel);
        command.add(1, "-XX:ArchiveClassesAtExit=" + made);
        command.add(2, "-Xlog:disable");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                Files.deleteIfExists(made);
                return Optional.of("a kernel that should have run a few cells did not end");
            }
            if (process.exitValue() != 0 || !Files.isRegularFile(made)) {
                Files.deleteIfExists(made);
                return Optional.of("this Java makes none of this class path (exit code " + process.exitValue() + ")");
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Removes it if it is there. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}

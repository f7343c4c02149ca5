package dev.oddity.reproducibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the host a question it may not be able to answer. */
final class HostCommand {

    /** A driver that hangs, or a disk that sleeps, must not keep a run from going on. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HostCommand() {}

    /**
     * @param folder where it runs; the empty path is the working folder, which {@link ProcessBuilder} would not take
     * @return what the command prints, without white space at its end; empty if it is not there, fails or does not end in time
     */
    static Optional<String> output(Path folder, String... command) {
        return output(folder, Map.of(), command);
    }

    /** @param environment more variables for it */
    static Optional<String> output(Path folder, Map<String, String> environment, String... command) {
        return beginning(folder, Integer.MAX_VALUE, environment, command).map(String::stripTrailing);
    }

    /** The first bytes that it prints, as they are, even if it would print more. */
    static Optional<String> beginning(Path folder, int most, Map<String, String> environment, String... command) {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        return printed(process, most, PATIENCE);
    }

    /**
     * The bytes are read in a thread of their own: a command that hangs prints no end, nor does one whose child has its output.
     */
    static Optional<String> printed(Process process, int most, Duration patience) {
        FutureTask<byte[]> reading =
                new FutureTask<>(() -> process.getInputStream().readNBytes(most));
        Thread reader = new Thread(reading, "oddity-host-command");
        reader.setDaemon(true);
        reader.start();
        long end = System.nanoTime() + patience.toNanos();
        try {
            byte[] bytes = reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            boolean told = bytes.length == most
                    || process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
            return told ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

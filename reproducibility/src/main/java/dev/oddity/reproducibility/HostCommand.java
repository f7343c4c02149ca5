package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts programs of the host's, such as git, which may be missing, fail or hang. */
public final class HostCommand {

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
        ProcessBuilder builder = builder(folder, command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            return printed(builder.start(), most, PATIENCE);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Has something done, however long it takes.
     *
     * @return what the command says if it fails; empty if it does as told
     * @throws UncheckedIOException if there is no such program
     */
    public static Optional<String> complaint(Path folder, String... command) {
        Process process = started(folder, command);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
        } catch (IOException e) {
            return Optional.of(FileTrouble.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Process started(Path folder, String... command) {
        try {
            return builder(folder, command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command[0], e);
        }
    }

    private static ProcessBuilder builder(Path folder, String... command) {
        return new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
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

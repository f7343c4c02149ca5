package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the host a question it may not be able to answer. */
final class HostCommand {

    private static final long PATIENCE_SECONDS = 20;

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
        try {
            byte[] bytes = process.getInputStream().readNBytes(most);
            if (bytes.length == most) {
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what " + command[0] + " prints", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}

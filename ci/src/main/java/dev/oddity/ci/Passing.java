package dev.oddity.ci;

import dev.oddity.reproducibility.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Leaves the rest of a verb to another process, which keeps its runs where this one would. */
final class Passing {

    private Passing() {}

    /**
     * Starts it and waits for its end. It complains where this process does.
     *
     * @param out gets what it prints, line by line
     * @return its exit code
     */
    static int on(ProcessBuilder to, PrintWriter out) {
        to.redirectError(ProcessBuilder.Redirect.INHERIT);
        to.environment()
                .put(
                        RunStore.VARIABLE,
                        RunStore.chosen()
                                .map(store -> store.folder().toString())
                                .orElse("off"));
        try {
            Process process = to.start();
            process.getOutputStream().close();
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.println(line);
                }
                return process.waitFor();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + to.command().get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

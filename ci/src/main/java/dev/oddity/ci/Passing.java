package dev.oddity.ci;

import dev.oddity.reproducibility.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Leaves the rest of a verb to another process, which keeps its runs where this one would. */
final class Passing {

    /** A little more than that process takes to write what was done. */
    private static final long PATIENCE_SECONDS = Interruption.PATIENCE_SECONDS + 1;

    private Passing() {}

    /**
     * Starts it and waits for its end. It complains where this process does, and is told to end when this process is.
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
            Interruption interruption = new Interruption(() -> end(process));
            try (interruption;
                    BufferedReader lines = process.inputReader()) {
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

    /** A shell that is told to end leaves what it waits for behind, so all are told. */
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.oddity.ci;

import dev.oddity.core.runs.RecordedRun;
import dev.oddity.reproducibility.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables that decide how native sums are cut into pieces, as a run had them. Native libraries read them when
 * they are loaded, so whoever wants them needs a process of its own.
 */
final class RecordedThreads {

    private static final List<String> VARIABLES =
            List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "CUBLAS_WORKSPACE_CONFIG");

    private final Map<String, String> recorded = new TreeMap<>();

    RecordedThreads(RecordedRun run) {
        if (run.environment().get("variables") instanceof Map<?, ?> variables) {
            VARIABLES.stream()
                    .filter(variables::containsKey)
                    .forEach(name -> recorded.put(name, String.valueOf(variables.get(name))));
        }
    }

    /** Whether an environment has them as recorded, and no others of them. */
    boolean hold(Map<String, String> environment) {
        Map<String, String> here = new TreeMap<>(environment);
        here.keySet().retainAll(VARIABLES);
        return here.equals(recorded);
    }

    /**
     * Says this command again in a process that has them, and complains where this one does.
     *
     * @param out gets what it prints
     * @return its exit code
     */
    int with(PrintWriter out, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(VARIABLES);
        builder.environment().putAll(recorded);
        builder.environment()
                .put(
                        RunStore.VARIABLE,
                        RunStore.chosen()
                                .map(store -> store.folder().toString())
                                .orElse("off"));
        try {
            Process process = builder.start();
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
            throw new UncheckedIOException("cannot start Java with the recorded variables " + recorded, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

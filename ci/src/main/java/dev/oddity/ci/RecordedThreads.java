package dev.oddity.ci;

import dev.oddity.core.runs.RecordedRun;
import dev.oddity.reproducibility.Environment;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link Environment#OF_NATIVE_SUMS} as a run had them. */
final class RecordedThreads {

    private final Map<String, String> recorded = new TreeMap<>();

    RecordedThreads(RecordedRun run) {
        if (run.environment().get("variables") instanceof Map<?, ?> variables) {
            Environment.OF_NATIVE_SUMS.stream()
                    .filter(variables::containsKey)
                    .forEach(name -> recorded.put(name, String.valueOf(variables.get(name))));
        }
    }

    /** Whether an environment has them as recorded, and no others of them. */
    boolean hold(Map<String, String> environment) {
        Map<String, String> here = new TreeMap<>(environment);
        here.keySet().retainAll(Environment.OF_NATIVE_SUMS);
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
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(Environment.OF_NATIVE_SUMS);
        builder.environment().putAll(recorded);
        return Passing.on(builder, out);
    }
}

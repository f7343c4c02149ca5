package dev.oddity.ci.jupyter;

import dev.oddity.reproducibility.NotebookFile;
import dev.oddity.reproducibility.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The project's own kernel in this process: no start of a JVM, breakpoints and coverage in all that cells call. One at a time;
 * {@link dev.oddity.kernel.EmbeddedKernel} says what is shared.
 *
 * @param spec how it is called; its command and variables, which make a process, are passed over
 * @param notebook the file, for the records of runs
 * @param runs where those are kept, unless the user says so
 */
public record InProcessKernel(KernelSpec spec, Path notebook, Path runs) implements Kernel {

    @Override
    public KernelSession start(Duration startup) {
        Map<String, String> told = new HashMap<>(Map.of(NotebookFile.PROPERTY, notebook.toString()));
        if (System.getenv(RunStore.VARIABLE) == null && System.getProperty(RunStore.PROPERTY) == null) {
            told.put(RunStore.PROPERTY, runs.toString());
        }
        return KernelSession.startHere(spec, told, startup);
    }
}

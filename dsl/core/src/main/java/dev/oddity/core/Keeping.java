package dev.oddity.core;

import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.RunStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs an experiment and keeps a record of it. That the record cannot be written is a warning: the figures are there all the
 * same.
 */
final class Keeping {

    private final Origin origin = Origin.now();
    private final Optional<RunStore> store;
    private final Consumer<String> warnings;

    private Keeping(Optional<RunStore> store, Consumer<String> warnings) {
        this.store = store;
        this.warnings = warnings;
        // What is committed when the run begins is what runs.
        store.ifPresent(kept -> origin.environment());
    }

    static Keeping begin() {
        return new Keeping(RunStore.chosen(), WarningLine::say);
    }

    static Keeping begin(RunStore store, Consumer<String> warnings) {
        return new Keeping(Optional.of(store), warnings);
    }

    Report evaluated(Experiment experiment) {
        return kept(new Execution(experiment, origin).report());
    }

    /** On data that were loaded before. */
    Report evaluated(Experiment experiment, Dataset loaded) {
        return kept(new Execution(experiment, origin, loaded).report());
    }

    FittedDetector fitted(Experiment experiment) {
        return new Execution(experiment, origin).fitted(this::keep);
    }

    /** On data that were loaded before. */
    FittedDetector fitted(Experiment experiment, Dataset loaded, Consumer<Supplier<Map<String, Object>>> record) {
        return new Execution(experiment, origin, loaded).fitted(run -> {
            record.accept(run);
            keep(run);
        });
    }

    private Report kept(Report report) {
        keep(() -> ReportRecord.of(report));
        return report;
    }

    /** Whatever goes wrong: a detector of somebody else's may tell facts that no file takes. */
    private void keep(Supplier<Map<String, Object>> run) {
        if (store.isEmpty()) {
            return;
        }
        try {
            store.get().keep(run.get());
        } catch (RuntimeException e) {
            warnings.accept(e.getMessage() == null ? "the run is not kept: " + e : e.getMessage());
        }
    }
}

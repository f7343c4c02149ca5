package dev.oddity.core;

import dev.oddity.datasets.DataUnavailableException;
import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.RunStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs an experiment and keeps a record of it, or of its failure. That the record cannot be written is a warning: the
 * figures are there all the same.
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
        return evaluated(experiment, new Execution(experiment, origin));
    }

    /** On data that were loaded before. */
    Report evaluated(Experiment experiment, Dataset loaded) {
        return evaluated(experiment, new Execution(experiment, origin, loaded));
    }

    FittedDetector fitted(Experiment experiment) {
        return fitted(experiment, new Execution(experiment, origin), this::keep);
    }

    /** On data that were loaded before. */
    FittedDetector fitted(Experiment experiment, Dataset loaded, Consumer<Supplier<Map<String, Object>>> record) {
        return fitted(experiment, new Execution(experiment, origin, loaded), run -> {
            record.accept(run);
            keep(run);
        });
    }

    private Report evaluated(Experiment experiment, Execution execution) {
        Report report = orKept(RunHead.EVALUATE, experiment, execution::report);
        keep(() -> ReportRecord.of(report));
        return report;
    }

    private FittedDetector fitted(
            Experiment experiment, Execution execution, Consumer<Supplier<Map<String, Object>>> record) {
        FittedDetector fitted = orKept(RunHead.FIT, experiment, () -> execution.fitted(record));
        fitted.notes().forEach(warnings);
        return fitted;
    }

    /** A run that fails leaves a record of why; one whose data cannot be had never began. */
    private <T> T orKept(String kind, Experiment experiment, Supplier<T> run) {
        try {
            return run.get();
        } catch (DataUnavailableException nothingToRunOn) {
            throw nothingToRunOn;
        } catch (RuntimeException | Error failure) {
            keep(() -> FailureRecord.of(kind, experiment, origin, failure));
            throw failure;
        }
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

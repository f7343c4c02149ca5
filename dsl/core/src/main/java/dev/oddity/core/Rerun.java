package dev.oddity.core;

import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.datasets.Dataset;
import dev.oddity.reproducibility.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a recorded run again and holds it to its record. */
public final class Rerun {

    private Rerun() {}

    /**
     * Loads the data and compares them with the recorded ones, then trains and judges as recorded. The new run is kept like any
     * other.
     *
     * @param experiment the one that the record describes
     * @throws IllegalArgumentException if it is another experiment, saying in what, or one of the two runs was broken off
     * @throws dev.oddity.datasets.DataException if the data cannot be loaded; nothing is trained then
     * @throws ChangedData if the data, or their division, are not the recorded ones; nothing is trained then
     * @throws Failed if it was begun and did not come to an end, whatever the reason but an interrupt
     */
    public static Repetition of(RecordedRun recorded, Experiment experiment) {
        recorded.requireWhole();
        requireSame(recorded, experiment);
        Keeping keeping = Keeping.begin();
        Dataset dataset = experiment.data().load();
        requireData(recorded, experiment, dataset);
        return Repetition.of(recorded, made(recorded, experiment, dataset, keeping));
    }

    private static RecordedRun made(RecordedRun recorded, Experiment experiment, Dataset dataset, Keeping keeping) {
        try {
            RecordedRun made = recorded.kind().equals(RunHead.FIT)
                    ? fitted(experiment, dataset, keeping)
                    : keeping.evaluated(experiment, dataset).record();
            made.requireWhole();
            return made;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new Failed(recorded, e);
        }
    }

    private static RecordedRun fitted(Experiment experiment, Dataset dataset, Keeping keeping) {
        List<Map<String, Object>> made = new ArrayList<>();
        keeping.fitted(experiment, dataset, record -> made.add(record.get())).close();
        return RecordedRun.of(made.get(0));
    }

    /** A later version may know more settings, each with the default that an earlier one had no name for. */
    private static void requireSame(RecordedRun recorded, Experiment experiment) {
        List<Change> changed = Change.between(recorded.settings(), experiment.describe()).stream()
                .filter(change -> !change.added())
                .toList();
        if (!changed.isEmpty()) {
            throw new IllegalArgumentException("the experiment of run " + recorded.id()
                    + " cannot be made again from its record: this version makes another of its words\n"
                    + Change.table("setting", changed));
        }
    }

    private static void requireData(RecordedRun recorded, Experiment experiment, Dataset dataset) {
        String was = String.valueOf(recorded.data().get("sha256"));
        String is = DataChecksum.of(dataset);
        if (!was.equals(is)) {
            throw new ChangedData("run " + recorded.id() + " saw other data: "
                    + recorded.data().get("rows")
                    + " rows with SHA-256 " + was + "; " + experiment.data() + " now gives " + dataset.rows()
                    + " rows with "
                    + is + ". Put back what it saw, or run the sentence anew");
        }
        Map<String, Object> splits = new TreeMap<>();
        for (long seed : experiment.seeds()) {
            splits.put(Long.toString(seed), DataChecksum.of(Trial.parts(experiment, dataset, seed)));
        }
        Map<?, ?> divided = recorded.data().get("splitSha256") instanceof Map<?, ?> known ? known : Map.of();
        divided.forEach((seed, sha256) -> {
            if (!sha256.equals(splits.get(String.valueOf(seed)))) {
                throw new ChangedData("run " + recorded.id() + " divided the same rows otherwise with seed " + seed
                        + ": this version splits or draws in another way. Take the version that made it, or run the sentence"
                        + " anew");
            }
        });
    }

    /** The data are not those that a record tells of. */
    @SuppressWarnings("serial")
    public static final class ChangedData extends IllegalStateException {

        ChangedData(String message) {
            super(message);
        }
    }

    /** The experiment and its data are those of the record, and the run failed all the same. */
    @SuppressWarnings("serial")
    public static final class Failed extends RuntimeException {

        Failed(RecordedRun recorded, RuntimeException cause) {
            super(
                    "run " + recorded.id() + " failed when it was made again: "
                            + (cause instanceof ExperimentFailure
                                    ? cause.getMessage()
                                    : ExperimentFailure.sentence(cause)),
                    cause);
        }
    }
}

package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Windows;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A fitted model together with the preparation and the threshold it was fitted with, ready for new rows. Holds native
 * memory where the engine does: close it, or let it go with the notebook.
 */
public final class FittedDetector implements AutoCloseable, Displayable {

    private final Experiment.Candidate candidate;
    private final FittedPreparation preparation;
    private final TrainedModel model;
    private final Threshold.Cut cut;
    private final String experiment;
    private final Consumer<String> warnings;

    FittedDetector(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Threshold.Cut cut,
            String experiment) {
        this(candidate, preparation, model, cut, experiment, WarningLine::say);
    }

    private FittedDetector(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Threshold.Cut cut,
            String experiment,
            Consumer<String> warnings) {
        this.candidate = candidate;
        this.preparation = preparation;
        this.model = model;
        this.cut = cut;
        this.experiment = experiment;
        this.warnings = warnings;
    }

    /**
     * The same detector, with another to tell what was filled in rows to be scored, instead of the notebook cell or standard
     * error: {@code detector.onWarning(log::warn)}. It shares the model: to close one is to close both.
     *
     * @param listener told one sentence for each column concerned, each time rows are scored
     */
    public FittedDetector onWarning(Consumer<String> listener) {
        return new FittedDetector(candidate, preparation, model, cut, experiment, listener);
    }

    /** The detector that was fitted, with its parameters. */
    public Detector detector() {
        return candidate.detector();
    }

    /** The score it gives. */
    public Score score() {
        return candidate.score();
    }

    /** A row is called an anomaly when its score is greater. */
    public double threshold() {
        return cut.value();
    }

    /** The identity of the experiment it was fitted in. */
    public String experiment() {
        return experiment;
    }

    /**
     * One score per example, higher = more anomalous: per row, or per window where it was fitted on windows; none of no rows.
     *
     * <p>A cell that is missing or unusable, such as a {@code "?"} among numbers, is filled as {@link
     * dev.oddity.datasets.Preparation} says; a warning names its column.
     *
     * @param rows unprepared, with the columns of the data it was fitted on, in any order; no label is needed, and other columns
     *     are ignored
     * @throws dev.oddity.datasets.DataException if a column is not there
     */
    public double[] score(Table rows) {
        int[] all = IntStream.range(0, rows.rowCount()).toArray();
        Features prepared = preparation.transform(rows, all, warnings);
        return prepared.rows() == 0 ? new double[0] : model.score(prepared, candidate.score());
    }

    /**
     * One score per row, higher = more anomalous. Where it was fitted on windows, the mean over the windows that hold the
     * row, and NaN where none does.
     */
    public double[] pointScores(Table rows) {
        double[] scores = score(rows);
        return preparation.layout() instanceof Windows windows
                ? windows.meanPerPoint(
                        scores, IntStream.range(0, rows.rowCount()).toArray())
                : scores;
    }

    /** Whether each example is an anomaly: its score is greater than the {@link #threshold()}. */
    public boolean[] predict(Table rows) {
        double[] scores = score(rows);
        boolean[] anomalies = new boolean[scores.length];
        for (int row = 0; row < scores.length; row++) {
            anomalies[row] = scores[row] > cut.value();
        }
        return anomalies;
    }

    /**
     * Writes it to a folder: {@code detector.json}, readable, and {@code model.safetensors}, raw numbers. A folder that
     * holds a detector already is replaced.
     */
    public void save(Path folder) {
        DetectorFolder.write(folder, candidate, preparation, model.state(), cut, experiment);
    }

    /**
     * Reads what {@link #save(Path)} wrote. Runs nothing from the folder: it holds text and numbers only.
     *
     * @throws IllegalArgumentException if the folder holds no whole detector, or one whose module is not on the class path
     */
    public static FittedDetector load(Path folder) {
        return DetectorFolder.read(folder);
    }

    static FittedDetector restored(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            ModelState state,
            Threshold.Cut cut,
            String experiment) {
        return new FittedDetector(candidate, preparation, candidate.detector().restore(state), cut, experiment);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(toString());
    }

    @Override
    public String toString() {
        return candidate + " fitted; an anomaly scores above " + (float) cut.value() + " (" + cut.basis()
                + "); next: .score(table), .predict(table), .save(folder)";
    }
}

package dev.oddity.core;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Windows;
import java.nio.file.Path;
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

    FittedDetector(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Threshold.Cut cut,
            String experiment) {
        this.candidate = candidate;
        this.preparation = preparation;
        this.model = model;
        this.cut = cut;
        this.experiment = experiment;
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
     * One score per example, higher = more anomalous: per row, or per window where it was fitted on windows.
     *
     * @param rows unprepared, with the columns of the data it was fitted on; other columns are ignored
     */
    public double[] score(Table rows) {
        return model.score(preparation.transform(rows), candidate.score());
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

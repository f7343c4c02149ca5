package dev.oddity.core;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.evaluation.Metric;

/** The end of the sentence. */
public interface EvaluateStage extends Displayable {

    /** Runs the experiment; without metrics, ROC-AUC, average precision and F1. The only verb that trains and judges. */
    Report evaluate(Metric... metrics);

    /** The experiment as a value, not run. */
    Experiment plan(Metric... metrics);

    /**
     * Fits the one model named, with the first seed, to score new rows with.
     *
     * @throws IllegalArgumentException if the sentence names several models
     */
    FittedDetector fit();
}

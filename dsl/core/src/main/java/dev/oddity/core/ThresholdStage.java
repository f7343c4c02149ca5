package dev.oddity.core;

import dev.oddity.core.evaluation.Threshold;

/** After the models: where a score becomes an alarm. */
public interface ThresholdStage extends EvaluateStage {

    /** How the threshold is chosen; left out, by the 0.99 quantile of the training scores. */
    EvaluateStage threshold(Threshold threshold);
}

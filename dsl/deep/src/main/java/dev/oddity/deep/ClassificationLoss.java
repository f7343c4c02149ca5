package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;

/**
 * What a classifier of two classes, normal 0 and anomaly 1, is trained on: the mean over rows of
 *
 * <pre>−w_y · (1 − p_y)^γ · ln p_y</pre>
 *
 * where p_y is the probability it gives to the row's own class: cross-entropy by class weights w, the focal loss where γ &gt; 0 (Lin
 * et al. 2017, equation 5). Balanced weights are rows / (2 · rows of the class), scikit-learn's
 * "balanced".
 *
 * @param weights place of w among the measured
 * @param balanced else both weights are 1
 * @param gamma γ
 */
record ClassificationLoss(int weights, boolean balanced, double gamma) {

    static Parameters define(Parameters parameters) {
        return parameters.define("balanced", true, Rule.any()).define("focal", 0.0, Rule.atLeast(0));
    }

    static ClassificationLoss in(Layout layout, Parameters parameters) {
        return new ClassificationLoss(
                layout.measured("class_weights", 1, 2), parameters.flag("balanced"), parameters.real("focal"));
    }

    /**
     * Labels as targets: 1 for an anomaly, 0 for the others.
     *
     * @throws IllegalArgumentException if no row is told to be an anomaly, or every row is
     */
    static float[] targets(String detector, Features train, TrainingLabels labels) {
        int anomalous = labels.anomalousRows().length;
        if (anomalous == 0 || anomalous == train.rows()) {
            throw new IllegalArgumentException(detector + "() learns from labels, and "
                    + (anomalous == 0 ? "none" : "every one") + " of the " + train.rows()
                    + " rows it was given is told to be an anomaly; it needs some of both kinds");
        }
        boolean[] anomalies = labels.elseNormal(train.rows());
        float[] targets = new float[anomalies.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = anomalies[row] ? 1 : 0;
        }
        return targets;
    }

    /** Sets the weights by the labels of the training rows. */
    void measure(Rows train, Weights values) {
        int anomalies = 0;
        for (float target : train.targets()) {
            anomalies += (int) target;
        }
        float rows = train.count();
        if (balanced) {
            values.measure(weights, new float[] {rows / (2 * (rows - anomalies)), rows / (2 * anomalies)});
        }
    }

    /**
     * @param logOdds ln p₁/(1 − p₁), rows × 1
     * @param targets 0 or 1, rows × 1
     */
    NDArray of(NDArray logOdds, NDArray targets, Pass pass) {
        NDArray sign = targets.mul(pass.number(2)).sub(pass.number(1));
        NDArray margin = logOdds.mul(sign);
        NDArray loss = ai.djl.nn.Activation.softPlus(margin.neg());
        if (gamma > 0) {
            // (1 − p)^γ = exp(−γ·softplus(margin)): no power of a number near 0.
            loss = loss.mul(ai.djl.nn.Activation.softPlus(margin)
                    .mul(pass.number(-gamma))
                    .exp());
        }
        NDArray both = pass.measured(weights);
        NDArray normal = both.get("0:1");
        NDArray anomalous = both.get("1:2");
        return loss.mul(normal.add(targets.mul(anomalous.sub(normal)))).mean();
    }
}

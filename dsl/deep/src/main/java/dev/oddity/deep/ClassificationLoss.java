package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;

/**
 * What a classifier of two classes, normal rows and anomalies, is trained on: the mean over rows of
 *
 * <pre>−w_y · (1 − p_y)^γ · ln p_y</pre>
 *
 * where p_y is the probability it gives to the row's own class: cross-entropy by class weights w, the focal loss where γ
 * &gt; 0 (Lin et al. 2017, equation 5). Balanced weights are rows / (2 · rows of the class), scikit-learn's "balanced".
 *
 * @param weights place of w, of a normal row and of an anomaly, among the measured
 * @param balanced else both weights are 1
 * @param gamma γ
 */
record ClassificationLoss(int weights, boolean balanced, double gamma) {

    static Parameters define(Parameters parameters) {
        return parameters.define("balanced", true, Rule.any()).define("focal", 0.0, Rule.atLeast(0));
    }

    /** @param name of the tensor that keeps w */
    static ClassificationLoss in(Layout layout, String name, Parameters parameters) {
        return new ClassificationLoss(
                layout.measured(name, 1, 2), parameters.flag("balanced"), parameters.real("focal"));
    }

    /** Sets w by what is told of the training rows. */
    void measure(Rows train, Weights values) {
        if (!balanced) {
            return;
        }
        double anomalies = 0;
        for (float told : train.targets()) {
            anomalies += told > 0 ? 1 : 0;
        }
        double rows = train.count();
        values.measure(weights, new float[] {(float) (rows / (2 * (rows - anomalies))), (float) (rows / (2 * anomalies))
        });
    }

    /**
     * @param logOdds ln p₁/(1 − p₁), rows × 1
     * @param targets above 0 of an anomaly, rows × 1
     */
    NDArray of(NDArray logOdds, NDArray targets, Pass pass) {
        NDArray anomalous = targets.maximum(pass.number(0));
        NDArray against = logOdds.mul(pass.number(1).sub(anomalous.mul(pass.number(2))));
        NDArray loss = ai.djl.nn.Activation.softPlus(against);
        if (gamma > 0) {
            // 1 − p_y is σ(against); its power by the logarithm, whose slope stays finite at 0.
            loss = loss.mul(ai.djl.nn.Activation.softPlus(against.neg())
                    .mul(pass.number(-gamma))
                    .exp());
        }
        NDArray normal = pass.measured(weights).get(0);
        NDArray odd = pass.measured(weights).get(1);
        return loss.mul(anomalous.mul(odd.sub(normal)).add(normal)).mean();
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;

/**
 * The logit of a row's being an anomaly.
 *
 * @param focus γ of the focal loss, 0 for cross-entropy
 * @param balanced whether both kinds weigh the same in sum
 * @param kinds place of the weights of a normal row and of an anomaly among the measured
 */
record MlpNetwork(Layout layout, Layer network, double focus, boolean balanced, int kinds) implements OnnxNetwork {

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        return loss(network.forward(batch.rows(), pass), batch.targets(), pass.measured(kinds), focus, pass);
    }

    /**
     * The mean of w·(1 − p)^γ·(−ln p), p the probability of what is told, w the weight of its kind.
     *
     * @param targets 1 an anomaly, else normal
     * @param weights of a normal row and of an anomaly
     */
    static NDArray loss(NDArray logits, NDArray targets, NDArray weights, double focus, Pass pass) {
        NDArray anomalous = targets.maximum(pass.number(0));
        NDArray against = logits.mul(pass.number(1).sub(anomalous.mul(pass.number(2))));
        NDArray loss = ai.djl.nn.Activation.softPlus(against);
        if (focus > 0) {
            // 1 − p is σ(against); its power by the logarithm, whose slope stays finite at 0.
            loss = loss.mul(ai.djl.nn.Activation.softPlus(against.neg())
                    .mul(pass.number(-focus))
                    .exp());
        }
        NDArray usual = weights.get(0);
        NDArray odd = weights.get(1);
        return loss.mul(anomalous.mul(odd.sub(usual)).add(usual)).mean();
    }

    /** n/(2·m) for each of the m rows of a kind, as scikit-learn balances, or 1. */
    @Override
    public void begin(Rows train, Weights weights) {
        double anomalies = 0;
        for (float told : train.targets()) {
            anomalies += told > 0 ? 1 : 0;
        }
        double rows = train.count();
        weights.measure(
                kinds,
                balanced
                        ? new float[] {(float) (rows / (2 * (rows - anomalies))), (float) (rows / (2 * anomalies))}
                        : new float[] {1, 1});
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return network.forward(rows, pass).squeeze(1);
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(network, rows, pass).sumOfRow();
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;

/**
 * φ(x), one number a row, by how far it lies above a normal reference.
 *
 * @param mean of the reference
 * @param deviation of the reference
 * @param margin how many deviations an anomaly should lie above
 */
record DevNetNetwork(Layout layout, Layer network, double mean, double deviation, double margin, Sampling sampling)
        implements OnnxNetwork {

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        return loss(deviations(batch.rows(), pass), batch.targets(), margin, pass);
    }

    /** The mean of |dev| over rows that are not told to be anomalies, and of max(0, margin − dev) over those that are. */
    static NDArray loss(NDArray deviations, NDArray targets, double margin, Pass pass) {
        NDArray anomalous = targets.maximum(pass.number(0));
        NDArray usual = pass.number(1).sub(anomalous);
        NDArray missing = ai.djl.nn.Activation.relu(deviations.neg().add(pass.number(margin)));
        return deviations.abs().mul(usual).add(missing.mul(anomalous)).mean();
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return deviations(rows, pass).squeeze(1);
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return OnnxLayer.write(network, rows, pass)
                .sumOfRow()
                .add(-mean)
                .div(pass.graph().number(deviation));
    }

    /** (φ(x) − μ)/σ, rows × 1. */
    private NDArray deviations(NDArray rows, Pass pass) {
        return network.forward(rows, pass).sub(pass.number(mean)).div(pass.number(deviation));
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;

/**
 * The log-odds of a row's being an anomaly, which are the score.
 *
 * @param network rows × columns → rows × 1
 */
record ClassifierNetwork(Layout layout, Layer network, ClassificationLoss loss) implements OnnxNetwork {

    @Override
    public void begin(Rows train, Weights weights) {
        loss.measure(train, weights);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss", 0, 1, (batch, pass) -> loss.of(network.forward(batch.rows(), pass), batch.targets(), pass)));
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

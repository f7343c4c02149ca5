package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;

/** Image → (convolution, pool) … → dense, dropout → log-odds of being an anomaly, which are the score. */
record CnnNetwork(Layout layout, Layer body, ClassificationLoss loss) implements Network {

    static CnnNetwork of(Parameters parameters, ImageShape image) {
        Layout layout = new Layout();
        ClassificationLoss loss = ClassificationLoss.in(layout, parameters);
        int dense = parameters.integer("dense");
        Layer body = Reshape.rows(image.channels(), image.height(), image.width());
        ImageShape at = image;
        int[] channels = parameters.integers("channels");
        for (int i = 0; i < channels.length; i++) {
            body = body.then(Convolution.ofImages(layout, "conv." + i, at.channels(), channels[i], 1))
                    .then(Activation.RELU)
                    .then(new MaxPool());
            layout.widest((long) channels[i] * at.height() * at.width());
            at = at.halved(channels[i]);
        }
        body = body.then(Reshape.rows(at.size()))
                .then(Linear.in(layout, "dense", at.size(), dense))
                .then(Activation.RELU)
                .then(new Dropout((float) parameters.real("dropout")))
                .then(Linear.in(layout, "out", dense, 1));
        return new CnnNetwork(layout, body, loss);
    }

    @Override
    public void begin(Rows train, Weights weights) {
        loss.measure(train, weights);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss", 0, 1, (batch, pass) -> loss.of(body.forward(batch.rows(), pass), batch.targets(), pass)));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return body.forward(rows, pass).reshape(-1);
    }
}

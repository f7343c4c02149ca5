package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;

/** x̂ = decoder(encoder(x)); trained on the mean of (x − x̂)², scored by ‖x − x̂‖₂. */
record AutoencoderNetwork(Layout layout, Layer reconstruction) implements Network {

    static AutoencoderNetwork of(Parameters parameters, int columns) {
        Layout layout = new Layout();
        DenseBlock block = DenseBlock.of(parameters);
        int[] hidden = parameters.integers("hidden");
        int latent = parameters.integer("latent");
        Layer encoder = block.stack(layout, "encoder", Widths.of(columns, hidden, latent));
        int[] back = Widths.of(latent, Widths.reversed(hidden));
        Layer decoder = block.stack(layout, "decoder", back)
                .then(Linear.in(layout, "decoder.out", back[back.length - 1], columns));
        return new AutoencoderNetwork(layout, encoder.then(decoder));
    }

    @Override
    public NDArray loss(NDArray rows, Pass pass) {
        return residual(rows, pass).square().mean();
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return residual(rows, pass).square().sum(new int[] {1}).sqrt();
    }

    private NDArray residual(NDArray rows, Pass pass) {
        return reconstruction.forward(rows, pass).sub(rows);
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/** x̂ = decoder(encoder(x)); trained on the mean of (x − x̂)², scored by ‖x − x̂‖₂. */
record AutoencoderNetwork(Layout layout, Layer encoder, Layer decoder) implements Network {

    static AutoencoderNetwork of(Parameters parameters, int columns) {
        Layout layout = new Layout();
        DenseBlock block = DenseBlock.of(parameters);
        int[] hidden = parameters.integers("hidden");
        int latent = parameters.integer("latent");
        Layer encoder = block.stack(layout, "encoder", Widths.of(columns, hidden, latent));
        int[] back = Widths.of(latent, Widths.reversed(hidden));
        Layer decoder = block.stack(layout, "decoder", back)
                .then(Linear.in(layout, "decoder.out", back[back.length - 1], columns));
        return new AutoencoderNetwork(layout, encoder, decoder);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        return rebuilt(batch.rows(), pass).sub(batch.rows()).square().mean();
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return rebuilt(rows, pass).sub(rows).square().sum(new int[] {1}).sqrt();
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(rebuilt(rows, pass));
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }

    private NDArray rebuilt(NDArray rows, Pass pass) {
        return decoder.forward(encoder.forward(rows, pass), pass);
    }
}

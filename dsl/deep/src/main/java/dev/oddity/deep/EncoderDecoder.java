package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/**
 * x̂ = decoder(encoder(x)) of images or windows, which come and go as flat rows; trained on the mean of (x − x̂)², scored by
 * ‖x − x̂‖₂.
 *
 * @param encoder rows to codes
 * @param block rows in one pass of scoring
 */
record EncoderDecoder(Layout layout, Layer encoder, Layer decoder, int block) implements Network {

    /** Numbers that one layer may give in one pass of scoring: 64 MB. */
    private static final long LARGEST = 1 << 24;

    /** Rows in one pass of scoring where the largest layer gives so many numbers a row. */
    static int block(long numbers) {
        return (int) Math.max(1, Math.min(Blockwise.BLOCK, LARGEST / numbers));
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    NDArray loss(Batch batch, Pass pass) {
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

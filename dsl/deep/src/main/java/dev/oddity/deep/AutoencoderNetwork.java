package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import java.util.List;
import java.util.Optional;

/**
 * x̂ = decoder(encoder(x)); trained on the mean of (x − x̂)², scored by ‖x − x̂‖₂.
 *
 * @param encoder a {@link Smooth} one where it is to be contractive
 * @param regularisation what else training asks of it
 */
record AutoencoderNetwork(Layout layout, Layer encoder, Layer decoder, Regularisation regularisation)
        implements OnnxNetwork {

    private static final int[] WIDTH = {1};

    /**
     * @param noise standard deviation of what is added to the rows that are to be rebuilt (denoising)
     * @param masking share of their numbers that is set to 0 (denoising)
     * @param sparsity factor of Σ|h| of the code h
     * @param contraction factor of ‖∂h/∂x‖²
     */
    record Regularisation(double noise, double masking, double sparsity, double contraction) {

        static final Regularisation NONE = new Regularisation(0, 0, 0, 0);
    }

    static AutoencoderNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns}, Regularisation.NONE);
    }

    /** @param row the shape of one */
    static AutoencoderNetwork of(Parameters parameters, long[] row, Regularisation regularisation) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder", "decoder"), "hidden", "activation", "batchNorm", "dropout");
        DenseBlock block = DenseBlock.of(parameters);
        int[] hidden = parameters.integers("hidden");
        int columns = Widths.of(row);
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                Limits.NONE,
                () -> block.stack(layout, "encoder", Widths.of(columns, hidden, parameters.integer("latent"))));
        Layer decoder = networks.to("decoder", new long[] {code.width()}, row, () -> {
            int[] back = Widths.of(code.width(), Widths.reversed(hidden));
            return block.stack(layout, "decoder", back)
                    .then(Linear.in(layout, "decoder.out", back[back.length - 1], columns));
        });
        if (regularisation.contraction() > 0 && !(code.layer() instanceof Smooth)) {
            throw new IllegalArgumentException(parameters
                    + ": contractive(..) needs the derivative of the encoder, which dense, batchNorm, dropout and the"
                    + " activations of layers() can tell, and no other layer or block; leave contractive out");
        }
        return new AutoencoderNetwork(layout, code.layer(), decoder, regularisation);
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective("loss", 0, 1, this::loss));
    }

    private NDArray loss(Batch batch, Pass pass) {
        NDArray code = encoder.forward(corrupted(batch.rows(), pass), pass);
        NDArray loss = decoder.forward(code, pass).sub(batch.rows()).square().mean();
        if (regularisation.sparsity() > 0) {
            NDArray sizes = code.abs().sum(WIDTH).mean();
            loss = loss.add(sizes.mul(pass.number(regularisation.sparsity())));
        }
        if (regularisation.contraction() > 0) {
            loss = loss.add(contraction(batch.rows(), pass).mean().mul(pass.number(regularisation.contraction())));
        }
        return loss;
    }

    /** ‖∂h/∂x‖² of each row, of the encoder as it scores. */
    NDArray contraction(NDArray rows, Pass pass) {
        return ((Smooth) encoder).push(Smooth.Tangent.of(rows, pass), pass).square();
    }

    /** What is rebuilt from, in training. */
    private NDArray corrupted(NDArray rows, Pass pass) {
        if (!pass.training()) {
            return rows;
        }
        NDArray seen = rows;
        if (regularisation.noise() > 0) {
            seen = pass.manager()
                    .randomNormal(0, (float) regularisation.noise(), rows.getShape(), DataType.FLOAT32)
                    .add(seen);
        }
        if (regularisation.masking() > 0) {
            NDArray left = pass.manager()
                    .randomUniform(0, 1, rows.getShape())
                    .gte(pass.number(regularisation.masking()))
                    .toType(DataType.FLOAT32, false);
            seen = seen.mul(left);
        }
        return seen;
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return rebuilt(rows, pass).sub(rows).square().sum(WIDTH).sqrt();
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        OnnxValue rebuilt = OnnxLayer.write(decoder, OnnxLayer.write(encoder, rows, pass), pass);
        return rebuilt.sub(rows).lengthOfRow();
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.of(rebuilt(rows, pass));
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }

    NDArray rebuilt(NDArray rows, Pass pass) {
        return decoder.forward(encoder.forward(rows, pass), pass);
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/** K learnt transformations of a row and an encoder of all K + 1; trained on the contrastive loss that is the score. */
record NeutralNetwork(Layout layout, Transformations transformations, Layer encoder, int latent, double temperature)
        implements Network {

    /** Takes a row out of a softmax. */
    private static final float NEVER = -1e9f;

    static NeutralNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static NeutralNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("encoder"), "hidden", "activation");
        networks.refuseIdle(List.of("transformation"), "transformHidden");
        Transformations transformations = Transformations.in(networks, row);
        int[] widths = Widths.of(Widths.of(row), parameters.integers("hidden"));
        Subnetwork.Code code = networks.code(
                "encoder",
                row,
                Limits.NONE,
                () -> new DenseBlock(Activation.named(parameters.text("activation")), false, 0)
                        .stack(layout, "encoder", widths)
                        .then(Linear.in(
                                layout, "encoder.out", widths[widths.length - 1], parameters.integer("latent"))));
        return new NeutralNetwork(layout, transformations, code.layer(), code.width(), parameters.real("temperature"));
    }

    /** A row is passed K + 1 times. */
    @Override
    public int block() {
        return EncoderDecoder.block((transformations.count() + 1) * layout.widest());
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss", 0, 1, (batch, pass) -> contrast(batch.rows(), pass).mean()));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return contrast(rows, pass);
    }

    private NDArray contrast(NDArray rows, Pass pass) {
        NDArray changed = transformations.of(rows, pass);
        NDArray all = rows.expandDims(0).concat(changed, 0);
        long views = all.getShape().get(0);
        long length = rows.getShape().get(0);
        NDArray codes = encoder.forward(
                        all.reshape(new Shape(-1, rows.getShape().get(1))), pass)
                .reshape(new Shape(views, length, latent));
        return contrast(codes.transpose(1, 0, 2), temperature, pass);
    }

    /**
     * Σₖ −ln (h(zₖ, z₀) / (h(zₖ, z₀) + Σ_{l ≠ k, l ≥ 1} h(zₖ, z_l))) of each row, h(a, b) = exp(cos(a, b)/τ).
     *
     * @param codes rows × (K + 1) × latent, z₀ the row's own first
     */
    static NDArray contrast(NDArray codes, double temperature, Pass pass) {
        NDArray unit = UnitVectors.of(codes, pass);
        int views = Math.toIntExact(codes.getShape().get(1));
        NDArray likeness = unit.matMul(unit.transpose(0, 2, 1)).div(pass.number(temperature));
        NDArray shares = likeness.add(itself(views, pass)).logSoftmax(2);
        NDArray changed = shares.split(new long[] {1}, 1).get(1);
        return changed.split(new long[] {1}, 2).get(0).sum(new int[] {1, 2}).neg();
    }

    /** 1 × views × views, {@value #NEVER} where a view would meet itself. */
    private static NDArray itself(int views, Pass pass) {
        float[] values = new float[views * views];
        for (int i = 0; i < views; i++) {
            values[i * views + i] = NEVER;
        }
        return pass.manager().create(values, new Shape(1, views, views));
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.of(encoder.forward(rows, pass));
    }
}

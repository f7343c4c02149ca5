package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** z = f(x), a bijection made of affine couplings; trained on the mean of −ln p(x), scored by it. */
record NormalizingFlowNetwork(Layout layout, List<Coupling> couplings, int columns) implements Network {

    private static final int[] WIDTH = {1};

    static NormalizingFlowNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static NormalizingFlowNetwork of(Parameters parameters, long[] row) {
        Layout layout = new Layout();
        Subnetworks networks = new Subnetworks(parameters, layout);
        networks.refuseIdle(List.of("conditioner"), "hidden", "activation");
        int columns = Widths.of(row);
        DenseBlock block = new DenseBlock(Activation.named(parameters.text("activation")), false, 0);
        int[] widths = Widths.of(columns, parameters.integers("hidden"));
        List<Coupling> couplings = new ArrayList<>();
        for (int i = 0; i < parameters.integer("couplings"); i++) {
            String name = "coupling." + i;
            Layer inside = networks.to(
                    "conditioner",
                    name,
                    row,
                    new long[] {2L * columns},
                    () -> block.stack(layout, name, widths)
                            .then(Linear.in(layout, name + ".out", widths[widths.length - 1], 2 * columns)));
            couplings.add(new Coupling(inside, i % 2, columns));
        }
        return new NormalizingFlowNetwork(layout, couplings, columns);
    }

    /**
     * y = x where the mask is 1, else x·eˢ + t, with s and t functions of the masked x (Dinh et al. 2017, equations 9 and 10).
     *
     * @param inside gives s and t, side by side
     * @param odd 1 if the mask is 1 at odd columns, 0 if at even ones
     */
    record Coupling(Layer inside, int odd, int columns) {

        /** s is between ± this: no scale is beyond e² of what it was. */
        private static final double MOST = 2;

        /** What a coupling does at some rows; s and t are 0 where the mask is 1. */
        private record Affine(NDArray scale, NDArray shift) {}

        private Affine affine(NDArray rows, Pass pass) {
            float[] kept = new float[columns];
            float[] moved = new float[columns];
            for (int i = 0; i < columns; i++) {
                kept[i] = i % 2 == odd ? 1 : 0;
                moved[i] = 1 - kept[i];
            }
            Shape shape = new Shape(1, columns);
            NDList halves = inside.forward(rows.mul(pass.manager().create(kept, shape)), pass)
                    .split(new long[] {columns}, 1);
            NDArray free = pass.manager().create(moved, shape);
            NDArray most = pass.number(MOST);
            return new Affine(
                    halves.get(0).div(most).tanh().mul(most).mul(free),
                    halves.get(1).mul(free));
        }
    }

    @Override
    public List<Objective> objectives() {
        return List.of(new Objective(
                "loss", 0, 1, (batch, pass) -> surprisal(batch.rows(), pass).mean()));
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return surprisal(rows, pass);
    }

    /** −ln p(x) = −ln N(z; 0, 1) − ln |∂z/∂x|, and the determinant is the product of all scales. */
    private NDArray surprisal(NDArray rows, Pass pass) {
        NDArray z = rows;
        NDArray logScales = pass.number(0);
        for (Coupling coupling : couplings) {
            Coupling.Affine affine = coupling.affine(z, pass);
            z = z.mul(affine.scale().exp()).add(affine.shift());
            logScales = logScales.add(affine.scale().sum(WIDTH));
        }
        return z.square()
                .sum(WIDTH)
                .mul(pass.number(0.5))
                .add(pass.number(columns * Math.log(2 * Math.PI) / 2))
                .sub(logScales);
    }

    /** z. */
    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        NDArray z = rows;
        for (Coupling coupling : couplings) {
            Coupling.Affine affine = coupling.affine(z, pass);
            z = z.mul(affine.scale().exp()).add(affine.shift());
        }
        return Optional.of(z);
    }

    /** The rows that lie at these places of the latent space: of z ~ N(0, 1), new rows. */
    NDArray inverse(NDArray z, Pass pass) {
        NDArray rows = z;
        for (int i = couplings.size() - 1; i >= 0; i--) {
            Coupling.Affine affine = couplings.get(i).affine(rows, pass);
            rows = rows.sub(affine.shift()).mul(affine.scale().neg().exp());
        }
        return rows;
    }
}

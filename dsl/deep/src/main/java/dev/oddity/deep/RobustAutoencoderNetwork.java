package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Optional;

/**
 * An autoencoder of L where X = L + S, and S a few whole rows.
 *
 * @param lambda what a row's residual must exceed for the row to have a part in S
 * @param round epochs between one split and the next
 */
record RobustAutoencoderNetwork(AutoencoderNetwork inner, double lambda, int round) implements OnnxNetwork {

    /** Most rows in one pass that only looks. */
    private static final int BLOCK = 4096;

    static RobustAutoencoderNetwork of(Parameters parameters, int columns) {
        return of(parameters, new long[] {columns});
    }

    /** @param row the shape of one */
    static RobustAutoencoderNetwork of(Parameters parameters, long[] row) {
        return new RobustAutoencoderNetwork(
                AutoencoderNetwork.of(parameters, row, AutoencoderNetwork.Regularisation.NONE),
                parameters.real("lambda") * Math.sqrt(Widths.of(row)),
                parameters.integer("round"));
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }

    @Override
    public List<Objective> objectives() {
        return inner.objectives();
    }

    /** L ← g(f(L)); S ← what {@link #shrunk} leaves of X − L; L ← X − S. */
    @Override
    public void between(int epoch, Rows train, Weights weights) {
        if (epoch % round != 0) {
            return;
        }
        float[] given = train.features().values();
        float[] low = given.clone();
        int columns = train.columns();
        int[] place = {0};
        // A network whose layers are wide says that it takes fewer.
        int most = block() < Blockwise.BLOCK ? block() : BLOCK;
        train.inBlocks(most, (manager, batch) -> {
            float[] rebuilt =
                    inner.rebuilt(batch.rows(), weights.pass(manager, false)).toFloatArray();
            for (int from = 0; from < rebuilt.length; from += columns) {
                double share = shrunk(given, place[0], rebuilt, from, columns);
                for (int i = 0; i < columns; i++) {
                    low[place[0] + i] -= (float) (share * (given[place[0] + i] - rebuilt[from + i]));
                }
                place[0] += columns;
            }
        });
        train.show(Features.of(low, columns));
    }

    /** The proximal step of λ‖S‖₂,₁ keeps max(0, 1 − λ/‖r‖) of a row's residual r. */
    private double shrunk(float[] given, int at, float[] rebuilt, int from, int columns) {
        double squares = 0;
        for (int i = 0; i < columns; i++) {
            double residual = given[at + i] - rebuilt[from + i];
            squares += residual * residual;
        }
        return squares <= lambda * lambda ? 0 : 1 - lambda / Math.sqrt(squares);
    }

    @Override
    public NDArray score(Score score, NDArray rows, Pass pass) {
        return inner.score(score, rows, pass);
    }

    @Override
    public OnnxValue onnx(Score score, OnnxValue rows, OnnxPass pass) {
        return inner.onnx(score, rows, pass);
    }

    @Override
    public Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return inner.reconstruction(rows, pass);
    }

    @Override
    public Optional<NDArray> latent(NDArray rows, Pass pass) {
        return inner.latent(rows, pass);
    }
}

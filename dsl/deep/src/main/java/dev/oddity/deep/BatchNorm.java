package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.onnx.OnnxValue;
import java.util.Arrays;
import java.util.Map;

/**
 * γ·(x − mean)/√(variance + 1e-5) + β (Ioffe &amp; Szegedy 2015): in training the batch's mean and variance, else running
 * ones, which move by a tenth a batch. A batch of one row has no variance and uses the running ones too. Of rows ×
 * channels × width it norms each channel.
 */
record BatchNorm(int gamma, int beta, int mean, int variance) implements Smooth, Reversible, OnnxLayer {

    private static final float KEPT = 0.9f;
    private static final float EPSILON = 1e-5f;

    static BatchNorm in(Layout layout, String name, int width) {
        return new BatchNorm(
                layout.constant(name + ".weight", 1, width),
                layout.constant(name + ".bias", 0, width),
                layout.measured(name + ".running_mean", 0, width),
                layout.measured(name + ".running_var", 1, width));
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        // The last axis: the engine's other branch swaps axes, four more native calls.
        return rows.getNDArrayInternal()
                .batchNorm(
                        rows,
                        pass.measured(mean),
                        pass.measured(variance),
                        pass.learnt(gamma),
                        pass.learnt(beta),
                        -1,
                        KEPT,
                        EPSILON,
                        pass.training() && rows.getShape().get(0) > 1)
                .singletonOrThrow();
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return rows.then(
                "BatchNormalization",
                Map.of("epsilon", EPSILON),
                pass.learnt(gamma),
                pass.learnt(beta),
                pass.measured(mean),
                pass.measured(variance));
    }

    /** The derivative of the layer as it scores, with the running mean and variance: there a row is on its own. */
    @Override
    public Tangent push(Tangent in, Pass pass) {
        NDArray slope = slope(pass);
        NDArray values = in.values().sub(pass.measured(mean)).mul(slope).add(pass.learnt(beta));
        return new Tangent(values, in.jacobian().mul(slope.expandDims(1)));
    }

    /** The layer as it scores. */
    @Override
    public Trace trace(NDArray rows, Pass pass) {
        NDArray slope = along(slope(pass), rows);
        return new Trace(
                rows.sub(along(pass.measured(mean), rows)).mul(slope).add(along(pass.learnt(beta), rows)),
                gradient -> gradient.mul(slope));
    }

    /** A number for each channel, to go with rows × channels × whatever lies in one. */
    private static NDArray along(NDArray channels, NDArray rows) {
        long[] shape = new long[rows.getShape().dimension() - 1];
        Arrays.fill(shape, 1);
        shape[0] = channels.size();
        return channels.reshape(new Shape(shape));
    }

    private NDArray slope(Pass pass) {
        return pass.learnt(gamma)
                .div(pass.measured(variance).add(pass.number(EPSILON)).sqrt());
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense network, linear layers with an activation between each two, that can write down its own gradient by its rows: a
 * product of weights and slopes.
 *
 * <p>In training it has neither batch norm, which would tie a row's numbers to the rows beside it, nor dropout, which would
 * draw anew, wherever that gradient is used.
 *
 * @param body all but the last layer; nothing for a linear network
 */
record Perceptron(Reversible body, Linear out) implements Critic, Reversible, OnnxLayer {

    /** From the width of the rows to the width of what comes out. */
    static Perceptron in(Layout layout, String name, Activation activation, int... widths) {
        List<Reversible> hidden = new ArrayList<>();
        int last = widths.length - 1;
        for (int i = 1; i < last; i++) {
            hidden.add(Linear.in(layout, name + "." + (i - 1), widths[i - 1], widths[i]));
            hidden.add(activation);
        }
        return new Perceptron(new Chain(hidden), Linear.in(layout, name + ".out", widths[last - 1], widths[last]));
    }

    /** What the last hidden layer gives, rows × its width; the rows themselves where there is none. */
    @Override
    public NDArray features(NDArray rows, Pass pass) {
        return body.forward(rows, pass);
    }

    @Override
    public NDArray forward(NDArray rows, Pass pass) {
        return out.forward(features(rows, pass), pass);
    }

    @Override
    public OnnxValue onnx(OnnxValue rows, OnnxPass pass) {
        return out.onnx(OnnxLayer.write(body, rows, pass), pass);
    }

    @Override
    public Trace trace(NDArray rows, Pass pass) {
        Trace hidden = body.trace(rows, pass);
        Trace last = out.trace(hidden.out(), pass);
        return new Trace(last.out(), weight -> hidden.back().apply(last.back().apply(weight)));
    }

    /**
     * The gradient by each row of the one number that comes out for it, rows × columns: ((w ∘ σ′ₙ)·Wₙ ∘ σ′ₙ₋₁)·Wₙ₋₁ …, w
     * the last layer's weights. One row for all where no layer is hidden.
     */
    @Override
    public NDArray gradient(NDArray rows, Pass pass) {
        return body.trace(rows, pass).back().apply(pass.learnt(out.weight()));
    }
}

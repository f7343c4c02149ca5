package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A layer that can write down the way back, from a gradient by what goes out to the gradient by what comes in, as an
 * ordinary expression. The engine differentiates once; a loss that holds a gradient of a network, as WGAN-GP's does, needs
 * it so.
 */
interface Reversible extends Layer {

    /**
     * Rows on their way.
     *
     * @param out what goes out
     * @param back the gradient of Σ weight ∘ out by what came in, for a weight to each number that goes out; where the weight
     *     is one row for all, and every slope the same, one row too
     */
    record Trace(NDArray out, UnaryOperator<NDArray> back) {}

    Trace trace(NDArray rows, Pass pass);

    /** Layers that all can write it down. */
    record Chain(List<Reversible> layers) implements Sequence, Reversible {

        @Override
        public Trace trace(NDArray rows, Pass pass) {
            List<UnaryOperator<NDArray>> backs = new ArrayList<>();
            NDArray out = rows;
            for (Reversible layer : layers) {
                Trace trace = layer.trace(out, pass);
                backs.add(trace.back());
                out = trace.out();
            }
            return new Trace(out, weight -> {
                NDArray gradient = weight;
                for (int i = backs.size() - 1; i >= 0; i--) {
                    gradient = backs.get(i).apply(gradient);
                }
                return gradient;
            });
        }
    }
}

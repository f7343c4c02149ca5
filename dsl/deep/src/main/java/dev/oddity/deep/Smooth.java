package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A layer that can say how what comes out of it follows what came into the network. */
interface Smooth extends Layer {

    /**
     * Rows somewhere in a network, and their derivative by the rows that came in.
     *
     * @param values rows × width
     * @param jacobian rows × width × columns, or 1 × width × columns where it is the same for all rows
     */
    record Tangent(NDArray values, NDArray jacobian) {

        /** Rows as they come in. */
        static Tangent of(NDArray rows, Pass pass) {
            return new Tangent(
                    rows, pass.manager().eye((int) rows.getShape().get(1)).expandDims(0));
        }

        /** ‖∂f/∂x‖² (Frobenius) of each row. */
        NDArray square() {
            return jacobian.square().sum(new int[] {1, 2});
        }
    }

    /** The chain rule: what comes in and its derivative → what goes out and its derivative. */
    Tangent push(Tangent in, Pass pass);

    /** This layer, then the next. */
    default Smooth then(Smooth next) {
        return new Chain(List.of(this, next));
    }

    /** Layers that all can say it. */
    record Chain(List<Smooth> layers) implements Sequence, Smooth {

        @Override
        public Tangent push(Tangent in, Pass pass) {
            Tangent out = in;
            for (Smooth layer : layers) {
                out = layer.push(out, pass);
            }
            return out;
        }
    }
}

package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * K learnt ways to change a row, each by a network m of its own: x + m(x), or x ∘ σ(m(x)).
 *
 * @param moves all K of m
 * @param multiply whether a row is multiplied, else added to
 */
record Transformations(Moves moves, int count, boolean multiply) {

    /** All K of m. */
    @FunctionalInterface
    interface Moves {

        /** Rows × columns → K × rows × columns. */
        NDArray of(NDArray rows, Pass pass);
    }

    /** @param row the shape of one */
    static Transformations in(Subnetworks networks, long[] row) {
        Parameters parameters = networks.parameters();
        int count = parameters.integer("transformations");
        int columns = Widths.of(row);
        Moves moves = networks.given("transformation")
                ? Each.in(networks, count, row)
                : Together.in(networks.layout(), count, columns, parameters.integer("transformHidden"));
        return new Transformations(moves, count, parameters.text("transform").equals("multiply"));
    }

    /** Rows × columns → K × rows × columns. */
    NDArray of(NDArray rows, Pass pass) {
        NDArray moved = moves.of(rows, pass);
        NDArray beside = rows.expandDims(0);
        return multiply ? ai.djl.nn.Activation.sigmoid(moved).mul(beside) : moved.add(beside);
    }

    /** Networks that were given, one after the other. */
    record Each(List<Layer> networks) implements Moves {

        static Each in(Subnetworks networks, int count, long[] row) {
            List<Layer> each = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                each.add(networks.to("transformation", "transformation." + k, row, row, () -> new Chain(List.of())));
            }
            return new Each(each);
        }

        @Override
        public NDArray of(NDArray rows, Pass pass) {
            NDList moved = new NDList();
            for (Layer network : networks) {
                moved.add(network.forward(rows, pass));
            }
            return NDArrays.stack(moved);
        }
    }

    /**
     * Networks with one hidden layer each, which go through the engine at once.
     *
     * @param first from the row to the hidden layers of all K, one beside the other
     * @param second K × columns × hidden
     * @param bias K × 1 × columns
     */
    record Together(Linear first, int second, int bias, int count, int hidden) implements Moves {

        static Together in(Layout layout, int count, int columns, int hidden) {
            double bound = 1 / Math.sqrt(hidden);
            return new Together(
                    Linear.in(layout, "transform.0", columns, count * hidden),
                    layout.uniform("transform.1.weight", bound, count, columns, hidden),
                    layout.uniform("transform.1.bias", bound, count, 1, columns),
                    count,
                    hidden);
        }

        @Override
        public NDArray of(NDArray rows, Pass pass) {
            NDArray bent = ai.djl.nn.Activation.relu(first.forward(rows, pass))
                    .reshape(new Shape(rows.getShape().get(0), count, hidden))
                    .transpose(1, 0, 2);
            return bent.matMul(pass.learnt(second).transpose(0, 2, 1)).add(pass.learnt(bias));
        }
    }
}

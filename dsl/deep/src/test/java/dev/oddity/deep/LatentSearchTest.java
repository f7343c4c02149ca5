package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatentSearchTest {

    @Test
    void more_steps_keep_no_more_native_arrays() {
        int few = kept(2);

        assertThat(kept(40)).isEqualTo(few);
    }

    /** The arrays that a pass owns when a search of so many steps has ended. */
    private static int kept(int steps) {
        Layout layout = new Layout();
        Perceptron generator = Perceptron.in(layout, "generator", Activation.RELU, 3, 8, 6);
        Perceptron critic = Perceptron.in(layout, "critic", Activation.RELU, 6, 8, 1);
        LatentSearch search = new LatentSearch(layout.drawn("search.start", 1, 1, 3));
        try (NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            Weights weights = Weights.first(layout, owner, new Random(1));
            try (NDManager step = owner.newSubManager()) {
                NDArray rows = step.ones(new Shape(16, 6));
                search.residual(generator, critic, rows, steps, weights.pass(step, false));
                return step.getManagedArrays().size();
            }
        }
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {

    static Stream<String> words() {
        return Stream.of(Optimiser.words());
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_step_leaves_no_native_array_behind(String word) {
        Training training =
                Training.of(new Autoencoder().optimiser(word).weightDecay(0.1).parameters());
        try (NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()))) {
            NDArray learnt = owner.ones(new Shape(5));
            NDArray gradient = owner.ones(new Shape(5));
            Optimiser optimiser = Optimiser.of(training, owner, learnt);
            int before = owner.getManagedArrays().size();

            for (int step = 0; step < 10; step++) {
                optimiser.step(gradient, 0.1);
            }

            assertThat(owner.getManagedArrays()).hasSize(before);
        }
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.TrainedModel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeutralTest {

    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void the_contrast_is_the_papers_sum_over_transformations() {
        int rows = 3;
        int views = 4;
        int latent = 2;
        float[] codes = gaussian(rows * views * latent);
        double[] expected = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int k = 1; k < views; k++) {
                double own = likeness(codes, row, k, 0);
                double sum = own;
                for (int l = 1; l < views; l++) {
                    sum += l == k ? 0 : likeness(codes, row, k, l);
                }
                expected[row] -= Math.log(own / sum);
            }
        }

        NDArray contrast =
                NeutralNetwork.contrast(owner.create(codes, new Shape(rows, views, latent)), .5, pass(new Layout()));

        for (int row = 0; row < rows; row++) {
            assertThat((double) contrast.getFloat(row)).as("row %d", row).isCloseTo(expected[row], within(1e-5));
        }
    }

    /** exp(cos/τ) of two of a row's four codes of two numbers, τ 0.5. */
    private static double likeness(float[] codes, int row, int k, int l) {
        int a = (row * 4 + k) * 2;
        int b = (row * 4 + l) * 2;
        double dot = codes[a] * codes[b] + codes[a + 1] * codes[b + 1];
        return Math.exp(dot / Math.hypot(codes[a], codes[a + 1]) / Math.hypot(codes[b], codes[b + 1]) / .5);
    }

    @Test
    void each_transformation_is_a_network_of_its_own() {
        for (boolean multiply : new boolean[] {false, true}) {
            Layout layout = new Layout();
            Transformations transformations =
                    new Transformations(Transformations.Together.in(layout, 3, 2, 4), 3, multiply);
            Weights weights = Weights.first(layout, owner, new Random(1));
            float[] rows = gaussian(5 * 2);

            NDArray given = transformations.of(owner.create(rows, new Shape(5, 2)), weights.pass(owner, false));

            Map<String, dev.oddity.core.detector.Tensor> tensors = weights.tensors();
            float[] w1 = tensors.get("transform.0.weight").floats();
            float[] b1 = tensors.get("transform.0.bias").floats();
            float[] w2 = tensors.get("transform.1.weight").floats();
            float[] b2 = tensors.get("transform.1.bias").floats();
            assertThat(given.getShape()).isEqualTo(new Shape(3, 5, 2));
            for (int k = 0; k < 3; k++) {
                for (int row = 0; row < 5; row++) {
                    for (int column = 0; column < 2; column++) {
                        double moved = b2[k * 2 + column];
                        for (int h = 0; h < 4; h++) {
                            int unit = k * 4 + h;
                            double bent =
                                    b1[unit] + w1[unit * 2] * rows[row * 2] + w1[unit * 2 + 1] * rows[row * 2 + 1];
                            moved += w2[(k * 2 + column) * 4 + h] * Math.max(0, bent);
                        }
                        double x = rows[row * 2 + column];
                        assertThat((double) given.getFloat(k, row, column))
                                .isCloseTo(multiply ? x / (1 + Math.exp(-moved)) : x + moved, within(1e-5));
                    }
                }
            }
        }
    }

    @Test
    void transformations_learn_to_differ() {
        try (TrainedModel model =
                new Neutral().transformations(4).epochs(10).fit(TrainingTest.rows(400, 6, 1), FitContext.of(1))) {
            List<Double> losses = model.history().get("loss");

            // Views that are all alike give K·ln K.
            assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0)).isLessThan(4 * Math.log(4));
        }
    }

    private static float[] gaussian(int count) {
        Random random = new Random(2);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private Pass pass(Layout layout) {
        return Weights.of(layout, owner, new ModelState(Map.of(), Map.of())).pass(owner, false);
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabelledTest {

    private static final float[] OUTPUTS = {-1.5f, 0.25f, 2, -0.5f, 3, 7};
    private static final float[] TARGETS = {0, -1, 0, 1, 1, 1};

    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void the_deviation_loss_is_that_of_the_paper() {
        Pass pass = pass();

        float loss =
                DevNetNetwork.loss(column(OUTPUTS), column(TARGETS), 5, pass).getFloat();

        // |dev| of those not told to be anomalies, max(0, 5 − dev) of the others: the last is beyond the margin.
        assertThat(loss).isCloseTo((1.5f + .25f + 2 + 5.5f + 2 + 0) / 6, within(1e-6f));
    }

    @Test
    void deep_sads_loss_pulls_by_the_distance_and_pushes_by_its_inverse() {
        Pass pass = pass();
        NDArray distances = owner.create(new float[] {1, 2, 3, .5f, 4, 8});
        NDArray targets = owner.create(TARGETS);

        float loss = DeepSadNetwork.loss(distances, targets, 3, pass).getFloat();

        assertThat(loss).isCloseTo((1 + 3 * 2 + 3 + 3 / .5f + 3 / 4f + 3 / 8f) / 6, within(1e-5f));
    }

    @Test
    void the_classifiers_loss_is_weighted_focal_cross_entropy() {
        double[] weights = {.5, 4};
        for (double focus : new double[] {0, 2}) {
            double expected = 0;
            for (int i = 0; i < OUTPUTS.length; i++) {
                boolean anomaly = TARGETS[i] > 0;
                double told = 1 / (1 + Math.exp(anomaly ? -OUTPUTS[i] : OUTPUTS[i]));
                expected += weights[anomaly ? 1 : 0] * Math.pow(1 - told, focus) * -Math.log(told) / OUTPUTS.length;
            }

            Layout layout = new Layout();
            ClassificationLoss classification = new ClassificationLoss(layout.measured("kinds", 1, 2), true, focus);
            Weights learnt = Weights.first(layout, owner, new Random(1));
            learnt.measure(classification.weights(), new float[] {(float) weights[0], (float) weights[1]});

            float loss = classification
                    .of(column(OUTPUTS), column(TARGETS), learnt.pass(owner, false))
                    .getFloat();

            assertThat((double) loss).as("γ %s", focus).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void half_of_a_balanced_batch_are_told_anomalies_and_the_others_come_in_turn() {
        float[] targets = new float[100];
        targets[7] = 1;
        targets[93] = 1;
        targets[50] = -1;
        int[] rows = IntStream.range(0, 100).toArray();
        int[] ends = {25, 50, 75, 100};

        int[] drawn = Sampling.BALANCED.draw(rows, targets, ends, new Random(1));

        assertThat(drawn).hasSize(100).contains(7, 93);
        for (int start = 0; start < 100; start += 25) {
            int[] batch = Arrays.copyOfRange(drawn, start, start + 25);
            assertThat(Arrays.stream(batch).filter(row -> targets[row] > 0).count())
                    .isEqualTo(12);
        }
        assertThat(Arrays.stream(drawn).filter(row -> targets[row] <= 0).toArray())
                .hasSize(52)
                .doesNotHaveDuplicates();
    }

    @Test
    void where_there_is_one_kind_every_row_comes_once() {
        int[] rows = {2, 0, 1};

        assertThat(Sampling.BALANCED.draw(rows, new float[3], new int[] {3}, new Random(1)))
                .isEqualTo(rows);
        assertThat(Sampling.BALANCED.draw(rows, new float[] {1, 1, 1}, new int[] {3}, new Random(1)))
                .isEqualTo(rows);
    }

    @Test
    void labelled_anomalies_lie_about_the_margin_above_the_usual() {
        Features rows = labelled();
        try (TrainedModel model = new DevNet().epochs(40).learningRate(5e-3).fit(rows, FitContext.of(1, told()))) {
            double[] deviations = model.score(rows, new Score.ModelScore());

            assertThat(Arrays.stream(deviations, 0, 300)
                            .map(Math::abs)
                            .average()
                            .orElseThrow())
                    .isLessThan(1);
            assertThat(Arrays.stream(deviations, 300, 320).average().orElseThrow())
                    .isGreaterThan(4);
        }
    }

    @Test
    void a_label_moves_deep_sad_where_deep_svdd_is_blind() {
        Features rows = labelled();
        DeepSad sad = new DeepSad().hidden(16).latent(4).epochs(20);
        try (TrainedModel told = sad.fit(rows, FitContext.of(1, told()));
                TrainedModel blind = sad.fit(rows, FitContext.of(1))) {
            assertThat(lead(told, rows)).isGreaterThan(2 * lead(blind, rows));
        }
    }

    /** How many times farther from the centre the last rows lie than the others. */
    private static double lead(TrainedModel model, Features rows) {
        double[] distances = model.score(rows, new Score.ModelScore());
        return Arrays.stream(distances, 300, 320).average().orElseThrow()
                / Arrays.stream(distances, 0, 300).average().orElseThrow();
    }

    @Test
    void a_learner_from_labels_without_one_says_so() {
        Features rows = TrainingTest.rows(50, 6, 1);

        assertThatThrownBy(() -> new DevNet().fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "devNet() learns from labels, and none of the 50 rows it was given is told to be an anomaly;"
                                + " it needs some of both kinds");
        boolean[] all = new boolean[50];
        Arrays.fill(all, true);
        assertThatThrownBy(() -> new MlpClassifier().fit(rows, FitContext.of(1, TrainingLabels.all(all))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "mlpClassifier() learns from labels, and every one of the 50 rows it was given is told to be an"
                                + " anomaly; it needs some of both kinds");
    }

    @Test
    void whitening_makes_a_covariance_one() {
        // Σ = L·Lᵀ with L = (2 0 0; 1 3 0; 0 −1 1)
        double[] covariance = {4, 2, 0, 2, 10, -3, 0, -3, 2};

        double[] whitening = Whitening.of(covariance, 3);

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        product += whitening[i * 3 + k] * covariance[k * 3 + l] * whitening[j * 3 + l];
                    }
                }
                // Up to the ridge, a thousandth of the mean variance.
                assertThat(product).as("%d, %d", i, j).isCloseTo(i == j ? 1 : 0, within(.01));
            }
        }
    }

    /** 300 rows near a plane, and after them 20 that differ by a shift of 2 in one column. */
    private static Features labelled() {
        Features rows = TrainingTest.rows(320, 6, 1);
        for (int row = 300; row < 320; row++) {
            rows.values()[row * 6 + 2] += 2;
        }
        return rows;
    }

    private static TrainingLabels told() {
        boolean[] anomalies = new boolean[20];
        Arrays.fill(anomalies, true);
        return new TrainingLabels(IntStream.range(300, 320).toArray(), anomalies);
    }

    private NDArray column(float[] values) {
        return owner.create(values, new Shape(values.length, 1));
    }

    private Pass pass() {
        return Weights.of(new Layout(), owner, new dev.oddity.core.detector.ModelState(Map.of(), Map.of()))
                .pass(owner, false);
    }
}

package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeepSvddTest {

    private final DensityFixture.OfSvdd expected = DensityFixture.read().svdd();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final DeepSvdd svdd = new DeepSvdd().hidden(16).latent(8).epochs(40);
    private final Features rows = TrainingTest.rows(600, 6, 1);

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void centre_loss_gradient_and_scores_are_those_of_torch() {
        DeepSvddNetwork network = DeepSvddNetwork.of(svdd.hidden(4).latent(3).parameters(), 5);
        Weights weights = DensityFixture.weights(network.layout(), owner);
        Objective.Loss loss = network.objectives().get(0).loss();

        network.begin(new Rows(owner, DensityFixture.ROWS, new float[0], PyTorch.budget(owner.getDevice())), weights);

        assertThat(DensityFixture.loss(loss, weights, owner)).isCloseTo(expected.loss(), within(1e-5));
        near(DensityFixture.gradient(loss, weights, owner), expected.gradient());
        near(
                network.score(new Score.ModelScore(), DensityFixture.rows(owner), weights.pass(owner, false))
                        .toFloatArray(),
                expected.scores());
        near(weights.pass(owner, false).measured(network.sphere().centre()).toFloatArray(), expected.centre());
    }

    @Test
    void rows_do_not_collapse_to_the_centre() {
        double[] scores = TrainingTest.scores(svdd, rows, 1);
        double mean = Arrays.stream(scores).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow());

        assertThat(Arrays.stream(scores).distinct().count()).isGreaterThan(590);
        assertThat(spread).isGreaterThan(mean / 10);
    }

    @Test
    void training_draws_usual_rows_to_the_centre_and_leaves_others_out() {
        Features odd = TrainingTest.rows(200, 6, 2);
        for (int at = 0; at < odd.values().length; at++) {
            // Another plane.
            odd.values()[at] *= at % 2 == 0 ? 1 : -1;
        }

        assertThat(rocAuc(svdd, odd)).isGreaterThan(rocAuc(svdd.epochs(1).learningRate(1e-12), odd) + .1);
    }

    @Test
    void no_coordinate_of_the_centre_is_near_nothing() {
        try (TrainedModel model = svdd.epochs(1).fit(rows, FitContext.of(1))) {
            for (float coordinate : model.state().tensor("centre").floats()) {
                assertThat(Math.abs(coordinate)).isGreaterThanOrEqualTo(.1f);
            }
        }
    }

    @Test
    void pretraining_learns_to_rebuild_before_the_centre_is_set() {
        try (TrainedModel model = svdd.pretraining(15).fit(rows, FitContext.of(1))) {
            var before = model.history().get("pretraining loss");

            assertThat(before).hasSize(15);
            assertThat(before.get(14)).isLessThan(before.get(0) / 2);
            assertThat(model.history().get("loss")).hasSize(40);
        }
        try (TrainedModel model = svdd.pretraining(15).epochs(3).fit(rows, FitContext.of(1))) {
            assertThat(model.facts()).containsEntry("epochs", 3);
        }
    }

    @Test
    void there_are_no_biases() {
        try (TrainedModel model = svdd.epochs(1).fit(rows, FitContext.of(1))) {
            ModelState state = model.state();

            assertThat(state.tensors()).containsOnlyKeys("encoder.0.weight", "encoder.1.weight", "centre");
        }
    }

    @Test
    void an_activation_that_could_make_it_constant_is_refused() {
        assertThatThrownBy(() -> svdd.activation("sigmoid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deepSvdd().activation(sigmoid): activation must be one of leaky_relu, relu, elu, gelu");
    }

    private double rocAuc(DeepSvdd detector, Features odd) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            double[] usual = model.score(TrainingTest.rows(200, 6, 3), new Score.ModelScore());
            double[] unusual = model.score(odd, new Score.ModelScore());
            double right = 0;
            for (double high : unusual) {
                right += Arrays.stream(usual).filter(low -> low < high).count();
            }
            return right / usual.length / unusual.length;
        }
    }
}

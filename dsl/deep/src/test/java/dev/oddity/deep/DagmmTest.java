package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DagmmTest {

    private final DensityFixture expected = DensityFixture.read();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final Dagmm small =
            new Dagmm().hidden(4).k(2).estimation(3).dropout(0).regularisation(1e-2);
    private final Dagmm quick =
            new Dagmm().hidden(16).latent(2).k(2).batchSize(64).epochs(30);

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void the_energy_of_a_mixture_is_that_of_torch_distributions() {
        DagmmNetwork network = network(small);
        Pass pass = DensityFixture.weights(network.layout(), owner).pass(owner, false);
        Mixture mixture = new Mixture(
                owner.create(floats(expected.shares())),
                owner.create(DensityFixture.wave(12, 0.8, 1.5), new Shape(3, 4)),
                owner.create(floats(expected.covariances()), new Shape(3, 4, 4)));
        NDArray points = owner.create(DensityFixture.wave(40, 0.37, 4.0), new Shape(10, 4));

        near(mixture.energy(points, pass).toFloatArray(), expected.energy());
    }

    @Test
    void the_energy_far_away_is_the_distance_to_the_nearest_component() {
        DagmmNetwork network = network(small);
        Pass pass = DensityFixture.weights(network.layout(), owner).pass(owner, false);
        Mixture mixture = new Mixture(
                owner.create(new float[] {.5f, .5f}),
                owner.create(new float[] {0, 0, 10, 0}, new Shape(2, 2)),
                owner.create(new float[] {1, 0, 0, 1, 1, 0, 0, 1}, new Shape(2, 2, 2)));
        NDArray point = owner.create(new float[] {2000, 0}, new Shape(1, 2));

        // e^−1980050 is no number of any format: −ln(½ N(1990; 0, 1)) by hand.
        assertThat(mixture.energy(point, pass).toFloatArray()[0])
                .isCloseTo((float) (1990. * 1990 / 2 + Math.log(2 * Math.PI) + Math.log(2)), within(1f));
    }

    @Test
    void a_component_without_spread_gives_finite_energies() {
        DagmmNetwork network = network(small);
        Pass pass = DensityFixture.weights(network.layout(), owner).pass(owner, false);
        NDArray rows = owner.create(new float[] {1, 1, 3, 1, 1, 3, 1, 1, 3}, new Shape(3, 3));
        NDArray memberships = owner.create(new float[] {1, 0, 1, 0, 1, 0}, new Shape(3, 2));

        Mixture mixture = Mixture.of(rows, memberships, 1e-4, pass);

        // All mass in one normal distribution with variance 1e-4: −ln N(0; 0, 1e-4 I).
        double energy = 1.5 * Math.log(2 * Math.PI * 1e-4);
        near(mixture.energy(rows, pass).toFloatArray(), new double[] {energy, energy, energy});
    }

    @Test
    void features_mixture_and_energies_of_training_rows_are_those_of_torch() {
        DagmmNetwork network = network(small);
        Weights weights = DensityFixture.weights(network.layout(), owner);

        network.conclude(
                new Rows(owner, DensityFixture.ROWS, new float[0], PyTorch.budget(owner.getDevice())), weights);

        Pass pass = weights.pass(owner, false);
        NDArray rows = DensityFixture.rows(owner);
        near(network.features(rows, pass).toFloatArray(), expected.dagmm().features());
        near(pass.measured(network.shares()).toFloatArray(), expected.dagmm().shares());
        near(pass.measured(network.means()).toFloatArray(), expected.dagmm().means());
        near(
                pass.measured(network.covariances()).toFloatArray(),
                expected.dagmm().covariances());
        near(
                network.score(new Score.ModelScore(), rows, pass).toFloatArray(),
                expected.dagmm().energies());
    }

    @ParameterizedTest
    @CsvSource({"energy, 1, 0", "flatness, 0, 1"})
    void each_term_and_its_gradient_are_those_of_torch_through_the_compression_network(
            String term, double energyWeight, double flatnessWeight) {
        DagmmNetwork network = network(small.energyWeight(energyWeight).flatnessWeight(flatnessWeight));
        Weights weights = DensityFixture.weights(network.layout(), owner);
        Objective.Loss loss = network.objectives().get(0).loss();
        double[] reconstruction = expected.dagmm().gradients().get("reconstruction");
        double[] added = expected.dagmm().gradients().get(term);
        double[] both = new double[added.length];
        Arrays.setAll(both, i -> reconstruction[i] + added[i]);

        double terms = expected.dagmm().terms().get("reconstruction")
                + expected.dagmm().terms().get(term);
        assertThat(DensityFixture.loss(loss, weights, owner)).isCloseTo(terms, within(1e-4 * terms));
        near(DensityFixture.gradient(loss, weights, owner), both);
        // A graph that is cut before the mixture would leave nothing of the term in the first layer.
        assertThat(Arrays.stream(added, 0, 20).map(Math::abs).max().orElseThrow())
                .isGreaterThan(.01);
    }

    @Test
    void scores_do_not_collapse() {
        Features rows = TrainingTest.rows(600, 6, 1);
        double[] scores = TrainingTest.scores(quick, rows, 1);

        assertThat(Arrays.stream(scores).distinct().count()).isGreaterThan(590);
        assertThat(Arrays.stream(scores).max().orElseThrow()
                        - Arrays.stream(scores).min().orElseThrow())
                .isGreaterThan(1);
    }

    @Test
    void the_mixture_is_measured_on_all_training_rows_and_stays() {
        Features rows = TrainingTest.rows(600, 6, 1);
        try (TrainedModel model = quick.fit(rows, FitContext.of(1))) {
            ModelState state = model.state();
            Features latent = model.latent(rows).orElseThrow();

            // Σₖ φₖ μₖ is the mean of all rows, whoever belongs to which.
            for (int i = 0; i < 4; i++) {
                int column = i;
                double mixed = 0;
                for (int k = 0; k < 2; k++) {
                    mixed += state.tensor("mixture.shares").floats()[k]
                            * state.tensor("mixture.means").floats()[k * 4 + i];
                }
                double mean = IntStream.range(0, 600)
                        .mapToDouble(row -> latent.values()[row * 4 + column])
                        .average()
                        .orElseThrow();
                assertThat(mixed).isCloseTo(mean, within(1e-4));
            }
            model.score(rows.slice(0, 5), new Score.ModelScore());
            assertThat(model.state().tensor("mixture.means").floats())
                    .containsExactly(state.tensor("mixture.means").floats());
        }
    }

    private static DagmmNetwork network(Dagmm dagmm) {
        return DagmmNetwork.of(dagmm.parameters(), 5);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

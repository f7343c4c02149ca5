package dev.oddity.deep;

import static dev.oddity.deep.DensityFixture.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IclTest {

    private final SelfSupervisedFixture.OfIcl torch =
            SelfSupervisedFixture.read().icl();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));
    private final IclNetwork network = IclNetwork.of(new Icl().width(8).parameters(), 5);
    private final Weights weights = DensityFixture.weights(network.layout(), owner);

    @AfterEach
    void free() {
        owner.close();
    }

    @Test
    void scores_are_torchs() {
        try (NDManager step = owner.newSubManager()) {
            float[] scores = network.score(new Score.ModelScore(), DensityFixture.rows(step), weights.pass(step, false))
                    .toFloatArray();

            near(scores, torch.scores());
        }
    }

    @Test
    void the_loss_and_its_gradient_are_torchs() {
        Objective.Loss loss = network.objectives().get(0).loss();

        assertThat(DensityFixture.loss(loss, weights, owner)).isCloseTo(torch.loss(), within(1e-5));
        near(DensityFixture.gradient(loss, weights, owner), torch.gradient());
    }

    @Test
    void windows_that_all_look_alike_cost_the_logarithm_of_their_number() {
        NDArray codes = owner.ones(new Shape(3, 4, 2));

        NDArray losses = IclNetwork.contrast(codes, codes, .1, weights.pass(owner, false));

        assertThat(losses.toFloatArray()).hasSize(12);
        for (float loss : losses.toFloatArray()) {
            assertThat((double) loss).isCloseTo(Math.log(4), within(1e-6));
        }
    }

    @Test
    void windows_and_what_they_leave_are_the_whole_row() {
        SubVectors runs = new SubVectors(4, 2);
        NDArray rows = owner.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(2, 4));
        Pass pass = weights.pass(owner, false);

        assertThat(runs.inside(rows, pass).toFloatArray()).containsExactly(1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 7, 8);
        assertThat(runs.outside(rows, pass).toFloatArray()).containsExactly(3, 4, 1, 4, 1, 2, 7, 8, 5, 8, 5, 6);
    }

    @Test
    void the_window_goes_by_the_number_of_columns_as_in_the_paper() {
        assertThat(length(3)).isEqualTo(2);
        assertThat(length(40)).isEqualTo(2);
        assertThat(length(41)).isEqualTo(10);
        assertThat(length(160)).isEqualTo(10);
        assertThat(length(161)).isEqualTo(11);
        assertThat(length(784)).isEqualTo(634);
    }

    private static int length(int columns) {
        return IclNetwork.of(new Icl().width(4).parameters(), columns).runs().length();
    }

    @Test
    void each_permutation_has_encoders_and_an_order_of_its_own() {
        Features rows = TrainingTest.rows(100, 6, 1);
        try (TrainedModel model = new Icl().width(4).permutations(3).epochs(1).fit(rows, FitContext.of(1))) {
            List<String> names = List.copyOf(model.state().tensors().keySet());

            assertThat(names).contains("pair.0.rest.0.weight", "pair.1.rest.0.weight", "pair.2.rest.0.weight");
            assertThat(names).doesNotContain("pair.0.order").contains("pair.1.order", "pair.2.order");
        }
    }

    @Test
    void windows_learn_where_they_belong() {
        try (TrainedModel model = new Icl().width(16).epochs(20).fit(TrainingTest.rows(400, 6, 1), FitContext.of(1))) {
            List<Double> losses = model.history().get("loss");

            // Five windows, told apart by chance: ln 5.
            assertThat(losses.get(19)).isLessThan(losses.get(0)).isLessThan(Math.log(5));
        }
    }

    @Test
    void a_row_that_leaves_nothing_beside_a_window_is_refused() {
        assertThatThrownBy(() -> new Icl().fit(TrainingTest.rows(50, 2, 1), FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("icl(): rows of 2 columns have nothing beside a window of 2; it learns which window belongs"
                        + " to which rest of a row: take window(1)");
        assertThatThrownBy(() -> new Icl().window(6).fit(TrainingTest.rows(50, 6, 1), FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("icl().window(6): rows of 6 columns have nothing beside a window of 6; it learns which"
                        + " window belongs to which rest of a row: take window(5) or a smaller one");
        assertThatThrownBy(() -> new Icl().fit(TrainingTest.rows(50, 1, 1), FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("icl(): rows of 1 column have nothing beside a window of 2; it learns which window belongs"
                        + " to which rest of a row: take a model of single columns, such as autoencoder()");
    }
}

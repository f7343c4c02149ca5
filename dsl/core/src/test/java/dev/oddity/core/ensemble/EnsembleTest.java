package dev.oddity.core.ensemble;

import static dev.oddity.core.Experiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.FittedDetector;
import dev.oddity.core.ToyDetector;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class EnsembleTest {

    private static final Score MODEL_SCORE = new Score.ModelScore();

    /** Their mean is 2.5. */
    private final Features train = Features.of(new float[] {1, 3, 0, 6}, 1);

    private final Features rows = Features.of(new float[] {2.5f, 1.5f, 10.5f}, 1);
    private final Detector toy = new ToyDetector();
    private final Detector noisy = new ToyDetector().with("noise", .3);

    /**
     * The toy's distances from 2.5 to 1, 3, 0 and 6 are 1.5, 0.5, 2.5 and 3.5: mean 2, standard deviation √1.25. Those of
     * the three rows are 0, 1 and 8, below 0, 1 and 4 of these.
     */
    @ParameterizedTest
    @CsvSource({
        "mean, -1.7888543819998317, -0.8944271909999159, 5.366563145999495",
        "max, -1.7888543819998317, -0.8944271909999159, 5.366563145999495",
        "meanRank, 0, 0.25, 1"
    })
    void a_member_is_placed_by_its_training_scores(String combine, double first, double second, double third) {
        Detector twins = new Ensemble(List.of(toy, toy)).combine(combine);

        double[] scores = twins.fit(train, FitContext.of(42)).score(rows, MODEL_SCORE);

        assertThat(scores).containsExactly(new double[] {first, second, third}, within(1e-12));
    }

    @Test
    void ties_with_training_scores_count_half() {
        Detector twins = new Ensemble(List.of(toy, toy)).combine("meanRank");

        double[] scores = twins.fit(train, FitContext.of(42)).score(train, MODEL_SCORE);

        assertThat(scores).containsExactly(.375, .125, .625, .875);
    }

    @Test
    void mean_and_maximum_join_what_the_members_say() {
        double[] one = Combination.MEAN.join(new double[][] {{1, -2}, {3, 4}});
        double[] other = Combination.MAX.join(new double[][] {{1, -2}, {3, 4}});

        assertThat(one).containsExactly(2, 1);
        assertThat(other).containsExactly(3, 4);
    }

    @Test
    void a_member_learns_what_it_learns_alone_and_its_equal_something_else() {
        TrainedModel alone = noisy.fit(train, FitContext.of(42));

        ModelState together = new Ensemble(List.of(toy, noisy, noisy))
                .fit(train, FitContext.of(42))
                .state();

        double mean = alone.state().tensor("mean").doubles()[0];
        assertThat(together.tensor("1/mean").doubles()).containsExactly(mean);
        assertThat(together.tensor("2/mean").doubles()[0]).isNotEqualTo(mean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "max", "meanRank"})
    void what_is_saved_scores_to_the_bit_as_before(String combine, @TempDir Path folder) {
        Detector nested = new Ensemble(List.of(noisy, new Ensemble(List.of(toy, noisy)).combine("max")));
        Table table = Catalogue.breastCancer().load().table();
        try (FittedDetector detector = experiment("several")
                .data(Catalogue.breastCancer())
                .model(nested.with("combine", combine))
                .fit()) {
            detector.save(folder);

            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded.detector()).isEqualTo(detector.detector());
                assertThat(loaded.score(table)).containsExactly(detector.score(table));
            }
        }
    }

    @Test
    void its_members_are_part_of_an_experiments_identity() {
        String one = identity(new Ensemble(List.of(toy, noisy)));

        assertThat(identity(new Ensemble(List.of(toy, noisy)))).isEqualTo(one);
        assertThat(identity(new Ensemble(List.of(noisy, toy)))).isNotEqualTo(one);
        assertThat(identity(new Ensemble(List.of(toy, noisy.with("noise", .4)))))
                .isNotEqualTo(one);
    }

    @Test
    void one_is_no_ensemble() {
        assertThatThrownBy(() -> new Ensemble(List.of(toy)).fit(train, FitContext.of(42)))
                .hasMessage("ensemble(toyDetector()) has 1 of the members it needs;"
                        + " give at least two, such as ensemble(pca(), knn())");
    }

    @Test
    void when_a_member_fails_those_fitted_are_closed() {
        List<String> closed = new ArrayList<>();
        Detector failing = new ToyDetector().with("mood", "fails");

        assertThatThrownBy(() -> new Ensemble(List.of(new Telling(closed), failing)).fit(train, FitContext.of(42)))
                .hasMessage("the toy was told to fail; give it another mood");
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void closing_it_closes_every_member() {
        List<String> closed = new ArrayList<>();

        new Ensemble(List.of(new Telling(closed), new Telling(closed)))
                .fit(train, FitContext.of(42))
                .close();

        assertThat(closed).containsExactly("closed", "closed");
    }

    @Test
    void contributions_are_there_if_every_member_has_them() {
        Features wide = Features.of(new float[] {1, 3}, 2);

        assertThat(contributions(wide, new Telling(new ArrayList<>()), toy)).isEmpty();
        // Each tells a row's numbers themselves, 1 and 3: a quarter and three quarters of what they tell.
        assertThat(contributions(wide, new Telling(new ArrayList<>()), new Telling(new ArrayList<>())))
                .hasValueSatisfying(shares -> assertThat(shares).containsExactly(.25, .75));
    }

    private static Optional<double[]> contributions(Features rows, Detector... members) {
        return new Ensemble(List.of(members)).fit(rows, FitContext.of(42)).contributions(rows, MODEL_SCORE);
    }

    private static String identity(Detector detector) {
        return experiment("several")
                .data(Catalogue.breastCancer())
                .model(detector)
                .plan()
                .identity();
    }

    /** A toy that tells when it is closed, and a row's own numbers as their contributions. */
    private record Telling(List<String> closed) implements Detector {

        @Override
        public Parameters parameters() {
            return new ToyDetector().parameters();
        }

        @Override
        public Detector with(Parameters parameters) {
            return this;
        }

        @Override
        public TrainedModel fit(Features train, FitContext context) {
            TrainedModel model = new ToyDetector().fit(train, context);
            return new TrainedModel() {

                @Override
                public double[] score(Features scored, Score score) {
                    return model.score(scored, score);
                }

                @Override
                public Optional<double[]> contributions(Features explained, Score score) {
                    double[] own = new double[explained.values().length];
                    Arrays.setAll(own, i -> explained.values()[i]);
                    return Optional.of(own);
                }

                @Override
                public ModelState state() {
                    return new ModelState(Map.of(), Map.of());
                }

                @Override
                public void close() {
                    closed.add("closed");
                }
            };
        }

        @Override
        public TrainedModel restore(ModelState state) {
            throw new UnsupportedOperationException("this test reads nothing back");
        }
    }
}

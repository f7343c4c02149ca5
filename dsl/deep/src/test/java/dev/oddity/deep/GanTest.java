package dev.oddity.deep;

import static dev.oddity.core.Experiment.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.FittedDetector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GanTest {

    private final Features rows = TrainingTest.rows(400, 6, 1);

    @Test
    void each_player_has_its_curve_and_the_encoders_falls() {
        try (TrainedModel model = new WganGp().hidden(32).latent(4).epochs(20).fit(rows, FitContext.of(1))) {
            assertThat(model.history().keySet()).containsExactly("encoder loss", "critic loss", "generator loss");
            List<Double> encoder = model.history().get("encoder loss");
            assertThat(encoder.get(19)).isLessThan(encoder.get(0) / 2);
        }
    }

    @Test
    void more_steps_of_the_search_come_nearer() {
        try (TrainedModel model = new Gan().hidden(32).latent(4).epochs(20).fit(rows, FitContext.of(1))) {
            double few = mean(model.score(rows, new Score.LatentSearch(1)));
            double more = mean(model.score(rows, new Score.LatentSearch(100)));

            assertThat(more).isLessThan(few / 2);
        }
    }

    /** The mean of a squared Mahalanobis length over the rows it was measured on is their dimension. */
    @Test
    void the_score_is_in_units_of_the_training_residuals() {
        try (TrainedModel model = new WganGp().hidden(32).latent(2).epochs(5).fit(rows, FitContext.of(1))) {
            double[] lengths = model.score(rows, new Score.ModelScore());

            assertThat(mean(Arrays.stream(lengths)
                            .map(length -> length * length)
                            .toArray()))
                    .isCloseTo(6, within(.3));
        }
    }

    static Stream<Score> scores() {
        return Stream.of(new Score.CriticScore(), new Score.FeatureMatching(), new Score.LatentSearch(3));
    }

    @ParameterizedTest
    @MethodSource("scores")
    void a_kept_detector_knows_its_score(Score score, @TempDir Path folder) {
        try (FittedDetector detector = experiment("kept")
                .data(Catalogue.breastCancer())
                .model(new Gan().hidden(8).latent(2).epochs(1))
                .score(score)
                .fit()) {
            detector.save(folder);

            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded).hasToString(detector.toString());
                assertThat(detector.toString()).contains(score.toString());
            }
        }
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }
}

package dev.oddity.classical;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadRowsTest {

    private static final Features TRAIN = Fixture.read("train.csv").features();

    static List<Detector> detectors() {
        return List.of(
                new ZScore(),
                new ModifiedZScore(),
                new Iqr(),
                new Ecod(),
                new Copod(),
                new Hbos(),
                new Loda(),
                new Kde(),
                new Pca(),
                new Mahalanobis(),
                new Mcd(),
                new GaussianMixture(),
                new KMeans(),
                new Cblof(),
                new Lof(),
                new Knn(),
                new OneClassSvm(),
                new LinearOneClass());
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void an_infinite_value_is_named_when_scoring(Detector detector) {
        TrainedModel model = detector.fit(TRAIN, FitContext.of(42));
        Features broken = TRAIN.slice(0, 20);
        broken.values()[0] = Float.POSITIVE_INFINITY;

        assertThatThrownBy(() -> model.score(broken, new Score.ModelScore()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(detector.name() + "(): row 0, column 'x0' is Infinity; every number must be finite: impute"
                        + " missing values first");
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void rows_of_another_width_are_refused(Detector detector) {
        TrainedModel model = detector.fit(TRAIN, FitContext.of(42));

        assertThatThrownBy(() -> model.score(Features.of(new float[12], 12), new Score.ModelScore()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(detector.name() + "() was fitted on rows of 10 numbers, these have 12; prepare them with"
                        + " the preparation that was fitted on its training rows");
    }
}

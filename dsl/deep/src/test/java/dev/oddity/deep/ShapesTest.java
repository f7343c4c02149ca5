package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Detectors of images and windows, and the shapes of the rows they are given. */
class ShapesTest {

    private static final Score SCORE = new Score.ModelScore();

    @Test
    void rows_of_a_table_are_no_images() {
        Features table = TrainingTest.rows(20, 6, 1);

        assertThatThrownBy(() -> new ConvAutoencoder().fit(table, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "convAutoencoder(): a row has the shape [6]; it learns from images, channels × height × width,"
                                + " such as those of digits() and mnist(). For the rows of a table take a dense model such as"
                                + " autoencoder()");
    }

    @Test
    void a_convolutional_network_has_a_convolution() {
        Features images = shaped(TrainingTest.rows(20, 8, 1), 20, 1, 4, 2);

        assertThatThrownBy(() -> new ConvAutoencoder().channels().fit(images, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "convAutoencoder().channels(): without a convolution it is no convolutional network; give at"
                                + " least one number, or take autoencoder()");
    }

    @Test
    void long_windows_are_scored_in_smaller_blocks() {
        assertThat(new TransformerAutoencoder()
                        .network(new long[] {64, 1}, Map.of())
                        .block())
                .isEqualTo(1024);
        assertThat(new TransformerAutoencoder()
                        .network(new long[] {1000, 1}, Map.of())
                        .block())
                .isEqualTo((1 << 24) / (4 * 1000 * 1000));
    }

    @Test
    void images_are_no_windows() {
        Features images = shaped(TrainingTest.rows(20, 8, 1), 20, 1, 4, 2);

        assertThatThrownBy(() -> new GruAutoencoder().fit(images, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "gruAutoencoder(): a row has the shape [1, 4, 2]; it learns from windows, steps × features, such"
                                + " as those of nab(\"..\").windows(64) and ecg5000(). For images take convAutoencoder()");
    }

    @Test
    void a_row_of_a_table_is_a_window_of_one_feature() {
        Features table = TrainingTest.rows(50, 6, 1);
        Features windows = shaped(table, 50, 6, 1);
        LstmAutoencoder detector = new LstmAutoencoder().hidden(4).epochs(2);

        try (TrainedModel ofTable = detector.fit(table, FitContext.of(1));
                TrainedModel ofWindows = detector.fit(windows, FitContext.of(1))) {
            assertThat(ofTable.score(table, SCORE)).containsExactly(ofWindows.score(windows, SCORE));
        }
    }

    @Test
    void a_row_of_two_dimensions_is_an_image_of_one_channel() {
        assertThat(ImageShape.of("any", new long[] {5, 7})).isEqualTo(new ImageShape(1, 5, 7));
    }

    @Test
    void a_window_that_leaves_nothing_to_forecast_is_refused() {
        Features windows = shaped(TrainingTest.rows(20, 6, 1), 20, 3, 2);

        assertThatThrownBy(() -> new LstmForecaster().horizon(3).fit(windows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "lstmForecaster().horizon(3): windows of 3 steps have no step with 3 before it; take windows of"
                                + " at least 4 steps");
    }

    @Test
    void heads_must_divide_the_width() {
        Features windows = shaped(TrainingTest.rows(20, 6, 1), 20, 3, 2);

        assertThatThrownBy(() -> new TransformerAutoencoder().width(32).heads(5).fit(windows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("transformerAutoencoder().heads(5): heads must divide the width, 32; take 1, 32 or a number"
                        + " between that divides it");
    }

    @Test
    void an_even_kernel_has_no_middle() {
        assertThatThrownBy(() -> new TemporalConvAutoencoder().kernel(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temporalConvAutoencoder().kernel(4): kernel must be odd and at least 1");
    }

    @Test
    void a_classifier_without_an_anomaly_to_learn_from_says_so() {
        Features images = shaped(TrainingTest.rows(20, 8, 1), 20, 1, 4, 2);

        assertThatThrownBy(() -> new CnnClassifier().fit(images, FitContext.of(1, TrainingLabels.all(new boolean[20]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cnnClassifier() learns from labels, and none of the 20 rows it was given is told to be an"
                        + " anomaly; it needs some of both kinds");
    }

    @Test
    void images_and_windows_come_back_in_their_shape() {
        Features images = shaped(TrainingTest.rows(30, 30, 1), 30, 2, 3, 5);
        Features windows = shaped(images, 30, 10, 3);
        List<DeepDetector<?>> ofWindows = List.of(
                new LstmAutoencoder().hidden(3).layers(2).bidirectional(true),
                new TemporalConvAutoencoder()
                        .channels(4)
                        .dilations(1, 4)
                        .latent(2)
                        .pool(4),
                new TransformerAutoencoder().width(4).heads(2).latent(6));

        assertThat(codes(new ConvAutoencoder().latent(5), images)).isEqualTo(5);
        assertThat(ofWindows.stream().map(detector -> codes(detector, windows))).containsExactly(6, 2 * 3, 6);
    }

    /** Numbers in a row's code. */
    private static int codes(DeepDetector<?> detector, Features rows) {
        try (TrainedModel model = detector.with("epochs", 1).fit(rows, FitContext.of(1))) {
            assertThat(model.reconstruction(rows).orElseThrow().shape()).containsExactly(rows.shape());
            return model.latent(rows).orElseThrow().columns();
        }
    }

    /** The last step pushed out of a sine; one further ahead would spoil the forecasts after it as well. */
    @Test
    void a_forecaster_lays_an_odd_step_at_its_own_door() {
        Features waves = waves(200, 16);
        Features odd = waves(20, 16);
        for (int window = 0; window < 20; window++) {
            odd.values()[window * 16 + 15] += 1.5f;
        }
        LstmForecaster detector =
                new LstmForecaster().hidden(16).layers(1).epochs(15).learningRate(0.01);

        try (TrainedModel model = detector.fit(waves, FitContext.of(1))) {
            double[] shares = model.contributions(odd, SCORE).orElseThrow();
            double[] scores = model.score(odd, SCORE);
            for (int window = 0; window < 20; window++) {
                double[] steps = Arrays.copyOfRange(shares, window * 16, window * 16 + 16);
                int worst = IntStream.range(0, 16)
                        .reduce((a, b) -> steps[b] > steps[a] ? b : a)
                        .orElseThrow();

                assertThat(worst).isEqualTo(15);
                assertThat(steps[0]).isZero();
                assertThat(Math.sqrt(Arrays.stream(steps).sum() / 15)).isCloseTo(scores[window], within(1e-3));
            }
        }
    }

    /** Windows of a sine with a period of 8 steps, each from another phase on. */
    private static Features waves(int windows, int steps) {
        float[] values = new float[windows * steps];
        for (int window = 0; window < windows; window++) {
            for (int step = 0; step < steps; step++) {
                values[window * steps + step] = (float) Math.sin(Math.PI / 4 * step + 0.7 * window);
            }
        }
        return shaped(Features.of(values, steps), windows, steps, 1);
    }

    private static Features shaped(Features rows, int... shape) {
        return new Features(rows.values(), shape, rows.names());
    }
}

package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.evaluation.CalibrationCurve;
import dev.oddity.core.evaluation.PrecisionRecallCurve;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.RocCurve;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.markers.SeriesMarkers;

class ChartsTest {

    private static final Predictions SMALL =
            new Predictions(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}, 0.37);

    @Test
    void roc_curves_name_model_and_area_and_end_with_chance() {
        Map<String, RocCurve> curves = new LinkedHashMap<>();
        curves.put("vae", RocCurve.of(SMALL));
        curves.put("pca", RocCurve.of(SMALL));

        XYChart chart = Charts.rocCurves(curves);

        assertThat(chart.getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("vae (AUC 0.7500)", "pca (AUC 0.7500)", "chance (AUC 0.5)");
        XYSeries first = chart.getSeries("vae (AUC 0.7500)");
        assertThat(first.getXData()).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(first.getYData()).containsExactly(0, 0.5, 0.5, 1, 1);
    }

    @Test
    void calibration_curves_name_model_and_error_beside_the_diagonal() {
        CalibrationCurve curve = new CalibrationCurve(
                List.of(new CalibrationCurve.Point(.1, .2, 30), new CalibrationCurve.Point(.9, .7, 10)), "by hand");

        XYChart chart = Charts.calibrationCurves(Map.of("vae", curve));

        assertThat(chart.getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("vae (error 0.1250)", "calibrated");
        assertThat(chart.getSeries("vae (error 0.1250)").getXData()).containsExactly(.1, .9);
        assertThat(chart.getSeries("vae (error 0.1250)").getYData()).containsExactly(.2, .7);
    }

    @Test
    void from_the_eighth_series_on_the_lines_are_dashed() {
        Map<String, RocCurve> curves = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            curves.put("model " + i, RocCurve.of(SMALL));
        }
        XYChart chart = Charts.rocCurves(curves);

        new ChartView(chart).png();

        XYSeries first = chart.getSeries("model 1 (AUC 0.7500)");
        XYSeries eighth = chart.getSeries("model 8 (AUC 0.7500)");
        assertThat(eighth.getLineColor()).isEqualTo(first.getLineColor());
        assertThat(first.getLineStyle().getDashArray()).isNull();
        assertThat(eighth.getLineStyle().getDashArray()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12, 30})
    void bars_are_painted_however_many(int bars) {
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (int i = 0; i < bars; i++) {
            contributions.put("feature " + i, Math.pow(.5, i));
        }

        assertThat(Charts.contributions("Row 1", contributions).png()).isNotEmpty();
        assertThat(new ChartView(Charts.boxPlots(
                                "boxes", contributions.keySet().stream().collect(Collectors.toMap(name -> name, name ->
                                        new double[] {1, 2, 3}))))
                        .png())
                .isNotEmpty();
    }

    @Test
    void precision_recall_curves_are_steps_above_the_base_rate() {
        XYChart chart = Charts.precisionRecallCurves(Map.of("vae", PrecisionRecallCurve.of(SMALL)));

        assertThat(chart.getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("vae (AP 0.8333)", "chance (AP 0.5000)");
        XYSeries steps = chart.getSeries("vae (AP 0.8333)");
        assertThat(stepArea(steps)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(chart.getSeries("chance (AP 0.5000)").getYData()).containsExactly(0.5, 0.5);
    }

    @Test
    void a_curve_of_many_points_is_thinned_to_what_can_be_seen() {
        Predictions many = drawn(200_000, 0.4, Math::abs);

        XYSeries series = Charts.rocCurves(Map.of("m", RocCurve.of(many)))
                .getSeriesCollection()
                .iterator()
                .next();

        assertThat(RocCurve.of(many).points()).hasSizeGreaterThan(50_000);
        assertThat(series.getXData()).hasSizeLessThan(5_000);
        assertThat(trapezoids(series)).isCloseTo(RocCurve.of(many).area(), within(1e-3));
    }

    @Test
    void a_histogram_counts_every_row_once_and_draws_the_threshold() {
        Predictions predictions = drawn(5_000, 0.02, score -> score);
        ScoreScale scale = ScoreScale.of(predictions);

        XYChart chart = Charts.scoreHistogram("vae", predictions);

        assertThat(Arrays.stream(scale.count(predictions, false)).sum()
                        + Arrays.stream(scale.count(predictions, true)).sum())
                .isEqualTo(5_000);
        assertThat(chart.getTitle()).isEqualTo("Scores of vae");
        assertThat(chart.getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("normal", "anomaly", "threshold 1.500");
        assertThat(chart.getSeries("threshold 1.500").getXData()).containsExactly(1.5, 1.5);
        assertThat(chart.getXAxisTitle()).isEqualTo("anomaly score");
    }

    @Test
    void decades_of_a_histogram_are_written_out_unless_they_are_very_small_or_large() {
        XYChart usual = Charts.scoreHistogram("vae", drawn(5_000, 0.02, score -> Math.exp(3 * score)));
        XYChart tiny = Charts.scoreHistogram("vae", drawn(5_000, 0.02, score -> 1e-8 * Math.exp(3 * score)));

        assertThat(usual.getStyler().getXAxisDecimalPattern()).isEqualTo("#,##0.######");
        assertThat(usual.getStyler().getYAxisDecimalPattern()).isEqualTo("#,##0");
        assertThat(tiny.getStyler().getXAxisDecimalPattern()).isNull();
    }

    @Test
    void positive_scores_over_many_decades_get_a_logarithmic_axis() {
        ScoreScale scale = ScoreScale.of(drawn(5_000, 0.02, score -> Math.exp(3 * score)));

        assertThat(scale.logarithmic()).isTrue();
        assertThat(scale.edge(1) / scale.edge(0)).isCloseTo(scale.edge(2) / scale.edge(1), within(1e-9));
    }

    @Test
    void a_far_tail_is_gathered_in_the_last_bin_and_said_so() {
        Predictions usual = drawn(5_000, 0.02, score -> score);
        double[] scores = usual.scores();
        scores[0] = 1e9;
        scores[1] = 2e9;
        Predictions tailed = new Predictions(scores, usual.labels(), 1.5);

        ScoreScale scale = ScoreScale.of(tailed);

        assertThat(scale.high()).isLessThan(10);
        assertThat(scale.count(tailed, tailed.labels()[0])[ScoreScale.BINS - 1]).isGreaterThanOrEqualTo(1);
        assertThat(Charts.scoreHistogram("pca", tailed).getXAxisTitle())
                .isEqualTo("anomaly score (outermost bins hold the scores beyond)");
    }

    @Test
    void the_axis_reaches_to_the_threshold() {
        Predictions strict = new Predictions(new double[] {1, 2, 3}, new boolean[] {false, false, true}, 7);

        assertThat(ScoreScale.of(strict).high()).isEqualTo(7);
        assertThat(Charts.scoreHistogram("m", strict).getSeriesCollection())
                .extracting(Series::getName)
                .contains("threshold 7.000");
    }

    @Test
    void a_threshold_at_infinity_is_not_drawn() {
        Predictions none =
                new Predictions(new double[] {1, 2, 3}, new boolean[] {false, false, true}, Double.POSITIVE_INFINITY);

        assertThat(Charts.scoreHistogram("m", none).getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("normal", "anomaly");
    }

    @Test
    void equal_scores_still_have_an_axis() {
        Predictions equal = new Predictions(new double[] {2, 2, 2}, new boolean[] {false, false, true}, 2);

        ScoreScale scale = ScoreScale.of(equal);

        assertThat(scale.high()).isGreaterThan(scale.low());
        assertThat(new ChartView(Charts.scoreHistogram("m", equal)).png()).isNotEmpty();
    }

    @Test
    void loss_curves_count_epochs_from_1_and_leave_out_what_is_not_finite() {
        Map<String, double[]> losses = new LinkedHashMap<>();
        losses.put("loss", new double[] {3, Double.NaN, 1});
        losses.put("broken", new double[] {Double.NaN});

        XYChart chart = Charts.lossCurves(new LossCurves("vae", losses, new double[0]));

        assertThat(chart.getTitle()).isEqualTo("Training loss of vae");
        assertThat(chart.getSeriesCollection()).extracting(Series::getName).containsExactly("loss");
        assertThat(chart.getSeries("loss").getXData()).containsExactly(1, 3);
        assertThat(chart.getStyler().isYAxisLogarithmic()).isFalse();
        assertThat(chart.getStyler().isLegendVisible()).isFalse();
    }

    @Test
    void a_loss_of_one_epoch_is_a_point_with_a_short_number_beside_it() {
        XYChart one = Charts.lossCurves(
                new LossCurves("vae", Map.of("loss", new double[] {24.459410978618422}), new double[0]));
        XYChart two = Charts.lossCurves(new LossCurves("vae", Map.of("loss", new double[] {3, 2}), new double[0]));

        assertThat(one.getSeries("loss").getMarker()).isEqualTo(SeriesMarkers.CIRCLE);
        assertThat(one.getStyler().getYAxisDecimalPattern()).isEqualTo("#,##0.####");
        assertThat(two.getSeries("loss").getMarker()).isNotEqualTo(SeriesMarkers.CIRCLE);
        assertThat(new ChartView(one).png()).isNotEmpty();
    }

    @Test
    void the_best_epoch_of_the_validation_loss_is_marked_where_it_first_was_lowest() {
        LossCurves curves = new LossCurves(
                "vae", Map.of("loss", new double[] {4, 3, 2, 1}), new double[] {5, 2.5, Double.NaN, 2.5});

        XYChart chart = Charts.lossCurves(curves);

        assertThat(chart.getSeriesCollection())
                .extracting(Series::getName)
                .containsExactly("loss", "validation loss", "best epoch 2");
        assertThat(chart.getSeries("best epoch 2").getXData()).containsExactly(2);
        assertThat(chart.getSeries("best epoch 2").getYData()).containsExactly(2.5);
    }

    @Test
    void losses_over_many_decades_get_a_logarithmic_axis_unless_one_is_negative() {
        LossCurves wide = new LossCurves("vae", Map.of("loss", new double[] {3000, 2}), new double[0]);
        LossCurves negative = new LossCurves("vae", Map.of("loss", new double[] {3000, -2}), new double[0]);

        assertThat(Charts.lossCurves(wide).getStyler().isYAxisLogarithmic()).isTrue();
        assertThat(Charts.lossCurves(negative).getStyler().isYAxisLogarithmic()).isFalse();
    }

    @Test
    void several_models_have_an_axis_each() {
        List<LossCurves> models = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> new LossCurves("model " + i, Map.of("loss", new double[] {i, 1}), new double[0]))
                .toList();

        Panels five = (Panels) Charts.lossCurves(models.subList(0, 5)).chart();
        Panels thirteen = (Panels) Charts.lossCurves(models).chart();

        assertThat(five.charts()).extracting(IChart::getTitle).startsWith("model 1", "model 2");
        assertThat(five.getWidth()).isEqualTo(860);
        assertThat(thirteen.charts()).hasSize(12);
        assertThat(thirteen.getTitle()).isEqualTo("Training loss, the first 12 of 13 charts");
    }

    @Test
    void nothing_to_draw_is_an_empty_chart() {
        assertThat(new ChartView(Charts.lossCurves(new LossCurves("vae", Map.of(), new double[0]))).png())
                .isNotEmpty();
        assertThat(new ChartView(Charts.rocCurves(Map.of())).png()).isNotEmpty();
        assertThat(new ChartView(Charts.precisionRecallCurves(Map.of())).png()).isNotEmpty();
    }

    private interface Spelling {
        double of(double score);
    }

    private static Predictions drawn(int rows, double share, Spelling spelling) {
        Random random = new Random(1);
        double[] scores = new double[rows];
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < share;
            scores[row] = spelling.of(random.nextGaussian() + (labels[row] ? 1 : 0));
        }
        return new Predictions(scores, labels, 1.5);
    }

    private static double stepArea(XYSeries steps) {
        double area = 0;
        for (int i = 1; i < steps.getXData().length; i++) {
            area += (steps.getXData()[i] - steps.getXData()[i - 1]) * steps.getYData()[i];
        }
        return area;
    }

    private static double trapezoids(XYSeries line) {
        double area = 0;
        for (int i = 1; i < line.getXData().length; i++) {
            area += (line.getXData()[i] - line.getXData()[i - 1]) * (line.getYData()[i] + line.getYData()[i - 1]) / 2;
        }
        return area;
    }
}

package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Injections.collective;
import static dev.oddity.datasets.Injections.point;
import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.official;
import static dev.oddity.datasets.Splits.temporal;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static dev.oddity.datasets.catalogue.Catalogue.skab;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.SeriesMetrics;
import dev.oddity.core.evaluation.Thresholds;
import dev.oddity.core.evaluation.Timeline;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Windows;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SeriesExperimentTest {

    private static final DataSource WINDOWS =
            sine(1_000).inject(point(0.01)).windows(20).stride(5);

    @Test
    void a_detector_of_rows_judges_windows() {
        Dataset data = WINDOWS.load();
        Partition parts = WINDOWS.split().of(data, new Random(1));

        Report report =
                experiment("waves").data(WINDOWS).model(new ToyDetector()).evaluate();

        Run run = report.best().runs().get(0);
        assertThat(run.predictions().scores()).hasSize((500 - 20) / 5 + 1);
        assertThat(run.predictions().labels()).containsExactly(data.labels(parts.test()));
        assertThat(report.data().features()).isEqualTo(20);
        assertThat(report.data().test()).isEqualTo(97);
        assertThat(report.data().train()).isEqualTo(data.examples(parts.train()));
    }

    @Test
    void a_window_past_the_end_is_refused_with_the_last_that_there_is() {
        Report report =
                experiment("waves").data(WINDOWS).model(new ToyDetector()).evaluate();

        assertThat(report.explain(980).row()).isEqualTo(980);
        assertThatThrownBy(() -> report.explain(981))
                .hasMessage("row 981: the table has rows 0 to 999, and a window takes 20 of them: the last begins at"
                        + " row 980");
    }

    @Test
    void a_kept_detector_scores_the_windows_of_a_table(@TempDir Path folder) {
        try (FittedDetector fitted =
                experiment("waves").data(WINDOWS).model(new ToyDetector()).fit()) {
            fitted.save(folder);

            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded.score(sine(120).seed(2).load().table()))
                        .hasSize(21)
                        .containsExactly(fitted.score(sine(120).seed(2).load().table()));
            }
        }
    }

    @Test
    void window_scores_come_back_as_the_points_means() {
        try (FittedDetector fitted =
                experiment("waves").data(WINDOWS).model(new ToyDetector()).fit()) {
            Table points = sine(33).seed(2).load().table();

            double[] windows = fitted.score(points);
            double[] scores = fitted.pointScores(points);

            assertThat(windows).hasSize(3);
            assertThat(scores).hasSize(33);
            assertThat(scores[0]).isEqualTo(windows[0]);
            assertThat(scores[7]).isCloseTo((windows[0] + windows[1]) / 2, within(1e-12));
            assertThat(scores[29]).isEqualTo(windows[2]);
            assertThat(scores[30]).isNaN();
        }
    }

    @Test
    void a_detector_of_rows_judges_images() {
        Report report =
                experiment("digits").data(digits()).model(new ToyDetector()).evaluate();

        assertThat(report.data().features()).isEqualTo(64);
    }

    @Test
    void points_seen_through_windows_are_judged_by_the_mean_of_the_windows_that_hold_them() {
        Dataset data = WINDOWS.load();
        Partition parts = WINDOWS.split().of(data, new Random(1));

        Report report = experiment("waves")
                .data(WINDOWS)
                .model(new ToyDetector())
                .evaluate(
                        Metrics.rocAuc(),
                        SeriesMetrics.pointAdjustedF1(),
                        SeriesMetrics.rangeF1(),
                        SeriesMetrics.vusPr());

        Predictions judged = report.best().runs().get(0).predictions();
        double[] points = new Windows(20, 5).meanPerPoint(judged.scores(), parts.test());
        boolean[] labels = new boolean[points.length];
        for (int point = 0; point < points.length; point++) {
            labels[point] = data.labels()[parts.test()[point]];
        }
        Predictions ofPoints = new Predictions(points, labels, judged.threshold())
                .withTimeline(Timeline.ofPoints(parts.test(), labels));
        assertThat(points).doesNotContain(Double.NaN);
        for (Metric metric : List.of(SeriesMetrics.pointAdjustedF1(), SeriesMetrics.rangeF1(), SeriesMetrics.vusPr())) {
            assertThat(report.metric(metric, "toyDetector").mean())
                    .as(metric.key())
                    .isEqualTo(metric.of(ofPoints));
        }
    }

    @Test
    void an_optimistic_metric_is_told_as_such_once() {
        Report report = experiment("waves")
                .data(WINDOWS)
                .model(new ToyDetector())
                .evaluate(SeriesMetrics.pointAdjustedF1(), SeriesMetrics.bestPointAdjustedF1());

        assertThat(report.notes())
                .containsOnlyOnce(SeriesMetrics.pointAdjustedF1().caveat());
        assertThat(report.toString()).contains("PA-F1 (optimistic)", "note: PA-F1 counts every point");
    }

    @Test
    void rows_split_in_time_are_points_of_a_series() {
        DataSource rows = sine(1_000).inject(collective(0.05));

        Report report = experiment("waves")
                .data(rows)
                .model(new ToyDetector())
                .evaluate(SeriesMetrics.detectionDelay(), SeriesMetrics.nabScore());

        Predictions judged = report.best().runs().get(0).predictions();
        int[] places = IntStream.range(0, judged.rows()).toArray();
        assertThat(report.metric(SeriesMetrics.nabScore(), "toyDetector").mean())
                .isEqualTo(
                        SeriesMetrics.nabScore().of(judged.withTimeline(Timeline.ofPoints(places, judged.labels()))));
    }

    @Test
    void a_series_is_one_where_its_published_rows_train() {
        DataSource waves = sine(1_000).inject(collective(0.05));
        Metric rangeF1 = SeriesMetrics.rangeF1();

        double published = experiment("waves")
                .data(waves.split(official(500).normalOnly()))
                .model(new ToyDetector())
                .evaluate(rangeF1)
                .metric(rangeF1, "toyDetector")
                .mean();

        assertThat(published)
                .isEqualTo(experiment("waves")
                        .data(waves.split(temporal(0.5).normalOnly()))
                        .model(new ToyDetector())
                        .evaluate(rangeF1)
                        .metric(rangeF1, "toyDetector")
                        .mean());
        assertThatThrownBy(() -> experiment("waves")
                        .data(waves.split(holdout(0.5)))
                        .model(new ToyDetector())
                        .evaluate(rangeF1))
                .hasMessageStartingWith(
                        "rangeF1() judges points in the order of time, and sine split by holdout(0.5) has none");
    }

    @Test
    void a_run_of_the_skoltech_benchmark_is_a_series_as_it_was_published() {
        DataSource run = skab("valve1/3");
        assumeThatCode(run::load).doesNotThrowAnyException();

        Report report = experiment("valve")
                .data(run)
                .model(new ToyDetector())
                .evaluate(SeriesMetrics.rangeF1(), SeriesMetrics.detectionDelay());

        assertThat(report.metric(SeriesMetrics.rangeF1(), "toyDetector").mean()).isBetween(0., 1.);
        assertThat(run.split().timeOrder(run.load())).isPresent();
    }

    @Test
    void rows_in_another_order_than_their_times_are_judged_in_that_of_their_times() {
        int rows = 200;
        double[] times = new double[rows];
        double[] values = new double[rows];
        String[] label = new String[rows];
        for (int row = 0; row < rows; row++) {
            int time = row * 7 % rows;
            times[row] = time;
            values[row] = time % 2 + (time >= 150 && time < 160 ? 5 : 0);
            label[row] = time >= 150 && time < 160 ? "bad" : "good";
        }
        Table shuffled = Table.create(
                "shuffled",
                DoubleColumn.create("time", times),
                DoubleColumn.create("value", values),
                StringColumn.create("label", label));

        Report report = experiment("shuffled")
                .data(table(shuffled)
                        .label("label")
                        .positive("bad")
                        .drop("time")
                        .split(temporal(0.6).by("time")))
                .model(new ToyDetector())
                .threshold(Thresholds.quantile(1))
                .evaluate(SeriesMetrics.detectionDelay(), SeriesMetrics.rangeF1());

        // One anomaly of ten points, all of them far out; in the order of rows there would be many.
        assertThat(report.metric(SeriesMetrics.detectionDelay(), "toyDetector").mean())
                .isZero();
        assertThat(report.metric(SeriesMetrics.rangeF1(), "toyDetector").mean()).isEqualTo(1);
    }

    @Test
    void a_series_metric_of_rows_without_an_order_is_refused_before_training() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().mood("fails"))
                        .evaluate(Metrics.rocAuc(), SeriesMetrics.rangeF1()))
                .hasMessage(
                        "rangeF1() judges points in the order of time, and toy split by normalOnly(0.5) has none; if"
                                + " its rows are a series, split it with .split(temporal(0.6)) or see it through .windows(64),"
                                + " else leave rangeF1() out");
    }

    @Test
    void one_seed_gives_no_interval_of_what_resampled_rows_do_not_have() {
        Metric delay = SeriesMetrics.detectionDelay();
        Report report =
                experiment("waves").data(WINDOWS).model(new ToyDetector()).evaluate(delay);

        assertThatThrownBy(() -> report.interval(delay, "toyDetector"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "one seed gives no interval of detectionDelay(), which resampled rows do not have; repeat the"
                                + " experiment with .seeds(5)");
        assertThat(report.compare(experiment("again")
                                .data(WINDOWS)
                                .model(new ToyDetector().noise(.1))
                                .evaluate(delay))
                        .toString())
                .contains("toyDetector");
    }
}

package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.datasets.Injections.point;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}

package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.Features;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ModelChartsTest {

    private static final Report REPORT =
            experiment("toys").data(toy()).model(new ToyDetector()).evaluate();
    private static final FittedDetector DETECTOR = REPORT.detector();

    private final Table rows = toy().load().table();

    @AfterAll
    static void close() {
        DETECTOR.close();
    }

    @Test
    void of_windows_that_share_points_the_first_is_drawn() {
        Features windows = new Features(new float[5 * 4], new int[] {5, 4, 1}, List.of());
        int[] starts = {0, 1, 2, 5, 9};

        ModelCharts.Extremes extremes = ModelCharts.extremes(windows, new double[] {7, 9, 8, 1, 2}, starts, 4);

        assertThat(extremes.highest()).isEqualTo(3);
        assertThat(extremes.rows()).containsExactly(1, 4, 3);
    }

    @Test
    void the_five_highest_images_stand_before_the_five_lowest() {
        Features images = new Features(new float[12], new int[] {12, 1, 1, 1}, List.of());
        double[] scores = {3, 1, 4, 1.5, 9, 2, 6, 5, 3.5, 5.8, 9.7, 9.3};

        ModelCharts.Extremes extremes = ModelCharts.extremes(images, scores, numbers(12), 1);

        assertThat(extremes.highest()).isEqualTo(5);
        assertThat(extremes.rows()).containsExactly(10, 11, 4, 6, 9, 1, 3, 5, 0, 8);
    }

    @Test
    void what_a_model_has_not_is_said_with_what_has_it() {
        assertThatThrownBy(REPORT::latentChart)
                .hasMessage(
                        "toyDetector() has no latent space; take a model that has one, such as autoencoder(), vae() or"
                                + " deepSvdd(), or look at explain(row)");
        assertThatThrownBy(REPORT::reconstructionChart)
                .hasMessage("toyDetector() rebuilds nothing; take a model that does, such as autoencoder() or pca()");
        assertThatThrownBy(REPORT::generatorChart)
                .hasMessage(
                        "toyDetector() has no generated rows to draw: only a generator makes some as it trains, such as"
                                + " gan() or wganGp(), and a folder it is loaded from keeps none");
        assertThatThrownBy(REPORT::lossChart)
                .hasMessage("no model here trains by epochs, so there is no loss to draw; models: toyDetector");
        assertThatThrownBy(() -> REPORT.lossChart("toyDetector"))
                .hasMessage("toyDetector does not train by epochs, so there is no loss to draw");
        assertThatThrownBy(DETECTOR::lossChart)
                .hasMessage("toyDetector() has no losses to draw: it does not train by epochs, or it was loaded from a"
                        + " folder, which keeps none; ask the detector that .fit() gave, or the report");
    }

    @Test
    void rows_to_draw_are_some_that_there_are() {
        assertThatThrownBy(() -> DETECTOR.reconstructionChart(rows, 300))
                .hasMessage("row 300: the table has rows 0 to 299");
        assertThatThrownBy(() -> DETECTOR.reconstructionChart(rows, numbers(21)))
                .hasMessage("reconstructionChart(..) of 21 rows: choose 1 to 20 of them");
        assertThatThrownBy(() -> REPORT.reconstructionChart("toyDetector", -1))
                .hasMessage("row -1: the table has rows 0 to 299");
    }

    @Test
    void a_chart_of_no_rows_says_that_there_is_nothing_to_draw() {
        Table none = rows.emptyCopy();

        assertThatThrownBy(() -> DETECTOR.latentChart(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latentChart(..) of no rows has nothing to draw; give it at least one");
        assertThatThrownBy(() -> DETECTOR.reconstructionChart(none))
                .hasMessage("reconstructionChart(..) of no rows has nothing to draw; give it at least one");
        assertThatThrownBy(() -> DETECTOR.generatorChart(none))
                .hasMessage("generatorChart(..) of no rows has nothing to draw; give it at least one");
        assertThatThrownBy(() -> DETECTOR.scoreMap(none))
                .hasMessage("scoreMap(..) of no rows has nothing to draw; give it at least one");
    }

    private static int[] numbers(int count) {
        return IntStream.range(0, count).toArray();
    }
}

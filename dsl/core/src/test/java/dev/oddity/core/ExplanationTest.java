package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.datasets.Preparations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ExplanationTest {

    private final Table rows = Table.create(
            "rows",
            DoubleColumn.create("x", new double[] {0, 0, 9}),
            DoubleColumn.create("y", new double[] {0, -40, 1}),
            StringColumn.create("who", new String[] {"a", "b", "c"}));
    private final Report report = experiment("toys")
            .data(toy().prepare(Preparations.passthrough()))
            .model(new ToyDetector())
            .evaluate(Metrics.rocAuc());

    @Test
    void a_model_that_cannot_say_is_asked_with_each_number_replaced_by_the_median() {
        try (FittedDetector detector = report.detector()) {
            Explanation why = detector.explain(rows, 1);

            // The toy's score is the sum of the distances from the mean: a number adds its own, less the median's.
            assertThat(why.contributions().get(0).feature()).isEqualTo("y");
            assertThat(why.contributions().get(0).value()).isEqualTo("-40");
            assertThat(why.contributions().get(0).amount()).isCloseTo(40, within(.5));
            assertThat(why.contributions().get(1).amount()).isCloseTo(0, within(.5));
            assertThat(why.anomaly()).isTrue();
            assertThat(why.score()).isEqualTo(detector.score(rows)[1]);
            assertThat(why.basis()).startsWith("How much the score falls when the training rows' median stands");
        }
    }

    @Test
    void what_is_saved_explains_as_before(@TempDir Path folder) {
        try (FittedDetector detector = report.detector()) {
            detector.save(folder.resolve("kept"));

            try (FittedDetector loaded = FittedDetector.load(folder.resolve("kept"))) {
                assertThat(loaded.explain(rows, 2)).isEqualTo(detector.explain(rows, 2));
            }
        }
    }

    @Test
    void a_row_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> report.explain(300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 300: the table has rows 0 to 299");
    }

    @Test
    void the_oddest_test_rows_stand_with_their_numbers_and_cells() {
        Table top = report.top(5);

        assertThat(top.columnNames()).containsExactly("row", "score", "truly an anomaly", "x", "y");
        assertThat(top.rowCount()).isEqualTo(5);
        assertThat(top.doubleColumn("score").asDoubleArray()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        Table data = toy().load().table();
        int first = top.intColumn("row").get(0);
        assertThat(top.doubleColumn("x").get(0))
                .isEqualTo(data.doubleColumn("x").get(first));
        assertThat(report.explain(first).score())
                .isEqualTo(top.doubleColumn("score").get(0));
    }

    @Test
    void the_anomalies_are_the_rows_above_the_threshold() {
        double threshold = report.best().runs().get(0).cut().value();

        assertThat(report.anomalies().doubleColumn("score").asList())
                .isNotEmpty()
                .allMatch(score -> score > threshold);
        assertThat(report.anomalies().rowCount())
                .isEqualTo(report.confusionMatrix("toyDetector").truePositives()
                        + report.confusionMatrix("toyDetector").falsePositives());
    }

    @Test
    void a_table_is_cleaned_of_its_anomalies_and_stays_as_it_was() {
        try (FittedDetector detector = report.detector()) {
            Table before = rows.copy();

            assertThat(detector.clean(rows, new Cleaning.Remove())
                            .stringColumn("who")
                            .asList())
                    .containsExactly("a");
            Table flagged = detector.clean(rows, new Cleaning.Flag());
            assertThat(flagged.booleanColumn("anomaly").asList()).containsExactly(false, true, true);
            assertThat(flagged.doubleColumn("score").asDoubleArray()).containsExactly(detector.score(rows));
            Table filled = detector.clean(rows, new Cleaning.Replace(Preparations.median()));
            assertThat(filled.doubleColumn("y").asDoubleArray()).containsExactly(0, 0, 0);
            assertThat(filled.stringColumn("who").asList()).containsExactly("a", "b", "c");
            assertThat(rows.toString()).isEqualTo(before.toString());
        }
    }

    @Test
    void cleaning_by_reconstruction_needs_a_model_that_rebuilds() {
        assertThatThrownBy(() -> report.clean(new Cleaning.Rebuild()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("toyDetector() rebuilds nothing; clean with replaceWith(median())");
    }

    @Test
    void an_explanation_shows_bars_and_escapes_what_the_table_says() {
        Explanation why =
                new Explanation("toy", 3, 2, 1, "a basis", List.of(new Explanation.Contribution("f", "<b>", 1)));

        MimeBundle shown = why.display();

        assertThat(shown.data().get(MimeBundle.HTML).toString())
                .contains("<img")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(why.toString()).startsWith("row 3: toy gives 2.000, above the threshold 1.000: an anomaly.");
    }

    @Test
    void a_score_map_covers_the_plane_and_draws_the_test_rows_by_their_labels() {
        XYChart map = report.scoreMap();

        assertThat(map.getXAxisTitle()).isEqualTo("x");
        assertThat(map.getSeries("normal").getXData().length
                        + map.getSeries("anomaly").getXData().length)
                .isEqualTo(report.data().test());
        assertThat(map.getSeries("anomaly").getXData()).hasSize(report.data().testAnomalies());
        assertThat(map.getSeriesCollection()).hasSizeGreaterThan(8);
    }

    @Test
    void a_score_map_of_other_data_than_two_numbers_is_refused() {
        try (FittedDetector detector = report.detector()) {
            assertThatThrownBy(() -> detector.scoreMap(rows))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "a score map needs data of exactly two number columns, and these have x, y, who; keep two"
                                    + " of them, or look at explain(row)");
        }
    }
}

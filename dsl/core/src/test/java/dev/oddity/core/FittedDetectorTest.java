package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.DataException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FittedDetectorTest {

    private final Table rows = Table.create(
            DoubleColumn.create("y", new double[] {0, 40}), DoubleColumn.create("x", new double[] {0, -40}));

    @Test
    void it_scores_and_judges_new_rows_whatever_the_order_of_columns() {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {

            double[] scores = detector.score(rows);

            assertThat(scores[1]).isGreaterThan(scores[0]);
            assertThat(detector.predict(rows)).containsExactly(false, true);
        }
    }

    @Test
    void unusable_cells_are_filled_and_told_to_the_listener() {
        List<String> warnings = new ArrayList<>();
        Table odd = Table.create(StringColumn.create("x", "0", "?"), DoubleColumn.create("y", 0, 40));

        try (FittedDetector detector = experiment("toys")
                .data(toy().prepare(impute(constant(0)).standard()))
                .model(new ToyDetector())
                .fit()
                .onWarning(warnings::add)) {
            double[] filled = detector.score(odd);
            double[] asZero =
                    detector.score(Table.create(DoubleColumn.create("x", 0.0, 0.0), DoubleColumn.create("y", 0, 40)));

            assertThat(filled).containsExactly(asZero);
            assertThat(warnings)
                    .containsExactly("column 'x' has 1 unusable cell (the first in row 2: '?' where a finite float32"
                            + " number is needed) among 2 rows; filled with 0.0, as impute(constant(0.0)) says");
        }
    }

    @Test
    void without_a_listener_warnings_go_to_standard_error() {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            detector.score(Table.create(DoubleColumn.create("x", 0, Double.NaN), DoubleColumn.create("y", 0, 40)));
        } finally {
            System.setErr(before);
        }

        assertThat(heard.toString(StandardCharsets.UTF_8))
                .contains("warning: column 'x' has 1 missing value (the first in row 2, where training had none)");
    }

    @Test
    void a_column_that_is_not_there_is_named_with_the_near_miss() {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            assertThatThrownBy(() ->
                            detector.score(Table.create(DoubleColumn.create("X", 1.0), DoubleColumn.create("y", 1.0))))
                    .isInstanceOf(DataException.class)
                    .hasMessage("no column 'x' in the table to prepare; did you mean 'X'? columns: X, y");
        }
    }

    @Test
    void no_rows_have_no_scores() {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            assertThat(detector.score(rows.emptyCopy())).isEmpty();
            assertThat(detector.predict(rows.emptyCopy())).isEmpty();
        }
    }

    @Test
    void what_is_saved_scores_to_the_bit_as_before(@TempDir Path folder) {
        try (FittedDetector detector = experiment("toys")
                .data(toy())
                .model(new ToyDetector().noise(.3))
                .fit()) {
            detector.save(folder.resolve("kept"));

            try (FittedDetector loaded = FittedDetector.load(folder.resolve("kept"))) {
                assertThat(loaded.score(rows)).containsExactly(detector.score(rows));
                assertThat(loaded.threshold()).isEqualTo(detector.threshold());
                assertThat(loaded.experiment()).isEqualTo(detector.experiment());
                assertThat(loaded).hasToString(detector.toString());
            }
        }
    }

    @Test
    void it_is_read_as_the_detector_that_is_given_if_it_is_that_one(@TempDir Path folder) {
        ToyDetector given = new ToyDetector().noise(.3);
        try (FittedDetector detector = experiment("toys")
                .data(toy())
                .model(new ToyDetector().noise(.3))
                .fit()) {
            detector.save(folder);

            try (FittedDetector loaded = FittedDetector.load(folder, given)) {
                assertThat(loaded.detector()).isSameAs(given);
                assertThat(loaded.score(rows)).containsExactly(detector.score(rows));
            }
            assertThatThrownBy(() -> FittedDetector.load(folder, new ToyDetector()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(folder + " holds " + given + ", not " + new ToyDetector()
                            + "; give load(..) the detector as it was fitted");
        }
    }

    @Test
    void a_folder_without_a_whole_detector_is_refused(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> FittedDetector.load(folder))
                .hasMessage(
                        "no detector in " + folder + ": detector.json is missing; give the folder that save(..) wrote");

        Files.writeString(folder.resolve("detector.json"), "{\"format\":\"other\"}");
        assertThatThrownBy(() -> FittedDetector.load(folder))
                .hasMessage(folder.resolve("detector.json")
                        + " is not of the format oddity-detector/1; save the detector again with this version");

        Files.writeString(folder.resolve("detector.json"), "{");
        assertThatThrownBy(() -> FittedDetector.load(folder))
                .hasMessage(folder.resolve("detector.json") + " is damaged; save the detector again");
    }
}

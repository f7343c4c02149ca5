package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
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

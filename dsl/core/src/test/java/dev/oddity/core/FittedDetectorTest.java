package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.datasets.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void what_its_fit_warned_of_is_said_and_stays_with_it(@TempDir Path folder) {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try (FittedDetector detector = experiment("toys")
                .data(toy())
                .model(new ToyDetector().mood("warns"))
                .fit()) {
            detector.save(folder);

            assertThat(detector.notes()).containsExactly("the toy warns");
            assertThat(detector.onWarning(warning -> {}).notes()).containsExactly("the toy warns");
            assertThat(detector).asString().contains("); note: the toy warns; next: .score(table)");
            assertThat(FittedDetector.load(folder).notes()).containsExactly("the toy warns");
        } finally {
            System.setErr(before);
        }

        assertThat(heard.toString(StandardCharsets.UTF_8).lines()).containsExactly("warning: the toy warns");
    }

    @Test
    void it_shows_what_it_is_when_it_calls_an_anomaly_and_how_its_training_went(@TempDir Path folder) {
        try (FittedDetector detector = experiment("toys")
                .data(toy())
                .model(new ToyDetector().mood("warns"))
                .fit()) {
            String shown = html(detector);

            assertThat(shown)
                    .contains(
                            "toyDetector, fitted",
                            "Calls a row an anomaly when its score is above " + (float) detector.threshold() + ".",
                            "toyDetector().mood(&quot;warns&quot;)",
                            "learns without labels",
                            "from the training scores",
                            "prepared to 2 numbers of x, y",
                            "the toy warns",
                            "<li>.score(table)</li>",
                            detector.experiment())
                    .doesNotContain("<section></section>");
            detector.save(folder);
            assertThat(html(FittedDetector.load(folder))).doesNotContain(">Training<");
        }
    }

    @Test
    void of_a_series_it_shows_how_long_its_windows_are() {
        try (FittedDetector detector = experiment("waves")
                .data(sine(300).windows(8))
                .model(new ToyDetector())
                .fit()) {
            assertThat(html(detector))
                    .contains(
                            "Calls a window an anomaly when its score is above ",
                            "windows of 8 rows, prepared to 8 numbers of ");
        }
    }

    @Test
    void of_its_columns_it_shows_how_many_there_are_and_the_first_twelve_names() {
        assertThat(factsOf(columns(1))).contains("<dd>prepared to 1 number of c1</dd>");
        assertThat(factsOf(columns(13)))
                .contains("prepared to 13 numbers of c1, ", ", c12 and 1 more column</dd>")
                .doesNotContain("c13");
        assertThat(factsOf(columns(14))).contains(", c12 and 2 more columns</dd>");
    }

    private static String factsOf(Table table) {
        try (FittedDetector detector = experiment("columns")
                .data(table(table).unlabelled())
                .model(new ToyDetector())
                .fit()) {
            return html(detector);
        }
    }

    private static Table columns(int number) {
        return Table.create(IntStream.rangeClosed(1, number)
                .mapToObj(column -> DoubleColumn.create(
                        "c" + column, new Random(column).doubles(40).toArray())));
    }

    @Test
    void a_detector_that_was_saved_before_there_were_notes_has_none(@TempDir Path folder) throws IOException {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            detector.save(folder);
        }
        Path description = folder.resolve("detector.json");
        String text = Files.readString(description);
        assertThat(text).containsPattern("\"notes\": \\[],\\s*");

        Files.writeString(description, text.replaceFirst("\"notes\": \\[],\\s*", ""));

        assertThat(FittedDetector.load(folder).notes()).isEmpty();
    }

    @Test
    void a_report_hands_each_detector_out_with_its_own_notes() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector().mood("warns"), new ToyDetector().noise(0.1))
                .evaluate();

        assertThat(report.models())
                .allSatisfy(model -> assertThat(model.first().get().notes())
                        .hasSize(model.candidate().toString().contains("warns") ? 1 : 0));
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
                        + " is not of the format oddity-detector/2; save the detector again with this version");

        Files.writeString(folder.resolve("detector.json"), "{");
        assertThatThrownBy(() -> FittedDetector.load(folder))
                .hasMessage(folder.resolve("detector.json") + " is damaged; save the detector again");
    }

    @Test
    void one_row_as_a_map_is_scored_judged_and_explained_as_in_a_table() {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            Map<String, Double> odd = Map.of("x", -40.0, "y", 40.0);

            assertThat(detector.score(odd)).isEqualTo(detector.score(rows)[1]);
            assertThat(detector.score(List.of(odd, Map.of("x", 0, "y", 0))))
                    .containsExactly(detector.score(rows)[1], detector.score(rows)[0]);
            assertThat(detector.predict(odd)).isTrue();
            assertThat(detector.predict(Map.of("x", 0, "y", 0))).isFalse();
            assertThat(detector.explain(odd).contributions())
                    .isEqualTo(detector.explain(rows, 1).contributions());
            assertThat(detector.explain(odd).score()).isEqualTo(detector.score(odd));
        }
    }

    @Test
    void one_row_is_no_window() {
        try (FittedDetector detector = experiment("waves")
                .data(sine(300).windows(20))
                .model(new ToyDetector())
                .fit()) {
            List<Map<String, Double>> last = Collections.nCopies(21, Map.of("x0", 1.0));

            assertThat(detector.score(last)).hasSize(2);
            assertThatThrownBy(() -> detector.score(last.get(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "toyDetector() was fitted on windows(20): one row is no window; give .score(rows) a table or"
                                    + " a list of at least 20 rows");
        }
    }

    @Test
    void a_file_is_scored_in_pieces_as_the_table_in_it(@TempDir Path folder) throws Exception {
        Random random = new Random(5);
        int count = 20_000;
        DoubleColumn x = DoubleColumn.create("x", IntStream.range(0, count).mapToDouble(row -> random.nextGaussian()));
        DoubleColumn y = DoubleColumn.create("y", IntStream.range(0, count).mapToDouble(row -> 1e-3 * row));
        Path file = folder.resolve("new.csv");
        Files.writeString(
                file,
                "id,y,x\n"
                        + IntStream.range(0, count)
                                .mapToObj(
                                        row -> row + "," + y.get(row) + "," + (row == 9_000 ? "?" : x.get(row)) + "\n")
                                .collect(Collectors.joining()));
        x.setMissing(9_000);
        List<String> warnings = new ArrayList<>();
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit().onWarning(warnings::add)) {

            double[] scores = detector.score(file);

            assertThat(warnings)
                    .containsExactly(
                            "after row 8192 of new.csv: column 'x' has 1 unusable cell (the first in row 809: '?'"
                                    + " where a finite float32 number is needed) among 8192 rows; filled with "
                                    + warnings.get(0).replaceAll(".*filled with ", ""));
            assertThat(scores).containsExactly(detector.score(Table.create(x, y)));
        }
    }

    @Test
    void a_file_of_a_series_is_scored_by_windows(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, "x0\n" + "0.5\n".repeat(9_000));
        try (FittedDetector detector = experiment("waves")
                .data(sine(300).windows(20))
                .model(new ToyDetector())
                .fit()) {
            assertThat(detector.score(file)).hasSize(8_981);
        }
    }

    @Test
    void several_threads_score_the_same_at_once() {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            double[] one = IntStream.range(0, 500)
                    .mapToDouble(i -> detector.score(Map.of("x", i, "y", -i)))
                    .toArray();

            double[] many = IntStream.range(0, 500)
                    .parallel()
                    .mapToDouble(i -> detector.score(Map.of("x", i, "y", -i)))
                    .toArray();

            assertThat(many).containsExactly(one);
        }
    }

    @Test
    void a_folder_of_a_newer_version_says_so(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("detector.json"), "{\"format\":\"oddity-detector/3\"}");

        assertThatThrownBy(() -> FittedDetector.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        folder.resolve("detector.json") + " is of the format oddity-detector/3, and this version reads"
                                + " oddity-detector/2; take the newer Oddity that it was saved with");
    }

    @Test
    void no_damage_of_a_saved_detector_goes_unseen_or_ends_in_another_error(@TempDir Path folder) throws Exception {
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            detector.save(folder);
        }
        Path numbers = numbers(folder).get(0);
        byte[] whole = Files.readAllBytes(numbers);

        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(numbers, flipped);
            assertThatThrownBy(() -> FittedDetector.load(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            numbers + " is not the file that detector.json was saved with: it is damaged, or of another"
                                    + " detector; copy both again, or save the detector again");
        }
        Files.write(numbers, whole);
        String description = Files.readString(folder.resolve("detector.json"));
        for (int length = 0; length < description.length() - 2; length += 7) {
            Files.writeString(folder.resolve("detector.json"), description.substring(0, length));
            assertThatThrownBy(() -> FittedDetector.load(folder)).isInstanceOf(IllegalArgumentException.class);
        }
        Files.writeString(folder.resolve("detector.json"), "[".repeat(200_000));
        assertThatThrownBy(() -> FittedDetector.load(folder))
                .hasMessage(folder.resolve("detector.json") + " is damaged; save the detector again");
    }

    @Test
    void a_description_that_names_no_sizes_of_this_world_is_damaged(@TempDir Path folder) throws Exception {
        Path description = folder.resolve("detector.json");
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            detector.save(folder);
        }
        String whole = Files.readString(description);
        Files.writeString(
                description, whole.replaceFirst("\"sha256\": \"[0-9a-f]*\"", "\"sha256\": \"../../elsewhere\""));

        assertThatThrownBy(() -> FittedDetector.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(description + " is damaged; save the detector again");

        Files.writeString(description, whole);
        assertThatThrownBy(() -> DetectorFolder.read(folder, model -> {
                    throw new NegativeArraySizeException("-4");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(description + " is damaged; save the detector again");
    }

    @Test
    void a_folder_holds_one_detector_whole_whenever_saving_ends(@TempDir Path folder) throws Exception {
        try (FittedDetector first =
                        experiment("toys").data(toy()).model(new ToyDetector()).fit();
                FittedDetector second = experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().noise(.3))
                        .fit()) {
            first.save(folder);
            Path before = numbers(folder).get(0);
            byte[] bytes = Files.readAllBytes(before);
            byte[] description = Files.readAllBytes(folder.resolve("detector.json"));
            second.save(folder);

            assertThat(numbers(folder)).hasSize(1).doesNotContain(before);

            // As a save of the second leaves it that ends after the numbers, and after the description.
            byte[] described = Files.readAllBytes(folder.resolve("detector.json"));
            Files.write(before, bytes);
            Files.write(folder.resolve("detector.json"), description);
            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded.score(rows)).containsExactly(first.score(rows));
            }
            Files.write(folder.resolve("detector.json"), described);
            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded.score(rows)).containsExactly(second.score(rows));
            }
            second.save(folder);
            assertThat(numbers(folder)).hasSize(1).doesNotContain(before);
        }
    }

    @Test
    void a_folder_of_the_first_format_is_read_and_replaced(@TempDir Path folder) throws Exception {
        Path description = folder.resolve("detector.json");
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {
            detector.save(folder);
            Files.move(numbers(folder).get(0), folder.resolve("model.safetensors"));
            Files.writeString(
                    description, Files.readString(description).replace("oddity-detector/2", "oddity-detector/1"));

            try (FittedDetector loaded = FittedDetector.load(folder)) {
                assertThat(loaded.score(rows)).containsExactly(detector.score(rows));
                loaded.save(folder);
            }

            assertThat(numbers(folder)).hasSize(1).doesNotContain(folder.resolve("model.safetensors"));
        }
    }

    @Test
    void a_list_of_rows_is_judged_and_explained_as_a_table() {
        List<Map<String, Double>> listed = List.of(Map.of("x", 0.0, "y", 0.0), Map.of("x", -40.0, "y", 40.0));
        try (FittedDetector detector =
                experiment("toys").data(toy()).model(new ToyDetector()).fit()) {

            assertThat(detector.predict(listed)).containsExactly(detector.predict(rows));
            assertThat(detector.explain(listed, 1)).isEqualTo(detector.explain(rows, 1));
            assertThatThrownBy(() -> detector.explain(listed, 2)).hasMessage("row 2: the list has rows 0 to 1");
        }
    }

    @Test
    void a_window_of_a_list_is_explained_as_that_of_a_table() {
        try (FittedDetector detector = experiment("waves")
                .data(sine(300).windows(4))
                .model(new ToyDetector())
                .fit()) {
            Table table = sine(300).load().table();
            List<Map<String, Object>> listed = IntStream.range(0, 6)
                    .mapToObj(row -> table.columns().stream()
                            .collect(Collectors.<tech.tablesaw.columns.Column<?>, String, Object>toMap(
                                    column -> column.name(), column -> column.get(row))))
                    .toList();

            assertThat(detector.explain(listed, 2)).isEqualTo(detector.explain(table.first(6), 2));
            assertThatThrownBy(() -> detector.explain(listed, 3))
                    .hasMessage(
                            "row 3: the list has rows 0 to 5, and a window takes 4 of them: the last begins at row 2");
        }
    }

    private static List<Path> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .toList();
        }
    }

    private static String html(FittedDetector detector) {
        return (String) detector.display().data().get(MimeBundle.HTML);
    }
}

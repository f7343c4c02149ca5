package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.ConfusionMatrix;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Thresholds;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.OddityVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ReportTest {

    @Test
    void the_same_sentence_gives_the_same_figures_to_the_bit() {
        EvaluateStage sentence = experiment("toys")
                .data(toy())
                .model(new ToyDetector().noise(.3))
                .seeds(3);

        Report first = sentence.evaluate();
        Report second = sentence.evaluate();

        for (int seed = 0; seed < 3; seed++) {
            Run once = first.best().runs().get(seed);
            Run again = second.best().runs().get(seed);
            assertThat(again.predictions().scores())
                    .containsExactly(once.predictions().scores());
            assertThat(again.metrics()).isEqualTo(once.metrics());
        }
        assertThat(first.metric(Metrics.rocAuc(), "toyDetector").values()).doesNotHaveDuplicates();
    }

    @Test
    void another_model_does_not_change_a_models_figures() {
        Report alone = experiment("toys")
                .data(toy())
                .model(new ToyDetector().noise(.3))
                .evaluate();

        Report beside = experiment("toys")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(.3))
                .evaluate();

        assertThat(beside.metric(Metrics.rocAuc(), "toyDetector().noise(0.3)"))
                .isEqualTo(alone.metric(Metrics.rocAuc(), "toyDetector"));
    }

    @Test
    void labels_do_not_reach_the_model() {
        boolean[] labels = toy().labels();
        boolean[] moved = labels.clone();
        var everyRowTrains = Splits.holdout(.5);
        moved[0] = false;
        moved[1] = true;

        Report report = experiment("toys")
                .data(toy().split(everyRowTrains))
                .model(new ToyDetector())
                .evaluate();
        Report otherLabels = experiment("toys")
                .data(toy().labelled(moved).split(everyRowTrains))
                .model(new ToyDetector())
                .evaluate();

        assertThat(otherLabels.best().runs().get(0).predictions().scores())
                .containsExactly(report.best().runs().get(0).predictions().scores());
    }

    @Test
    void the_best_model_leads_and_a_failed_one_is_reported_last() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector().mood("fails"), new ToyDetector().noise(9), new ToyDetector().mood("warns"))
                .evaluate(Metrics.rocAuc());

        assertThat(report.models())
                .extracting(ModelResult::name)
                .containsExactly(
                        "toyDetector().mood(\"warns\")", "toyDetector().noise(9.0)", "toyDetector().mood(\"fails\")");
        assertThat(report.toString())
                .contains("toyDetector().mood(\"fails\") failed: the toy was told to fail; give it another mood")
                .contains("note: made for a test")
                .contains("note: the toy warns")
                .containsPattern("(?m)^toyDetector\\(\\)\\.mood\\(\"fails\"\\) +– +– +–$");
        assertThatThrownBy(() -> report.metric(Metrics.rocAuc(), "toyDetector().mood(\"fails\")"))
                .hasMessage(
                        "toyDetector().mood(\"fails\") has no figures: the toy was told to fail; give it another mood");
    }

    @Test
    void a_model_that_failed_with_a_later_seed_says_of_how_many_its_figures_are() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().mood("tires"))
                .seeds(3)
                .evaluate(Metrics.rocAuc());

        String told =
                "toyDetector().mood(\"tires\") failed with seed 43, so its figures are of 1 of 3 seeds: the toy was"
                        + " told to tire after the first seed; give it another mood";
        assertThat(report.toString()).contains(told);
        assertThat(report.toHtml()).contains("failed with seed 43, so its figures are of 1 of 3 seeds");
    }

    @Test
    void a_page_for_others_says_how_and_where_its_figures_were_made(@TempDir Path folder) {
        Report report =
                experiment("toys").data(toy()).model(new ToyDetector()).seeds(2).evaluate(Metrics.rocAuc());

        report.toHtml(folder.resolve("sent/report.html"));

        assertThat(folder.resolve("sent/report.html"))
                .content()
                .contains(
                        "<h2>Methods</h2>",
                        "<dt>toyDetector</dt><dd>toyDetector(); model score; learns without labels</dd>")
                .contains("<dt>Seeds</dt><dd>42, 43; every component", "<h2>Environment</h2>", "<dt>Java</dt>")
                .contains("<dt>Oddity</dt><dd>" + OddityVersion.words() + "</dd>")
                .contains("<dt>Run</dt><dd>" + report.origin().id(), "<h2>How to make it again</h2>", "<h2>Data</h2>")
                .doesNotContain("http://", "https://", "<script");
        assertThat(report.display().data().get(MimeBundle.HTML).toString()).doesNotContain("<h2>Environment</h2>");
    }

    @Test
    void every_model_of_many_is_in_the_leaderboard() {
        ToyDetector[] many = IntStream.rangeClosed(1, 25)
                .mapToObj(noise -> new ToyDetector().noise(noise))
                .toArray(ToyDetector[]::new);

        Report report = experiment("toys").data(toy()).models(many).evaluate(Metrics.rocAuc());

        assertThat(report.toString()).doesNotContain("more row");
        assertThat(report.toHtml()).doesNotContain("more row");
        assertThat(report.compare().toHtml()).doesNotContain("more row");
        assertThat(report.rocChart().getTitle()).isEqualTo("ROC curves, the first 14 of 25 models");
        assertThat(report.rocChart().getSeriesCollection()).hasSize(15);
    }

    @Test
    void unusable_cells_of_the_test_rows_are_told_once_for_each_column_whatever_its_number() {
        Table odd = Table.create(
                "odd",
                DoubleColumn.create("V1", new double[200]),
                DoubleColumn.create("V2", new double[200]),
                DoubleColumn.create("y", new double[200]));
        for (int row = 0; row < 200; row++) {
            boolean bad = row % 10 == 9;
            odd.doubleColumn("V1").set(row, bad ? Double.POSITIVE_INFINITY : row);
            odd.doubleColumn("V2").set(row, bad ? Double.NEGATIVE_INFINITY : -row);
            odd.doubleColumn("y").set(row, bad ? 1 : 0);
        }

        Report report = experiment("odd")
                .data(Catalogue.table(odd).label("y"))
                .model(new ToyDetector())
                .seeds(3)
                .evaluate(Metrics.rocAuc());

        assertThat(report.notes())
                .filteredOn(note -> note.startsWith("column 'V1' has 20 unusable cells"))
                .hasSize(1);
        assertThat(report.notes())
                .filteredOn(note -> note.startsWith("column 'V2' has 20 unusable cells"))
                .hasSize(1);
    }

    @Test
    void test_rows_that_repeat_training_rows_are_told() {
        Table repeated = Table.create("repeated", DoubleColumn.create("x", new double[200]));
        StringColumn label = StringColumn.create("y");
        for (int row = 0; row < 200; row++) {
            repeated.doubleColumn("x").set(row, row % 20);
            label.append(row % 20 == 19 ? "bad" : "good");
        }

        Report report = experiment("copies")
                .data(Catalogue.table(repeated.addColumns(label)).label("y").positive("bad"))
                .model(new ToyDetector())
                .evaluate(Metrics.rocAuc());

        assertThat(report.notes()).contains("88.4 % of the test rows (76 of 86) are verbatim copies of training rows");
    }

    @Test
    void the_only_models_failure_is_the_experiments() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().mood("fails"))
                        .evaluate())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("the toy was told to fail; give it another mood");
    }

    @Test
    void scores_that_are_not_finite_are_refused() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().mood("diverges"))
                        .evaluate())
                .hasMessage("135 of 135 training scores are not finite (row 0 has NaN): every score must be a finite"
                        + " number; if training diverged, lower the learning rate or scale the features");
    }

    @Test
    void a_test_part_of_one_kind_is_refused_before_training() {
        ToySource noAnomalies = toy().labelled(new boolean[300]);

        assertThatThrownBy(() -> experiment("toys")
                        .data(noAnomalies.split(Splits.holdout(.5)))
                        .model(new ToyDetector().mood("fails"))
                        .evaluate())
                .hasMessage(
                        "all 150 test rows are normal: a metric compares scores of normal rows and anomalies; choose"
                                + " a split that leaves both for the test, and check which label value means anomaly");
    }

    @Test
    void a_split_without_training_rows_is_refused() {
        Split nothing = new Split() {
            @Override
            public Partition of(Dataset dataset, Random random) {
                return new Partition(new int[0], new int[0], new int[] {0, 1});
            }

            @Override
            public Map<String, Object> describe() {
                return Map.of();
            }

            @Override
            public String toString() {
                return "nothing()";
            }
        };

        assertThatThrownBy(() -> experiment("toys")
                        .data(toy().split(nothing))
                        .model(new ToyDetector())
                        .evaluate())
                .hasMessage("toy split by nothing() leaves no training rows; give a larger share to training");
    }

    @Test
    void a_threshold_that_needs_validation_says_how_to_get_it_before_training() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().mood("fails"))
                        .threshold(Thresholds.bestF1())
                        .evaluate())
                .hasMessage(
                        "bestF1(): the split keeps no validation rows; it needs validation rows with both normal rows"
                                + " and anomalies: keep some with .validation(0.2) on the split, or use"
                                + " .threshold(contamination(0.05)), which needs no labels");
    }

    @Test
    void the_confusion_matrix_adds_up_to_the_test_rows_of_all_seeds() {
        Report report =
                experiment("toys").data(toy()).model(new ToyDetector()).seeds(3).evaluate(Metrics.f1());

        ConfusionMatrix all = report.confusionMatrix("toyDetector");

        assertThat(all.rows()).isEqualTo(3 * report.data().test());
        assertThat((String) report.display().data().get(MimeBundle.HTML)).contains("Decisions", "false alarms");
    }

    @Test
    void names_that_are_not_there_are_refused_with_the_near_miss() {
        Report report = experiment("toys").data(toy()).model(new ToyDetector()).evaluate(Metrics.rocAuc());

        assertThatThrownBy(() -> report.metric(Metrics.rocAuc(), "toydetecter"))
                .hasMessage("no model 'toydetecter' in this report; did you mean 'toyDetector'? models: toyDetector");
        assertThatThrownBy(() -> report.metric(Metrics.f1(), "toyDetector"))
                .hasMessage("f1 was not evaluated; name it in .evaluate(..); evaluated: rocAuc");
    }

    @Test
    void it_shows_itself_as_text_page_and_figures() {
        Report report =
                experiment("<b>toys</b>").data(toy()).model(new ToyDetector()).evaluate();

        MimeBundle shown = report.display();

        assertThat(shown.data()).containsKeys(MimeBundle.TEXT, MimeBundle.HTML, MimeBundle.METRICS);
        assertThat((String) shown.data().get(MimeBundle.HTML))
                .contains("&lt;b&gt;toys&lt;/b&gt;", "data:image/png;base64,", "deep models ran on abacus")
                .doesNotContain("<b>toys", "<script");
        String metrics = CanonicalJson.of(shown.data().get(MimeBundle.METRICS));
        assertThat(JsonParser.parseString(metrics)
                        .getAsJsonObject()
                        .getAsJsonObject("models")
                        .getAsJsonObject("toyDetector")
                        .getAsJsonObject("rocAuc")
                        .get("absolute")
                        .getAsDouble())
                .isEqualTo(1e-9);
    }

    @Test
    void it_is_saved_with_full_bits_and_can_be_read_elsewhere(@TempDir Path folder) throws Exception {
        Report report = experiment("toys").data(toy()).model(new ToyDetector()).evaluate(Metrics.rocAuc());

        report.save(folder.resolve("report"));

        JsonObject read = JsonParser.parseString(Files.readString(folder.resolve("report/report.json")))
                .getAsJsonObject();
        assertThat(read.get("identity").getAsString())
                .isEqualTo(report.experiment().identity());
        assertThat(read.getAsJsonArray("models")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("runs")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("metrics")
                        .get("rocAuc")
                        .getAsDouble())
                .isEqualTo(report.metric(Metrics.rocAuc(), "toyDetector").mean());
        assertThat(folder.resolve("report/report.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(folder.resolve("report/scores-toyDetector.csv"))
                .content()
                .startsWith("score,anomaly\n")
                .hasLineCount(report.data().test() + 1);
    }

    @Test
    void an_interrupt_reports_what_had_ended() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        experiment("toys").data(toy()).model(new ToyDetector()).evaluate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted before any model had ended; run the cell again");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_default_threshold_that_is_too_high_for_the_training_rows_is_told() {
        Report report = experiment("mixed")
                .data(toy().split(Splits.stratified(.5)))
                .model(new ToyDetector())
                .evaluate();

        assertThat(report.notes())
                .contains(
                        "10.0 % of the training rows are anomalies, and the default threshold quantile(0.99) calls 1 % of"
                                + " them so, which holds recall and F1 down; choose one, such as .threshold(contamination(0.10))");
    }
}

package dev.oddity.ci.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.reproducibility.MetricComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricApprovalTest {

    @TempDir
    Path folder;

    private MetricApproval approval;

    @BeforeEach
    void approval() {
        approval = MetricApproval.of("01-first", "smoke", folder, folder.resolve("target"));
    }

    @Test
    void numbers_are_named_by_cell_experiment_model_and_metric_and_carry_the_suggested_tolerance() throws IOException {
        approval.receive(received(metrics("fraud", .96, .8)));
        approval.accept();

        assertThat(folder.resolve("approved/01-first.smoke.approved.json")).hasContent("""
                        {
                          "cell-1": {
                            "fraud": {
                              "kMeans(8)": {
                                "rocAuc": {
                                  "absolute": 1e-9,
                                  "value": 0.8
                                }
                              },
                              "vae()": {
                                "rocAuc": {
                                  "absolute": 0.02,
                                  "value": 0.96
                                }
                              }
                            }
                          }
                        }
                        """);
    }

    @Test
    void what_was_approved_holds_within_its_tolerance_and_no_further() {
        approval.receive(received(metrics("fraud", .96, .8)));
        approval.accept();

        assertThat(approval.compare(received(metrics("fraud", .941, Math.nextUp(.8))))
                        .holds())
                .isTrue();
        MetricComparison comparison = approval.compare(received(metrics("fraud", .9375, .8)));
        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.table()).isEqualTo("""
                        metric                          | old  | new    | allowed
                        cell-1 / fraud / vae() / rocAuc | 0.96 | 0.9375 | ±0.02""");
        assertThat(approval.advice())
                .isEqualTo("01-first has other metrics than approved; if they are right, accept them with:"
                        + " ci/notebooks approve 01-first --profile smoke");
    }

    @Test
    void on_a_gpu_the_numbers_of_the_cpu_hold_until_there_are_own_ones() {
        approval.receive(received(metrics("fraud", .96, .8)));
        approval.accept();
        MetricApproval gpu = approval.onGpu();

        assertThat(gpu.compare(received(metrics("fraud", .941, .8))).holds()).isTrue();
        assertThat(gpu.compare(received(metrics("fraud", .9, .8))).holds()).isFalse();
        gpu.receive(received(metrics("fraud", .9, .8)));
        gpu.accept();

        assertThat(folder.resolve("approved/01-first.smoke.gpu.approved.json")).exists();
        assertThat(gpu.compare(received(metrics("fraud", .9, .8))).holds()).isTrue();
        assertThat(approval.compare(received(metrics("fraud", .9, .8))).holds()).isFalse();
        assertThat(gpu.advice())
                .isEqualTo("01-first has other metrics than approved; if they are right, accept them with: ci/notebooks"
                        + " approve 01-first --profile smoke --device gpu");
    }

    @Test
    void without_an_approved_file_every_number_is_a_difference() {
        assertThat(approval.compare(received(metrics("fraud", .96, .8))).differences())
                .hasSize(2);
        assertThat(approval.compare(received()).holds()).isTrue();
        assertThat(approval.advice())
                .isEqualTo(
                        "01-first has no approved metrics for the profile smoke; if they are right, accept them with:"
                                + " ci/notebooks approve 01-first --profile smoke");
    }

    @Test
    void tolerances_written_by_hand_are_kept_by_later_approvals() throws IOException {
        approval.receive(received(metrics("fraud", .96, .8)));
        approval.accept();
        String byHand = Files.readString(approval.approved())
                .replace("\"absolute\": 0.02", "\"absolute\": 0.001, \"relative\": 0.1");
        Files.writeString(approval.approved(), byHand);

        approval.receive(received(metrics("fraud", .5, .7)));
        approval.accept();

        assertThat(Files.readString(approval.approved()))
                .contains("\"absolute\": 0.001,\n          \"relative\": 0.1,\n          \"value\": 0.5");
        assertThat(approval.compare(received(metrics("fraud", .54, .7))).holds())
                .isTrue();
        assertThat(approval.compare(received(metrics("fraud", .56, .7))).holds())
                .isFalse();
    }

    @Test
    void experiments_of_one_name_in_one_cell_are_told_apart() {
        assertThat(received(metrics("same", .1, .2), metrics("same", .3, .4))
                        .values()
                        .keySet())
                .extracting(Object::toString)
                .containsExactly(
                        "cell-1 / same / kMeans(8) / rocAuc",
                        "cell-1 / same / vae() / rocAuc",
                        "cell-1 / same (2) / kMeans(8) / rocAuc",
                        "cell-1 / same (2) / vae() / rocAuc");
    }

    @Test
    void a_number_that_is_not_finite_is_approved_as_such() {
        String nan = metrics("fraud", .96, .8).replace("0.96", "null");
        approval.receive(received(nan));
        approval.accept();

        assertThat(approval.approved()).content().contains("\"value\": \"NaN\"");
        assertThat(approval.compare(received(nan)).holds()).isTrue();
        assertThat(approval.compare(received(metrics("fraud", .96, .8))).holds())
                .isFalse();
    }

    @Test
    void a_broken_approved_file_is_named() throws IOException {
        Files.createDirectories(approval.approved().getParent());
        Files.writeString(approval.approved(), "{\"cell\": 3}");

        assertThatThrownBy(() -> approval.compare(received()))
                .isInstanceOf(ApprovalException.class)
                .hasMessageStartingWith(approval.approved() + " holds no approved metrics (")
                .hasMessageEndingWith("); restore it, or delete it and approve again");
    }

    @Test
    void a_word_in_an_approved_file_that_means_nothing_is_refused_since_the_tolerance_would_be_none()
            throws IOException {
        assertCorrected(
                "{\"c\": {\"e\": {\"value\": 0.96, \"absolut\": 0.5}}}",
                "c / e has 'absolut'; did you mean 'absolute'? a number has value, absolute, relative");
        assertCorrected(
                "{\"c\": {\"e\": {\"value\": 0.96, \"absolute\": null}}}",
                "c / e has absolute null; a tolerance is a number such as 0.02");
        assertCorrected(
                "{\"c\": {\"e\": {\"value\": 0.96, \"relative\": {}}}}",
                "c / e has relative {}; a tolerance is a number such as 0.02");
        assertCorrected(
                "{\"c\": {\"e\": {\"value\": \"much\"}}}",
                "c / e has the value \"much\"; it is a number, or one of [NaN, Infinity, -Infinity]");
    }

    @Test
    void an_approved_file_is_replaced_not_written_into() throws IOException {
        approval.receive(received(metrics("fraud", .96, .8)));
        approval.accept();
        String before = Files.readString(approval.approved());
        Path sameFile = Files.createLink(folder.resolve("link"), approval.approved());
        approval.receive(received(metrics("fraud", .5, .7)));

        approval.accept();

        assertThat(approval.approved()).content().isNotEqualTo(before);
        assertThat(sameFile).hasContent(before);
    }

    private void assertCorrected(String text, String fault) throws IOException {
        Files.createDirectories(approval.approved().getParent());
        Files.writeString(approval.approved(), text);

        assertThatThrownBy(() -> approval.compare(received()))
                .isInstanceOf(ApprovalException.class)
                .hasMessage("%s: %s; correct it there".formatted(approval.approved(), fault));
    }

    private static String metrics(String experiment, double vae, double kMeans) {
        return """
                {"experiment": "%s", "identity": "ab", "data": {},
                 "models": {"vae()": {"rocAuc": {"mean": %s, "sd": 0.1, "values": [1], "absolute": 0.02}},
                            "kMeans(8)": {"rocAuc": {"mean": %s, "sd": 0, "values": [1]}}}}""".formatted(experiment, vae, kMeans);
    }

    static ReceivedMetrics received(String... shown) {
        JsonArray outputs = new JsonArray();
        for (String metrics : shown) {
            JsonObject data = new JsonObject();
            data.add("application/vnd.oddity.metrics+json", JsonParser.parseString(metrics));
            JsonObject output = new JsonObject();
            output.addProperty("output_type", "display_data");
            output.add("data", data);
            outputs.add(output);
        }
        JsonObject cell = new JsonObject();
        cell.addProperty("id", "cell-1");
        cell.addProperty("cell_type", "code");
        cell.add("outputs", outputs);
        JsonArray cells = new JsonArray();
        cells.add(cell);
        JsonObject top = new JsonObject();
        top.addProperty("nbformat", 4);
        top.add("cells", cells);
        Notebook notebook = NotebookReader.parse(top.toString(), "n");
        return ReceivedMetrics.of(notebook);
    }
}

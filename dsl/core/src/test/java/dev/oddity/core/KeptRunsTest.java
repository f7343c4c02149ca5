package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.Repetition;
import dev.oddity.core.runs.RunDifference;
import dev.oddity.core.runs.Runs;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Splits;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.Change;
import dev.oddity.reproducibility.OddityVersion;
import dev.oddity.reproducibility.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {

    @TempDir
    private Path folder;

    private RunStore store;

    @BeforeEach
    void keepThemHere() {
        System.setProperty(RunStore.PROPERTY, folder.resolve("runs").toString());
        store = RunStore.at(folder.resolve("runs"));
    }

    @AfterEach
    void keepThemNoMore() {
        System.clearProperty(RunStore.PROPERTY);
    }

    @Test
    void every_evaluation_is_kept_with_all_it_takes_to_make_it_again() {
        Report report = noisy(.3).seeds(2).evaluate(Metrics.rocAuc(), Metrics.f1());

        RecordedRun run = Runs.kept().last();
        assertThat(run.id()).isEqualTo(report.origin().id());
        assertThat(run.started()).isEqualTo(report.origin().started());
        assertThat(run.identity()).isEqualTo(report.experiment().identity());
        assertThat(run.sentence()).isEqualTo(report.experiment().sentence());
        assertThat(run.models()).containsExactly("toyDetector");
        assertThat(run.metric(Metrics.rocAuc(), "toyDetector"))
                .isEqualTo(report.metric(Metrics.rocAuc(), "toyDetector"));
        assertThat(run.data().get("sha256").toString()).matches("[0-9a-f]{64}");
        assertThat((Map<?, ?>) run.data().get("splitSha256")).hasSize(2);
        assertThat(run.environment())
                .containsKeys("java", "os", "cpu", "cores", "gpus", "libraries", "librariesSha256", "variables");
        assertThat(run.environment()).containsEntry("device", "abacus");
        assertThat(run.toJson()).isEqualTo(report.record().toJson());
    }

    @Test
    void a_fit_is_kept_by_its_threshold_and_what_it_learnt() {
        noisy(.3).fit().close();
        noisy(.3).fit().close();
        noisy(.4).fit().close();

        List<RecordedRun> fits = Runs.kept().list();
        assertThat(fits).extracting(RecordedRun::kind).containsOnly("fit");
        assertThat(Repetition.of(fits.get(0), fits.get(1)).verdict()).isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        Repetition other = Repetition.of(fits.get(0), fits.get(2));
        assertThat(other.verdict()).isEqualTo(Repetition.Verdict.DIFFERENT);
        assertThat(other.difference().figures())
                .extracting(Change::name)
                .containsExactly("toyDetector threshold seed 42", "toyDetector model seed 42");
    }

    @Test
    void switched_off_nothing_is_written() {
        System.setProperty(RunStore.PROPERTY, "off");

        noisy(.3).evaluate();

        assertThat(folder).isEmptyDirectory();
        assertThat(Runs.kept())
                .hasToString("runs are not kept, as ODDITY_RUNS or -Doddity.runs says; evaluate(..) keeps one");
    }

    @Test
    void a_store_that_cannot_be_written_is_a_warning_and_the_figures_are_there() throws IOException {
        Path file = Files.writeString(folder.resolve("full"), "");
        List<String> warnings = new ArrayList<>();

        Report report = Keeping.begin(RunStore.at(file), warnings::add)
                .evaluated(noisy(.3).plan());

        assertThat(report.metric(Metrics.rocAuc(), "toyDetector").mean()).isBetween(0.0, 1.0);
        assertThat(warnings).singleElement().asString().startsWith("the run is not kept in " + file + ": ");
    }

    @Test
    void a_rerun_is_equal_to_the_bit_and_says_so() {
        noisy(.3).seeds(3).evaluate();
        RecordedRun run = Runs.kept().last();

        Repetition again = Rerun.of(run, noisy(.3).seeds(3).plan());

        assertThat(again.verdict()).isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        assertThat(again.toString())
                .startsWith("equal to the bit: all 15 figures and hashes of run " + run.id() + " came out again");
        assertThat(Runs.kept().size()).isEqualTo(2);
    }

    @Test
    void a_record_from_before_it_named_the_version_is_read_and_made_again() {
        noisy(.3).evaluate();
        Map<String, Object> tree = new TreeMap<>(Runs.kept().last().tree());
        Map<?, ?> environment = (Map<?, ?>) tree.get("environment");
        assertThat(environment.get("oddity")).isEqualTo(OddityVersion.CURRENT);
        Map<Object, Object> older = new TreeMap<>(environment);
        older.remove("oddity");
        tree.put("environment", older);
        tree.put("id", "older");
        RecordedRun run = RecordedRun.read(store.keep(tree));

        Repetition again = Rerun.of(run, noisy(.3).plan());

        assertThat(again.verdict()).isEqualTo(Repetition.Verdict.EQUAL_TO_THE_BIT);
        assertThat(again.difference().environment()).extracting(Change::name).containsExactly("oddity");
    }

    @Test
    void a_figure_that_moves_where_nothing_else_does_is_different() {
        noisy(.3).evaluate(Metrics.rocAuc());
        RecordedRun run = Runs.kept().last();
        RecordedRun moved = RecordedRun.of(withRocAuc(run.tree(), value -> Math.nextUp(value)));

        Repetition again = Repetition.of(run, moved);

        assertThat(again.verdict()).isEqualTo(Repetition.Verdict.DIFFERENT);
        assertThat(again.toString())
                .contains("toyDetector rocAuc seed 42 | ")
                .contains("why: nothing that is recorded differs, so every figure should be the same to the bit");
    }

    @Test
    void a_model_in_java_may_not_move_with_threads_or_files_that_lie_beside_the_code() {
        noisy(.3).evaluate(Metrics.rocAuc());
        RecordedRun run = Runs.kept().last();
        RecordedRun moved = RecordedRun.of(withRocAuc(run.tree(), Math::nextUp));
        RecordedRun clean = with(run, "commit", Map.of("id", "ab", "dirty", false));

        assertThat(Repetition.of(run, with(moved, "variables", Map.of("OMP_NUM_THREADS", "7")))
                        .verdict())
                .isEqualTo(Repetition.Verdict.DIFFERENT);
        assertThat(Repetition.of(clean, with(moved, "commit", dirty("?? notes.txt", "")))
                        .verdict())
                .isEqualTo(Repetition.Verdict.DIFFERENT);
        assertThat(Repetition.of(clean, with(moved, "commit", dirty(" M A.java", "diff")))
                        .verdict())
                .isEqualTo(Repetition.Verdict.WITHIN_TOLERANCE);
    }

    @Test
    void another_build_of_oddity_is_a_reason_for_another_figure() {
        noisy(.3).evaluate(Metrics.rocAuc());
        RecordedRun run = Runs.kept().last();
        RecordedRun moved = RecordedRun.of(withRocAuc(run.tree(), Math::nextUp));

        Repetition again = Repetition.of(run, with(moved, "oddityCommit", "ab12 with changes"));

        assertThat(again.verdict()).isEqualTo(Repetition.Verdict.WITHIN_TOLERANCE);
        assertThat(again.toString())
                .contains("oddityCommit ")
                .contains("why: another version or build of Oddity, or one from before records named them, may compute"
                        + " otherwise");
    }

    @Test
    void on_another_processor_a_figure_may_move_as_far_as_the_record_allows() {
        noisy(.3).evaluate(Metrics.rocAuc());
        RecordedRun run = Runs.kept().last();

        Repetition near = Repetition.of(run, elsewhere(RecordedRun.of(withRocAuc(run.tree(), value -> value - 5e-10))));
        Repetition far = Repetition.of(run, elsewhere(RecordedRun.of(withRocAuc(run.tree(), value -> value - 5e-9))));

        assertThat(near.verdict()).isEqualTo(Repetition.Verdict.WITHIN_TOLERANCE);
        assertThat(near.toString()).contains("cpu ").contains("another processor or system");
        assertThat(far.verdict()).isEqualTo(Repetition.Verdict.DIFFERENT);
    }

    @Test
    void other_data_stop_a_rerun_before_anything_trains() {
        noisy(.3).evaluate();
        RecordedRun run = Runs.kept().last();
        boolean[] labels = toy().load().labels();
        labels[1] = true;

        assertThatThrownBy(() -> Rerun.of(
                        run,
                        experiment("toys")
                                .data(toy().labelled(labels))
                                .model(new ToyDetector().noise(.3))
                                .plan()))
                .isInstanceOf(Rerun.ChangedData.class)
                .hasMessageStartingWith("run " + run.id() + " saw other data: 300 rows with SHA-256 ")
                .hasMessageEndingWith("Put back what it saw, or run the sentence anew");
        assertThat(Runs.kept().size()).isOne();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_model_that_fails_when_it_is_made_again_is_no_other_data_and_no_wrong_question() {
        noisy(.3).evaluate();
        String moody = Runs.kept().last().toJson().replace("\"mood\": \"well\"", "\"mood\": \"fails\"");
        RecordedRun run = RecordedRun.of((Map<String, Object>) CanonicalJson.read(moody));

        assertThatThrownBy(() -> Rerun.of(
                        run,
                        experiment("toys")
                                .data(toy())
                                .model(new ToyDetector().noise(.3).mood("fails"))
                                .plan()))
                .isInstanceOf(Rerun.Failed.class)
                .hasMessage("run " + run.id()
                        + " failed when it was made again: the toy was told to fail; give it another mood")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(Runs.kept().failed()).hasSize(1);
    }

    @Test
    void another_experiment_is_no_rerun() {
        noisy(.3).evaluate();
        RecordedRun run = Runs.kept().last();

        assertThatThrownBy(() -> Rerun.of(run, noisy(.4).plan()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("models.toyDetector.noise | 0.3 | 0.4 | +0.100");
    }

    @Test
    void the_hash_of_data_is_of_names_cells_and_labels() {
        Dataset data = toy().load();
        boolean[] labels = data.labels().clone();
        labels[0] = !labels[0];

        assertThat(DataChecksum.of(toy().load())).isEqualTo(DataChecksum.of(data));
        assertThat(DataChecksum.of(new Dataset(data.name(), data.table(), labels, data.provenance(), List.of())))
                .isNotEqualTo(DataChecksum.of(data));
        Dataset cell = toy().load();
        cell.table()
                .doubleColumn("y")
                .set(299, Math.nextUp(cell.table().doubleColumn("y").getDouble(299)));
        assertThat(DataChecksum.of(cell)).isNotEqualTo(DataChecksum.of(data));
        Dataset named = toy().load();
        named.table().column("x").setName("z");
        assertThat(DataChecksum.of(named)).isNotEqualTo(DataChecksum.of(data));
    }

    @Test
    void runs_are_found_by_what_they_are() {
        noisy(.1).evaluate();
        noisy(.3).evaluate();
        experiment("others")
                .data(toy().split(Splits.holdout(.5)))
                .model(new ToyDetector())
                .evaluate();

        Runs runs = Runs.kept();
        assertThat(runs.size()).isEqualTo(3);
        assertThat(runs.of("toys").size()).isEqualTo(2);
        assertThat(runs.of("toys").where("noise", .3).last().sentence()).contains("noise(0.3)");
        assertThat(runs.where("toyDetector.noise", 0.0).last().name()).isEqualTo("others");
        assertThat(runs.where(run -> run.name().startsWith("o")).size()).isOne();
        assertThat(runs.data("toy").model("toyDetector").since(LocalDate.EPOCH).size())
                .isEqualTo(3);
        assertThat(runs.since(LocalDate.now().plusDays(2)).size()).isZero();
        assertThat(runs.run(runs.list().get(1).id()).id())
                .isEqualTo(runs.list().get(1).id());
        assertThatThrownBy(() -> runs.of("toy"))
                .hasMessage(".of(\"toy\"): no run has it; did you mean 'toys'? known: others, toys");
        assertThatThrownBy(() -> runs.where("noize", .3))
                .hasMessageStartingWith("no run here has a setting 'noize'; did you mean 'noise'? settings: ");
        assertThatThrownBy(() -> runs.run("2")).hasMessage("'2' begins 3 runs; give more of the id");
        assertThatThrownBy(() -> runs.best(Metrics.mcc()))
                .hasMessage("best(mcc()): no run here was evaluated by mcc; evaluated: averagePrecision, f1, rocAuc");
    }

    @Test
    void the_table_has_the_settings_in_which_runs_differ_and_the_best_is_the_best() {
        Report first = noisy(3).evaluate(Metrics.rocAuc());
        Report second = noisy(0).evaluate(Metrics.rocAuc());
        double[] figures = {
            first.metric(Metrics.rocAuc(), "toyDetector").mean(),
            second.metric(Metrics.rocAuc(), "toyDetector").mean()
        };

        Runs runs = Runs.kept();
        assertThat(runs.table().columnNames())
                .containsExactly("Run", "Started (UTC)", "Experiment", "Data", "Model", "noise", "Seeds", "rocAuc");
        assertThat(runs.table().stringColumn("noise").asList()).containsExactly("0", "3");
        assertThat(runs.table().doubleColumn("rocAuc").getDouble(1)).isEqualTo(figures[0]);
        assertThat(runs.best(Metrics.rocAuc()).id())
                .isEqualTo((figures[0] < figures[1] ? second : first).origin().id());
        assertThat(runs.chart(Metrics.rocAuc()).getSeries("toyDetector").getYData())
                .containsExactly(figures);
        assertThat(runs.display().data().get(MimeBundle.HTML).toString())
                .contains(second.origin().id());
        assertThat(runs.last().display().data().get(MimeBundle.HTML).toString()).contains("How to make it again");
    }

    @Test
    void a_damaged_run_is_named_and_the_others_are_shown() throws IOException {
        noisy(.1).evaluate();
        RecordedRun whole = Runs.kept().last();
        Map<String, Object> without = new TreeMap<>(whole.tree());
        without.remove("models");
        without.put("id", "zz");
        store.keep(without);
        Files.writeString(Files.createDirectory(store.folder().resolve("zzz")).resolve("run.json"), "{");

        Runs runs = Runs.kept();

        assertThat(runs.list()).extracting(RecordedRun::id).containsExactly(whole.id());
        assertThat(runs.warnings()).hasSize(2);
        assertThat(runs.warnings().get(1))
                .isEqualTo("the record of run zz is damaged: 'models' is missing or of another kind; it is left out");
        assertThat(runs.toString()).contains("warning: ").contains("zzz");
        assertThat(runs.display().data().get(MimeBundle.HTML).toString()).contains("zzz");
    }

    @Test
    void wherever_a_record_is_damaged_it_is_left_out_or_shown() {
        noisy(.1).seeds(2).evaluate();
        Map<String, Object> whole = Runs.kept().last().tree();
        List<Map<String, Object>> damaged = Damage.of(whole);
        int left = 0;

        for (Map<String, Object> tree : damaged) {
            RunStore one = RunStore.at(folder.resolve("damaged-" + left++));
            try {
                one.keep(tree);
            } catch (IllegalArgumentException withoutItsName) {
                continue;
            }
            Runs runs = Runs.in(one);
            assertThat(runs.size() + runs.failed().size() + runs.warnings().size())
                    .isOne();
            assertThat(runs.toString()).isNotBlank();
            assertThat(runs.display().data()).isNotEmpty();
            runs.list().forEach(run -> {
                assertThat(run.toString()).isNotBlank();
                assertThat(run.display().data()).isNotEmpty();
                assertThat(run.diff(RecordedRun.of(whole)).toString()).isNotBlank();
            });
            runs.failed().forEach(run -> assertThat(run.display().data()).isNotEmpty());
            runs.toTensorBoard(folder.resolve("tensorboard"));
        }
        assertThat(damaged).hasSizeGreaterThan(200);
    }

    @Test
    void a_report_is_held_to_the_run_of_its_experiment_that_was_kept_before_it() {
        Report old = noisy(.1).evaluate(Metrics.rocAuc());
        experiment("others").data(toy()).model(new ToyDetector()).evaluate();
        Report now = noisy(3).evaluate(Metrics.rocAuc());

        assertThat(now.diff().toString()).isEqualTo(old.diff(now).toString());
        assertThatThrownBy(old::diff)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("diff(): no earlier run of 'toys' is kept; evaluate it again after a change");
    }

    @Test
    void two_reports_tell_what_differs_between_them_old_beside_new() {
        Report old = noisy(.1).evaluate(Metrics.rocAuc());
        Report now = noisy(3).evaluate(Metrics.rocAuc());

        RunDifference difference = old.diff(now);

        assertThat(difference.settings()).containsExactly(new Change("models.toyDetector.noise", "0.1", "3", "+2.90"));
        assertThat(difference.data()).isEmpty();
        assertThat(difference.environment()).isEmpty();
        assertThat(difference.figures()).extracting(Change::name).containsExactly("toyDetector rocAuc");
        assertThat(difference.reasons()).containsExactly("another experiment: models.toyDetector.noise");
        assertThat(now.diff(Runs.kept().list().get(0)).toString()).isEqualTo(difference.toString());
        assertThat(old.diff(old).same()).isTrue();
        assertThat(old.diff(old).toString()).endsWith("nothing differs");
        assertThat(difference.display().data().get(MimeBundle.HTML).toString())
                .contains("models.toyDetector.noise")
                .contains("No difference.");
    }

    @Test
    void what_a_model_tells_may_hold_numbers_that_json_lacks() {
        assertThat(RunHead.writable(Map.of("history", Map.of("loss", List.of(1.0, Double.NaN)))))
                .isEqualTo(Map.of("history", Map.of("loss", List.of(1.0, "NaN"))));
        assertThat(Histories.bounded(Map.of("loss", Collections.nCopies(20_000, 1.0)))
                        .get("loss"))
                .hasSize(5_000);
    }

    private static ScoreStage noisy(double deviation) {
        return experiment("toys").data(toy()).model(new ToyDetector().noise(deviation));
    }

    private static RecordedRun elsewhere(RecordedRun run) {
        return with(run, "cpu", "another");
    }

    private static RecordedRun with(RecordedRun run, String fact, Object value) {
        Map<String, Object> tree = new TreeMap<>(run.tree());
        tree.put("environment", with((Map<?, ?>) tree.get("environment"), fact, value));
        return RecordedRun.of(tree);
    }

    private static Map<String, Object> dirty(String file, String text) {
        return Map.of("id", "ab", "dirty", true, "patch", Map.of("files", List.of(file), "text", text, "whole", true));
    }

    private static Map<String, Object> withRocAuc(Map<String, Object> tree, DoubleUnaryOperator change) {
        Map<String, Object> other = new TreeMap<>(tree);
        Map<?, ?> model = (Map<?, ?>) ((List<?>) tree.get("models")).get(0);
        Map<?, ?> fit = (Map<?, ?>) ((List<?>) model.get("runs")).get(0);
        double value = ((Number) ((Map<?, ?>) fit.get("metrics")).get("rocAuc")).doubleValue();
        other.put(
                "models",
                List.of(with(
                        model, "runs", List.of(with(fit, "metrics", Map.of("rocAuc", change.applyAsDouble(value)))))));
        return other;
    }

    private static Map<Object, Object> with(Map<?, ?> tree, String key, Object value) {
        Map<Object, Object> other = new TreeMap<>(tree);
        other.put(key, value);
        return other;
    }
}

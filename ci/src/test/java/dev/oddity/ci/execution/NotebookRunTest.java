package dev.oddity.ci.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.oddity.ci.jupyter.FakeKernel;
import dev.oddity.ci.jupyter.Kernel;
import dev.oddity.ci.jupyter.SeparateKernel;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.ci.notebook.NotebookReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Limits ROOMY = limits(MINUTE, MINUTE);

    @TempDir
    Path folder;

    private final List<Notebook> saved = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @Test
    void streams_of_one_name_that_follow_each_other_become_one() {
        RunResult result = run(ROOMY, "out a\\n\nout b\\r\nout c\\n\nerr x\nout d\nresult 7");

        assertThat(result.status()).isEqualTo(RunStatus.PASSED);
        assertThat(shown(result, 0)).containsExactly("stdout:a\nc\n", "stderr:x", "stdout:d", "7");
    }

    @Test
    void a_later_cell_repaints_a_display_and_the_same_id_again_repaints_both() {
        RunResult result = run(ROOMY, "display p 10 %\nout other", "update p 90 %\ndisplay p done\nupdate q nothing");

        assertThat(shown(result, 0)).containsExactly("done", "stdout:other");
        assertThat(shown(result, 1)).containsExactly("done");
    }

    @Test
    void clearing_now_and_clearing_before_the_next_output() {
        RunResult result = run(
                ROOMY,
                "out a\nclear\nout b",
                "out a\nclear wait\nupdate none x\nout b",
                "out a\nclear wait",
                "display p a\nclear\nupdate p b");

        assertThat(shown(result, 0)).containsExactly("stdout:b");
        assertThat(shown(result, 1)).containsExactly("stdout:b");
        assertThat(shown(result, 2)).containsExactly("stdout:a");
        assertThat(shown(result, 3)).isEmpty();
    }

    @Test
    void output_after_the_reply_belongs_to_the_cell_until_the_kernel_is_idle() {
        RunResult result = run(ROOMY, "out a\nlate b", "out c");

        assertThat(shown(result, 0)).containsExactly("stdout:ab");
        assertThat(shown(result, 1)).containsExactly("stdout:c");
    }

    @Test
    void an_error_stops_the_notebook_and_what_was_done_is_kept() {
        RunResult result = run(ROOMY, "out a", "out b\nerror Oops it broke", "out never");

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.reason()).isEqualTo("cell 'c1': Oops: it broke");
        assertThat(shown(result, 0)).containsExactly("stdout:a");
        assertThat(shown(result, 1)).containsExactly("stdout:b", "Oops: it broke");
        assertThat(shown(result, 2)).isEmpty();
        assertThat(ended).containsExactly("1/3 c0 PASSED", "2/3 c1 FAILED");
    }

    @Test
    void the_notebook_can_be_saved_after_every_cell() {
        run(ROOMY, "out a", "out b");

        assertThat(shown(saved.get(0), 0)).containsExactly("stdout:a");
        assertThat(shown(saved.get(0), 1)).isEmpty();
        assertThat(shown(saved.get(1), 1)).containsExactly("stdout:b");
    }

    @Test
    void outputs_of_an_earlier_run_are_gone_even_where_this_run_did_not_come() {
        RunResult first = run(ROOMY, "error Oops", "out b");
        Notebook stale = first.notebook()
                .withCell(1, first.notebook().cells().get(0).withOutputs(List.of(new JsonObject()), count(9)));

        RunResult again = run(stale, ROOMY, Optional.empty());

        assertThat(again.notebook().cells().get(1).outputs()).isEmpty();
    }

    @Test
    void a_cell_may_be_tagged_to_fail_or_to_be_left_alone() {
        Notebook notebook =
                tagged(tagged(notebook("error Fine", "out b", "out c"), 0, "raises-exception"), 1, "skip-execution");

        RunResult result = run(notebook, ROOMY, Optional.empty());

        assertThat(result.status()).isEqualTo(RunStatus.PASSED);
        assertThat(shown(result, 1)).isEmpty();
        assertThat(ended).containsExactly("1/3 c0 PASSED", "2/3 c1 SKIPPED", "3/3 c2 PASSED");
    }

    @Test
    void a_cell_that_must_fail_and_does_not_stops_the_notebook() {
        RunResult result = run(tagged(notebook("out fine", "out b"), 0, "raises-exception"), ROOMY, Optional.empty());

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.reason())
                .isEqualTo("cell 'c0': it must raise an error and raised nothing; mend it, or take the tag"
                        + " raises-exception away");
    }

    @Test
    void a_cell_may_say_which_error_it_must_raise() {
        Notebook notebook = notebook("error java.lang.IllegalStateException no", "out b");

        assertThat(run(wishing(notebook, "raises", "IllegalStateException"), ROOMY, Optional.empty())
                        .status())
                .isEqualTo(RunStatus.PASSED);
        assertThat(run(wishing(notebook, "raises", "java.lang.IllegalStateException"), ROOMY, Optional.empty())
                        .status())
                .isEqualTo(RunStatus.PASSED);
        RunResult other = run(wishing(notebook, "raises", "StateException"), ROOMY, Optional.empty());
        assertThat(other.status()).isEqualTo(RunStatus.FAILED);
        assertThat(other.reason())
                .isEqualTo("cell 'c0': it must raise StateException and raised java.lang.IllegalStateException: no");
    }

    @Test
    void a_cell_may_have_a_limit_of_its_own() {
        RunResult result = run(wishing(notebook("out a\nhang", "out b"), "timeout", 0.3), ROOMY, Optional.empty());

        assertThat(result.status()).isEqualTo(RunStatus.TIMED_OUT);
        assertThat(result.reason())
                .isEqualTo("cell 'c0' ran longer than 0.3 s, the limit in its metadata; give more there");
    }

    @Test
    void a_wish_that_cannot_be_is_refused_before_anything_runs() {
        assertThatThrownBy(() -> run(wishing(notebook("out a"), "timeout", -1), ROOMY, Optional.empty()))
                .isInstanceOf(NotebookException.class)
                .hasMessage("cell 'c0' has timeout -1 in its metadata; it is a positive number of seconds, such as 30");
        assertThatThrownBy(() -> run(wishing(notebook("out a"), "raises", 3), ROOMY, Optional.empty()))
                .hasMessage("cell 'c0' has raises 3 in its metadata; it is the name of a class, such as"
                        + " \"IllegalStateException\"");
        assertThat(saved).isEmpty();
    }

    @Test
    void what_a_cell_showed_last_is_saved_although_it_says_no_more() {
        Predicate<Notebook> shows = now -> shown(now, 0).equals(List.of("stdout:a"));
        RunListener untilSaved = listenerUntil(() -> saved.stream().anyMatch(shows));

        new NotebookRun(ROOMY, Optional.empty(), Duration.ofMillis(300), false)
                .run(notebook("out a\nhang"), kernel(), untilSaved);

        assertThat(saved).anyMatch(shows);
    }

    @Test
    void a_run_that_may_not_go_on_ends_with_what_it_has_shown_and_begins_no_other_cell() {
        RunListener untilShown = listenerUntil(
                () -> saved.stream().anyMatch(now -> !shown(now, 0).isEmpty()));

        RunResult result = new NotebookRun(ROOMY, Optional.empty(), Duration.ZERO, false)
                .run(notebook("out a\nhang", "out b"), kernel(), untilShown);

        String reason = "the runner was stopped from outside before the notebook's end";
        assertThat(result.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(shown(result, 0)).containsExactly("stdout:a", "Interrupted: " + reason);
        assertThat(ended).containsExactly("1/2 c0 INTERRUPTED");
    }

    @Test
    void an_update_that_is_too_large_for_its_cell_is_left_out_and_a_note_says_so() {
        Limits narrow = new Limits(Duration.ofSeconds(60), ROOMY.cell(), ROOMY.total(), 1000);

        RunResult result = run(
                narrow,
                "display d small",
                "update d " + "y".repeat(2000),
                "update d " + "z".repeat(100),
                "out still here");

        assertThat(shown(result, 0)).hasSize(2);
        assertThat(shown(result, 0).get(0)).contains("z".repeat(100)).doesNotContain("yy");
        assertThat(shown(result, 0).get(1)).contains("[output cut: this cell showed more than 1,000 characters]");
        assertThat(shown(result, 3)).containsExactly("stdout:still here");
    }

    @Test
    void what_was_taken_back_counts_no_more() {
        Limits narrow = new Limits(Duration.ofSeconds(60), ROOMY.cell(), ROOMY.total(), 1000);

        RunResult result = run(narrow, "flood 900\nout \\r" + "\nflood 900\nclear\nflood 900\nerr end");

        assertThat(shown(result, 0)).containsExactly("stdout:" + "x".repeat(900), "stderr:end");
    }

    @Test
    void cells_after_an_error_run_where_that_is_asked_for_and_the_first_error_is_the_reason() {
        RunResult result = new NotebookRun(ROOMY, Optional.empty())
                .keepingGoing()
                .run(notebook("error First", "out a", "error Second", "die 3", "out b"), kernel(), listener());

        assertThat(ended).containsExactly("1/5 c0 FAILED", "2/5 c1 PASSED", "3/5 c2 FAILED", "4/5 c3 KERNEL_DIED");
        assertThat(result.status()).isEqualTo(RunStatus.KERNEL_DIED);
        RunResult failed = new NotebookRun(ROOMY, Optional.empty())
                .keepingGoing()
                .run(
                        notebook("error First", "error Second", "error DataUnavailableException none"),
                        kernel(),
                        listener());
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.reason()).isEqualTo("cell 'c0': First");
    }

    @Test
    void a_kernel_that_says_more_than_can_be_read_is_held_to_its_limit() {
        RunResult result = run(limits(Duration.ofSeconds(1), MINUTE), "flow");

        assertThat(result.status()).isEqualTo(RunStatus.TIMED_OUT);
    }

    @Test
    void data_that_cannot_be_had_skips_the_notebook() {
        RunResult result = run(ROOMY, "error dev.oddity.datasets.DataUnavailableException no file kdd99.gz anywhere");

        assertThat(result.status()).isEqualTo(RunStatus.SKIPPED);
        assertThat(result.reason()).isEqualTo("no file kdd99.gz anywhere");
        assertThat(run(ROOMY, "error DataUnavailableException none").status()).isEqualTo(RunStatus.SKIPPED);
    }

    @Test
    void a_cell_that_takes_too_long_ends_the_notebook() {
        RunResult result = run(limits(Duration.ofMillis(300), MINUTE), "out a\nhang", "out b");

        assertThat(result.status()).isEqualTo(RunStatus.TIMED_OUT);
        String reason = "cell 'c0' ran longer than 0.3 s, the limit of a cell";
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(shown(result, 0)).containsExactly("stdout:a", "Interrupted: by message", "Timeout: " + reason);
    }

    @Test
    void a_notebook_that_takes_too_long_ends_too() {
        RunResult result = run(limits(MINUTE, Duration.ofMillis(1)), "hang");

        assertThat(result.reason()).isEqualTo("the notebook ran longer than 0.001 s, its total limit");
    }

    @Test
    void a_kernel_that_dies_leaves_a_note_in_the_notebook() {
        RunResult result = run(ROOMY, "out a", "die 3");

        assertThat(result.status()).isEqualTo(RunStatus.KERNEL_DIED);
        assertThat(shown(result, 0)).containsExactly("stdout:a");
        assertThat(shown(result, 1))
                .containsExactly(
                        "KernelDied: the kernel 'fake' ended with exit code 3; see " + folder.resolve("kernel.log"));
    }

    @Test
    void a_cell_that_shows_too_much_is_cut_visibly() {
        Limits tight = new Limits(MINUTE, ROOMY.cell(), ROOMY.total(), 1000);
        RunResult result = run(tight, "out " + "a".repeat(1500) + "\nout more\ndisplay p x\nerror Oops", "out b");

        assertThat(shown(result, 0))
                .containsExactly(
                        "stdout:" + "a".repeat(1000),
                        "stderr:\n[output cut: this cell showed more than 1,000 characters]\n",
                        "Oops: ");
    }

    @Test
    void cells_are_numbered_and_timed_by_the_given_clock() {
        Instant noon = Instant.parse("2026-01-02T12:00:00.123456Z");
        RunResult result = run(notebook("out a", "", "out b"), ROOMY, Optional.of(Clock.fixed(noon, ZoneOffset.UTC)));

        JsonObject times = result.notebook().cells().get(0).metadata().getAsJsonObject("execution");
        assertThat(times.keySet())
                .containsExactlyInAnyOrder(
                        "iopub.status.busy", "iopub.execute_input", "shell.execute_reply", "iopub.status.idle");
        assertThat(times.get("shell.execute_reply").getAsString()).isEqualTo("2026-01-02T12:00:00.123Z");
        assertThat(result.notebook().cells().get(1).metadata().has("execution")).isFalse();
        assertThat(run(ROOMY, "out a").notebook().cells().get(0).metadata().has("execution"))
                .isFalse();
        assertThat(result.notebook()
                        .metadata()
                        .getAsJsonObject("language_info")
                        .get("name")
                        .getAsString())
                .isEqualTo("fake");
    }

    private static Limits limits(Duration cell, Duration total) {
        return Limits.of(new Limit(cell, "the limit of a cell"), new Limit(total, "its total limit"));
    }

    private RunResult run(Limits limits, String... sources) {
        return run(notebook(sources), limits, Optional.empty());
    }

    private RunResult run(Notebook notebook, Limits limits, Optional<Clock> clock) {
        return new NotebookRun(limits, clock).run(notebook, kernel(), listener());
    }

    private Kernel kernel() {
        return new SeparateKernel(FakeKernel.spec(folder), folder, log());
    }

    private Path log() {
        return folder.resolve("kernel.log");
    }

    private RunListener listener() {
        return listenerUntil(() -> false);
    }

    /** The run may go on until then. */
    private RunListener listenerUntil(BooleanSupplier end) {
        return new RunListener() {
            @Override
            public void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
                ended.add("%d/%d %s %s".formatted(index, total, cell.id(), status));
            }

            @Override
            public void changed(Notebook now) {
                saved.add(now);
            }

            @Override
            public boolean goesOn() {
                return !end.getAsBoolean();
            }
        };
    }

    private static Notebook notebook(String... sources) {
        JsonArray cells = new JsonArray();
        for (String source : sources) {
            JsonObject cell = new JsonObject();
            cell.addProperty("id", "c" + cells.size());
            cell.addProperty("cell_type", "code");
            cell.addProperty("source", source);
            cells.add(cell);
        }
        JsonObject top = new JsonObject();
        top.addProperty("nbformat", 4);
        top.add("cells", cells);
        return NotebookReader.parse(top.toString(), "test.ipynb");
    }

    private static Notebook tagged(Notebook notebook, int index, String tag) {
        JsonObject metadata = new JsonObject();
        JsonArray tags = new JsonArray();
        tags.add(tag);
        metadata.add("tags", tags);
        return notebook.withCell(index, notebook.cells().get(index).withMetadata(metadata));
    }

    /** What the first cell asks for. */
    private static Notebook wishing(Notebook notebook, String name, Object value) {
        JsonObject metadata =
                new Gson().toJsonTree(Map.of("oddity", Map.of(name, value))).getAsJsonObject();
        return notebook.withCell(0, notebook.cells().get(0).withMetadata(metadata));
    }

    private static OptionalInt count(int number) {
        return OptionalInt.of(number);
    }

    private static List<String> shown(RunResult result, int cell) {
        return shown(result.notebook(), cell);
    }

    private static List<String> shown(Notebook notebook, int cell) {
        return notebook.cells().get(cell).outputs().stream()
                .map(NotebookRunTest::words)
                .collect(Collectors.toList());
    }

    private static String words(JsonObject output) {
        return switch (output.get("output_type").getAsString()) {
            case "stream" ->
                output.get("name").getAsString() + ":" + output.get("text").getAsString();
            case "error" ->
                output.get("ename").getAsString() + ": " + output.get("evalue").getAsString();
            default -> output.getAsJsonObject("data").get("text/plain").getAsString();
        };
    }
}

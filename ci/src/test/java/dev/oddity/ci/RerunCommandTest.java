package dev.oddity.ci;

import static dev.oddity.Oddity.autoencoder;
import static dev.oddity.Oddity.csv;
import static dev.oddity.Oddity.experiment;
import static dev.oddity.Oddity.pca;
import static dev.oddity.Oddity.rocAuc;
import static dev.oddity.Oddity.runs;
import static dev.oddity.Oddity.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.core.EvaluateStage;
import dev.oddity.core.runs.FailedRun;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.Commit;
import dev.oddity.reproducibility.Environment;
import dev.oddity.reproducibility.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** {@code ci/notebooks rerun} from the outside. */
class RerunCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void keepThemHere() {
        System.setProperty(RunStore.PROPERTY, folder.resolve("runs").toString());
    }

    /** However a test ends. */
    @AfterEach
    void leaveNoProcess() {
        started.forEach(CommandTest::end);
    }

    @AfterEach
    void keepThemNoMore() {
        System.clearProperty(RunStore.PROPERTY);
    }

    @Test
    void on_the_same_machine_a_run_comes_out_again_to_the_bit() throws IOException {
        Path run = kept();

        assertThat(rerun(run)).isZero();
        assertThat(out.toString())
                .startsWith("equal to the bit: all 3 figures and hashes of run ")
                .contains("nothing differs");
        assertThat(runs().size()).isEqualTo(2);
    }

    @Test
    void a_figure_that_does_not_come_out_again_is_told_in_three_columns() throws IOException {
        Path run = kept();
        Path forged = Files.writeString(
                folder.resolve("forged.json"),
                Files.readString(run).replaceFirst("\"rocAuc\": [0-9.]+", "\"rocAuc\": 0.25"));

        assertThat(rerun(forged)).isEqualTo(2);
        assertThat(out.toString())
                .startsWith("different: 1 of 3 figures and hashes of run ")
                .containsPattern("figure +\\| old +\\| new +\\| change")
                .containsPattern("pca rocAuc seed 42 \\| 0.25 \\| [0-9.]+ +\\| \\+0\\.")
                .contains("why: nothing that is recorded differs");
    }

    @Test
    void native_threads_are_those_of_the_record() throws IOException {
        Path run = kept();
        Path threaded = Files.writeString(
                folder.resolve("threaded.json"),
                Files.readString(run)
                        .replaceFirst("\"variables\": \\{[^}]*}", "\"variables\": {\"OMP_NUM_THREADS\": \"3\"}"));

        assertThat(rerun(threaded)).isZero();
        assertThat(out.toString()).startsWith("equal to the bit").doesNotContain("OMP_NUM_THREADS");
        assertThat(runs().last().environment().get("variables")).isEqualTo(Map.of("OMP_NUM_THREADS", "3"));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, 1", "INT, 130, 1", "TERM, 143, 3"})
    void a_rerun_that_is_told_to_end_says_so_and_leaves_a_record_and_no_process(String signal, int code, int threads)
            throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        orders();
        experiment("orders")
                .data(csv(folder.resolve("orders.csv")).label("fraud"))
                .model(autoencoder().hidden(4).latent(2).epochs(1))
                .evaluate(rocAuc());
        Path endless = Files.writeString(
                folder.resolve("endless.json"),
                Files.readString(file())
                        .replace("\"epochs\": 1", "\"epochs\": 100000000")
                        .replace("epochs(1)", "epochs(100000000)")
                        .replaceFirst(
                                "\"variables\": \\{[^}]*}",
                                "\"variables\": {\"OMP_NUM_THREADS\": \"" + threads + "\"}"));
        Process rerun = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "OMP_NUM_THREADS=1",
                        java("java"),
                        "-D" + RunStore.PROPERTY + "=" + folder.resolve("runs"),
                        // However slow the machine is.
                        "-D" + Interruption.PATIENCE + "=600",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "rerun",
                        endless.toString())
                .redirectErrorStream(true)
                .start();
        started.add(rerun);
        while (rerun.isAlive() && !trains(rerun)) {
            Thread.sleep(50);
        }
        List<ProcessHandle> children = rerun.descendants().toList();

        CommandTest.signal(signal, rerun);
        String told = new String(rerun.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(rerun.waitFor()).as(told).isEqualTo(code);
        assertThat(told).contains("the rerun was stopped from outside before its end; ");
        assertThat(children)
                .hasSize(threads == 1 ? 0 : 1)
                .allSatisfy(child -> child.onExit().join());
        assertThat(runs().failed())
                .as(told)
                .singleElement()
                .satisfies(run -> assertThat(run.outcome()).isEqualTo("interrupted"));
    }

    /** Whether the process, or one that it started, is at the epochs of a model. */
    private static boolean trains(Process process) throws IOException {
        for (ProcessHandle each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            Process stacks = new ProcessBuilder(java("jcmd"), Long.toString(each.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            if (new String(stacks.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .contains("dev.oddity.deep.TrainingLoop")) {
                return true;
            }
        }
        return false;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    @Test
    void other_data_stop_it() throws IOException {
        Path run = kept();
        Files.writeString(folder.resolve("orders.csv"), Files.readString(folder.resolve("orders.csv")) + "1,2,0\n");

        assertThat(rerun(run)).isEqualTo(5);
        assertThat(out.toString()).contains("saw other data: 100 rows").contains("now gives 101 rows");
    }

    @Test
    void data_that_cannot_be_loaded_here_are_named_with_why() throws IOException {
        Path run = kept();
        Files.delete(folder.resolve("orders.csv"));

        assertThat(rerun(run)).isEqualTo(5);
        assertThat(out.toString())
                .startsWith("run " + run.getParent().getFileName() + " saw ")
                .contains("which cannot be loaded here: no file '" + folder.resolve("orders.csv") + "'");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nor_can_those_whose_columns_have_other_names() throws IOException {
        Path run = kept();
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders).replace("fraud", "cheat"));

        assertThat(rerun(run)).isEqualTo(5);
        assertThat(out.toString()).contains("which cannot be loaded here: ").contains("fraud");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_model_that_fails_when_it_is_made_again_is_told_and_is_no_wrong_question() throws IOException {
        orders();
        experiment("orders")
                .data(csv(folder.resolve("orders.csv")).label("fraud"))
                .model(pca().components(1))
                .evaluate(rocAuc());
        String whole = Files.readString(file());
        // The data have two columns.
        Path failing = Files.writeString(
                folder.resolve("failing.json"),
                whole.replace("\"components\": 1", "\"components\": 2").replace("components(1)", "components(2)"));

        assertThat(rerun(failing)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("run ")
                .contains(" failed when it was made again: ")
                .contains("components must be below the number of columns");
        assertThat(err.toString()).isEmpty();
        assertThat(runs().failed()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_record_that_was_changed_by_hand_is_refused_with_what_is_wrong(String found, String put, String told)
            throws IOException {
        String whole = Files.readString(kept());
        String changed = whole.replaceAll(found, put);
        assertThat(changed).isNotEqualTo(whole);

        assertThat(rerun(Files.writeString(folder.resolve("changed.json"), changed)))
                .isEqualTo(64);
        assertThat(err.toString()).contains(told).doesNotContain("\tat ");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "\"kind\": \"evaluate\"",
                        "\"kind\": \"train\"",
                        "its kind is 'train', and none of evaluate, fit, in "),
                Arguments.of("\"seeds\": \\[\\s*42\\s*]", "\"seeds\": [\"x\"]", "its seed is x, which stands for"),
                Arguments.of("\"sha256\": \"[0-9a-f]+\"", "\"sha256\": 5", "'sha256' is missing or of another kind"),
                Arguments.of(
                        "oddity-run/1",
                        "oddity-run/2",
                        "this one reads oddity-run/1, so make it again with that version"),
                Arguments.of("(?s)\"models\".*", "", "; give it as it was written"));
    }

    @Test
    void what_a_file_does_not_hold_is_refused_by_name() throws IOException {
        orders();
        Table rows = Table.read().csv(folder.resolve("orders.csv").toFile());
        experiment("orders").data(table(rows).label("fraud")).model(pca()).evaluate(rocAuc());

        assertThat(rerun(file())).isEqualTo(64);
        assertThat(err.toString()).contains("cannot be made again: its data is table(");
    }

    @Test
    void a_run_that_failed_is_told_as_one() {
        assertThatThrownBy(() -> sentence().evaluate(rocAuc())).hasMessageContaining("orders.csv");
        FailedRun failed = runs().failed().get(0);

        assertThat(rerun(folder.resolve("runs").resolve(failed.id()))).isEqualTo(64);
        assertThat(err.toString())
                .contains("run " + failed.id() + " failed, so there are no figures to hold another run to: ")
                .contains("Run its sentence anew:");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        Path damaged = Files.writeString(folder.resolve("run.json"), "{\"format\":\"oddity-run/1\"");

        assertThat(rerun(damaged)).isEqualTo(64);
        assertThat(rerun(folder.resolve("none.json"))).isEqualTo(64);
        assertThat(rerun(folder.resolve("a.ipynb"))).isEqualTo(64);
        assertThat(err.toString())
                .contains(damaged + " is damaged: ")
                .contains("there is no " + folder.resolve("none.json"))
                .contains(folder.resolve("a.ipynb") + " is a notebook; rerun takes the run.json that ");
    }

    @Test
    void where_the_code_is_another_it_says_how_to_get_it_back() throws IOException {
        Path other = withCommit("ab12".repeat(10), "");
        String figures = Files.readString(other).replaceFirst("\"rocAuc\": [0-9.]+", "\"rocAuc\": 0.25");
        Files.writeString(other, figures);

        rerun(other);

        assertThat(out.toString())
                .contains("the code here is not that of the record, which is commit " + "ab12".repeat(10)
                        + "; to make the run again with that: ci/notebooks rerun " + other
                        + " --checkout ../oddity-ab12ab12");
    }

    @Test
    void the_recorded_code_is_checked_out_and_the_run_made_again_there() throws IOException {
        String commit = repository();
        String patch = "diff --git a/code b/code\n--- a/code\n+++ b/code\n@@ -1 +1 @@\n-committed\n+changed\n";
        Path run = withCommit(commit, patch);
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(5);
        assertThat(out.toString())
                .contains("the code of the record is in " + elsewhere)
                .contains("said there: rerun " + run + ", in " + elsewhere + ", with changed");
        assertThat(folder.resolve("code")).hasContent("committed");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("--checkout " + elsewhere + ": it is there already; name a new folder");
    }

    @Test
    void binary_changes_come_back_from_the_record_and_large_ones_from_here_if_they_have_its_hash() throws IOException {
        repository();
        Path small = Files.writeString(folder.resolve("small.bin"), "\0one");
        Path large = Files.writeString(folder.resolve("large.bin"), "\0one");
        Path gone = Files.writeString(folder.resolve("gone.bin"), "\0".repeat(60_000));
        git("add", "small.bin", "large.bin", "gone.bin");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Second");
        Files.writeString(small, "\0two");
        Files.writeString(large, "\0two".repeat(20_000));
        Files.delete(gone);
        Path run = withCode(Environment.capture(folder, Map.of()).tree().get("commit"));
        git("checkout", "-q", "small.bin", "gone.bin");
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(5);
        assertThat(elsewhere.resolve("small.bin")).hasContent("\0two");
        assertThat(elsewhere.resolve("large.bin")).hasSameBinaryContentAs(large);
        assertThat(elsewhere.resolve("gone.bin")).doesNotExist();

        assertThat(rerun(run, "--patch", folder.resolve("a.patch").toString())).isZero();
        assertThat(out.toString())
                .contains("not in it, since too large: gone.bin (deleted), large.bin (80,000 bytes, SHA-256 ");

        Files.writeString(large, "\0three");
        assertThat(rerun(run, "--checkout", folder.resolve("again").toString())).isEqualTo(64);
        assertThat(err.toString())
                .contains("the code of the record cannot be had: it is not all in the record, and not in " + folder
                        + " either: large.bin (80,000 bytes, SHA-256 ");
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void a_record_reaches_no_file_outside_of_its_checkout() throws IOException {
        String commit = repository();
        Path run = withCode(Map.of(
                "id",
                commit,
                "patch",
                Map.of("text", "", "whole", true, "leftOut", Map.of("../orders.csv", Map.of("deleted", true)))));

        assertThat(rerun(run, "--checkout", folder.resolve("elsewhere").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("the record is damaged: ../orders.csv is not in its checkout");
        assertThat(folder.resolve("orders.csv")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".git", ".git/config", "a/../../orders.csv", "\0"})
    void nor_the_checkout_s_own_files_and_nothing_is_written_then(String path) throws IOException {
        String commit = repository();
        Path run = withCode(Map.of(
                "id",
                commit,
                "patch",
                Map.of("text", "", "whole", true, "leftOut", Map.of(path, Map.of("deleted", true)))));
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("the record is damaged: " + path + " is not in its checkout");
        assertThat(elsewhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/kept", "out/new/kept"})
    void nor_one_behind_a_link_that_its_changes_make(String path) throws IOException {
        String commit = repository();
        Path kept = folder.resolve("victim/kept");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "mine\n");
        String patch = """
                diff --git a/out b/out
                new file mode 120000
                --- /dev/null
                +++ b/out
                @@ -0,0 +1 @@
                +../victim
                \\ No newline at end of file
                """;
        Path run = withCode(Map.of(
                "id",
                commit,
                "patch",
                Map.of("text", patch, "whole", true, "leftOut", Map.of(path, Map.of("deleted", true)))));
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("the record is damaged: " + path + " is not in its checkout");
        assertThat(kept).hasContent("mine");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void changes_that_do_not_fit_leave_no_checkout_and_no_file() throws IOException {
        Path run = withCommit(
                repository(), "diff --git a/code b/code\n--- a/code\n+++ b/code\n@@ -1 +1 @@\n-other\n+changed\n");
        Path mine = Files.writeString(folder.resolve("elsewhere.patch"), "mine\n");
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(rerun(run, "--checkout", elsewhere.toString())).isEqualTo(64);
        assertThat(err.toString())
                .contains("git could not apply the recorded changes, which --patch FILE writes, to commit ");
        assertThat(elsewhere).doesNotExist();
        assertThat(mine).hasContent("mine");
    }

    @Test
    void recorded_changes_are_written_for_git() throws IOException {
        Path run = withCommit("ab12".repeat(10), "diff --git a/code b/code\n");
        Path patch = folder.resolve("p/changes.patch");

        assertThat(rerun(run, "--patch", patch.toString())).isZero();

        assertThat(patch).hasContent("diff --git a/code b/code\n");
        assertThat(runs().size()).as("nothing was run").isEqualTo(1);
    }

    @Test
    void code_that_cannot_be_had_is_told() throws IOException {
        repository();
        Path unknown = withCommit("ab12".repeat(10), "");
        String elsewhere = folder.resolve("elsewhere").toString();

        assertThat(rerun(unknown, "--checkout", elsewhere)).isEqualTo(64);
        assertThat(err.toString())
                .contains("commit " + "ab12".repeat(10) + " of the record is not in " + folder + " (fatal: ");

        assertThat(rerun(unknown, "--patch", elsewhere)).isEqualTo(64);
        assertThat(err.toString()).contains("the record has no changes: its code is commit ");

        Path without = Files.writeString(
                folder.resolve("without.json"),
                Files.readString(unknown).replaceFirst("\"commit\": \\{", "\"uncommitted\": {"));
        assertThat(rerun(without, "--checkout", elsewhere)).isEqualTo(64);
        assertThat(err.toString()).contains("does not say which code it was made with");
    }

    /** A checkout whose command says how it was called. */
    private String repository() throws IOException {
        Path command = folder.resolve("ci/notebooks");
        Files.createDirectories(command.getParent());
        Files.writeString(command, "#!/bin/sh\necho \"said there: $*, in $(pwd), with $(cat code)\"\nexit 5\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("code"), "committed\n");
        git("init", "-q");
        git("add", "code", "ci");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "First");
        return Commit.of(folder).orElseThrow().id();
    }

    private void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        assertThat(process.onExit().join().exitValue()).isZero();
    }

    private Path withCommit(String id, String patch) throws IOException {
        Map<String, Object> changes = Map.of("files", List.of(), "text", patch, "whole", true);
        return withCode(
                patch.isEmpty() ? Map.of("id", id, "dirty", false) : Map.of("id", id, "dirty", true, "patch", changes));
    }

    /** A kept run, said to be made with this code. */
    @SuppressWarnings("unchecked")
    private Path withCode(Object commit) throws IOException {
        Map<String, Object> tree = new TreeMap<>(RunStore.read(kept()));
        Map<String, Object> environment = new TreeMap<>((Map<String, Object>) tree.get("environment"));
        environment.put("commit", commit);
        tree.put("environment", environment);
        return Files.writeString(folder.resolve("committed.json"), CanonicalJson.pretty(tree));
    }

    private Path kept() throws IOException {
        orders();
        sentence().evaluate(rocAuc());
        return file();
    }

    private EvaluateStage sentence() {
        return experiment("orders")
                .data(csv(folder.resolve("orders.csv")).label("fraud"))
                .model(pca());
    }

    private void orders() throws IOException {
        Files.writeString(
                folder.resolve("orders.csv"),
                IntStream.range(0, 100)
                        .mapToObj(row -> row % 10 == 0 ? row * 7 + "," + -row + ",1" : row % 7 + "," + row % 5 + ",0")
                        .collect(Collectors.joining("\n", "amount,items,fraud\n", "\n")));
    }

    private Path file() {
        return folder.resolve("runs").resolve(runs().last().id()).resolve("run.json");
    }

    private int rerun(Path run, String... options) {
        List<String> arguments = new ArrayList<>(List.of("rerun", run.toString()));
        arguments.addAll(List.of(options));
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                System.getenv(),
                arguments.toArray(String[]::new));
    }
}

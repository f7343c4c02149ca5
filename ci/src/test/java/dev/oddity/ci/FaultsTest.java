package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.ci.notebook.NotebookReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left, and what comes next, when the runner, the kernel or the disk gives out. */
class FaultsTest extends CommandTest {

    private final List<Process> started = new ArrayList<>();

    /** However a test ends. */
    @AfterEach
    void leaveNoProcess() {
        started.forEach(CommandTest::end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void a_run_that_is_killed_keeps_what_was_done_and_does_not_stand_in_the_way_of_the_next(String signal)
            throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        notebook("a", "out hello", "out there", "hang");
        Process killed = runner();
        List<ProcessHandle> kernels;
        try (BufferedReader told = killed.inputReader()) {
            // When the second cell has ended, the first was saved.
            assertThat(told.lines().anyMatch(line -> line.strip().startsWith("2/3")))
                    .isTrue();
            kernels = killed.descendants().toList();
            signal(signal, killed);
            killed.waitFor();
        }

        assertThat(kernels).isNotEmpty().allSatisfy(kernel -> kernel.onExit().join());
        Path executed = root.resolve("target/notebooks/smoke/a.ipynb");
        assertThat(NotebookReader.read(executed).cells().get(0).outputs().toString())
                .contains("hello");
        notebook("a", "out done");
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void a_run_that_is_told_to_end_writes_what_the_running_cell_has_shown_and_its_report_and_page(
            String signal, int code) throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        notebook("a", "out hello", "out before\nhang", "out never");
        notebook("b", "out next");
        Path executed = root.resolve("target/notebooks/smoke/a.ipynb");
        Path junit = root.resolve("reports/junit.xml");
        Process stopped = runner(
                List.of("env", "--default-signal=INT"),
                "run",
                "--timeout",
                "120",
                "--junit",
                junit.toString(),
                "--html",
                root.resolve("pages").toString());
        // The running cell's last words are saved soon, although it says no more.
        while (stopped.isAlive() && !(Files.exists(executed) && executed("a", 1).contains("before"))) {
            Thread.sleep(50);
        }

        signal(signal, stopped);
        String told = new String(stopped.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(stopped.waitFor()).as(told).isEqualTo(code);
        assertThat(told)
                .contains("a: interrupted in ", "  the runner was stopped from outside before the notebook's end")
                .doesNotContain("b: ");
        assertThat(executed("a", 1)).contains("before", "Interrupted");
        assertThat(executed).content().contains("\"status\": \"interrupted\"");
        assertThat(junit).content().contains("name=\"01 c0: out hello\"", "<error type=\"interrupted\"", "not reached");
        assertThat(root.resolve("pages/a.html")).content().contains("before");
        assertThat(run("run", "b", "--kernel", fake())).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void approving_that_is_told_to_end_keeps_what_was_approved_and_approves_nothing_of_what_was_running(
            String signal, int code) throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        notebook("a", METRICS.formatted(.5));
        notebook("b", METRICS.formatted(.6), "out so far", "hang");
        notebook("c", METRICS.formatted(.7));
        Process approving = runner(List.of("env", "--default-signal=INT"), "approve");
        List<String> told;
        List<ProcessHandle> kernels;
        try (BufferedReader lines = approving.inputReader()) {
            // The second notebook never ends.
            told = new ArrayList<>(lines.lines()
                    .takeWhile(line -> !line.contains("out so far"))
                    .toList());
            kernels = approving.descendants().toList();
            signal(signal, approving);
            told.addAll(lines.lines().toList());
        }

        assertThat(approving.waitFor()).as(told.toString()).isEqualTo(code);
        assertThat(kernels).isNotEmpty().allSatisfy(kernel -> kernel.onExit().join());
        assertThat(told)
                .contains("a: approved, see " + approved("a.smoke"))
                .contains("b: nothing approved, since it did not run to its end")
                .noneMatch(line -> line.startsWith("c"));
        assertThat(approved("a.smoke")).exists();
        assertThat(approved("b.smoke")).doesNotExist();
        assertThat(executed("b", 0)).contains("metrics");
        assertThat(root.resolve("target/notebooks/smoke/b.ipynb")).content().contains("\"status\": \"interrupted\"");
    }

    /** In a shell that started it in the background, a test would hand on that INT is ignored. */
    private Process runner() throws IOException {
        return runner(List.of("env", "--default-signal=INT"), "run");
    }

    /**
     * @param before a program that starts the rest of its arguments, and arguments for it
     * @param arguments of the command
     */
    private Process runner(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Doddity.checkout=" + root,
                // However slow the machine is.
                "-D" + Interruption.PATIENCE + "=600",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--kernel", fake()));
        Process runner = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(runner);
        return runner;
    }

    @Test
    void a_kernel_that_is_killed_leaves_what_was_done_and_the_next_run_is_clean() throws IOException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        notebook("a", "out hello", "out before\nkilled", "out never");

        assertThat(run("run", "--kernel", fake())).isEqualTo(4);

        assertThat(out.toString())
                .contains("the kernel 'fake' was killed by signal 9, as the system does where memory runs out; see ");
        assertThat(executed("a", 0)).contains("hello");
        assertThat(executed("a", 1)).contains("before", "KernelDied");
        assertThat(executed("a", 2)).isEqualTo("[]");
        notebook("a", "out done");
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void where_no_more_can_be_written_the_notebook_saved_last_is_left_and_it_says_so()
            throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name")).as("limits as Linux has them").isEqualTo("Linux");
        notebook("a", "out hello", "flood 400000", "out never");
        notebook("b", "out hello");

        // A file of more than 64 or 128 kB, by the shell's unit, is refused in the midst of writing, as by a full disk.
        Process runner = runner(List.of("sh", "-c", "ulimit -f 128 && exec \"$0\" \"$@\""), "run");
        String told = new String(runner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(runner.waitFor()).as(told).isEqualTo(1);
        assertThat(told)
                .contains(
                        "a: failed in",
                        "  cannot write " + root.resolve("target/notebooks/smoke/a.ipynb")
                                + ": File too large; make room",
                        "b: passed in");
        assertThat(executed("a", 0)).contains("hello");
        assertThat(executed("a", 1)).isEqualTo("[]");
        assertThat(root.resolve("target/notebooks/smoke")).isDirectoryNotContaining("glob:**.part");
        notebook("a", "out done");
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void where_the_notebook_cannot_be_saved_the_others_still_run() throws IOException {
        notebook("a", "out hello");
        notebook("b", "out hello");
        Files.createDirectories(root.resolve("target/notebooks/smoke/a.ipynb/x"));

        assertThat(run("run", "--kernel", fake())).isEqualTo(1);

        assertThat(out.toString()).contains("a: failed in", "  cannot write ", "a.ipynb: ", "b: passed in");
    }

    private String executed(String notebook, int cell) {
        return NotebookReader.read(root.resolve("target/notebooks/smoke/" + notebook + ".ipynb"))
                .cells()
                .get(cell)
                .outputs()
                .toString();
    }
}

package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.ci.notebook.NotebookReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left, and what comes next, when the runner, the kernel or the disk gives out. */
class FaultsTest extends CommandTest {

    private static final Path FULL = Path.of("/dev/full");

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
            new ProcessBuilder("kill", "-s", signal, Long.toString(killed.pid()))
                    .start()
                    .waitFor();
            killed.onExit().join();
        }

        assertThat(kernels).isNotEmpty().allSatisfy(kernel -> kernel.onExit().join());
        Path executed = root.resolve("target/notebooks/smoke/a.ipynb");
        assertThat(NotebookReader.read(executed).cells().get(0).outputs().toString())
                .contains("hello");
        notebook("a", "out done");
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    /** In a shell that started it in the background, a test would hand on that INT is ignored. */
    private Process runner() throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Doddity.checkout=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--kernel",
                fake()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
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
    void a_disk_that_fills_up_leaves_the_notebook_saved_last_and_says_so() throws IOException {
        assumeThat(FULL).exists();
        Path part = root.resolve("target/notebooks/smoke/a.ipynb.part");
        notebook("a", "out hello", "fill " + part, "out never");
        notebook("b", "out hello");
        Path junit = root.resolve("junit.xml");

        assertThat(run("run", "--junit", junit.toString(), "--kernel", fake())).isEqualTo(1);

        assertThat(out.toString())
                .contains("a: failed in", "  cannot write the notebook ", "No space left on device", "b: passed in");
        assertThat(executed("a", 0)).contains("hello");
        assertThat(executed("a", 1)).isEqualTo("[]");
        assertThat(part).doesNotExist();
        assertThat(junit).content().contains("01 c0: out hello", "No space left on device");
        assertThat(run("run", "--kernel", fake())).isEqualTo(1);
        notebook("a", "out done");
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void where_the_notebook_cannot_be_saved_the_others_still_run() throws IOException {
        notebook("a", "out hello");
        notebook("b", "out hello");
        Files.createDirectories(root.resolve("target/notebooks/smoke/a.ipynb.part/x"));

        assertThat(run("run", "--kernel", fake())).isEqualTo(1);

        assertThat(out.toString()).contains("a: failed in", "  cannot write the notebook ", "b: passed in");
    }

    private String executed(String notebook, int cell) {
        return NotebookReader.read(root.resolve("target/notebooks/smoke/" + notebook + ".ipynb"))
                .cells()
                .get(cell)
                .outputs()
                .toString();
    }
}

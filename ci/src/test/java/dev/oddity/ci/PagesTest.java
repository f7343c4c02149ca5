package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookWriter;
import dev.oddity.reproducibility.OddityVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run leaves for those who were not there: pages, and tests for CI. */
class PagesTest extends CommandTest {

    @Test
    void a_page_says_the_command_that_makes_it_again_whole() throws IOException {
        notebook("a", "out hello");
        parameters("a", "int epochs = 20; String name = \"x\";");
        Path output = root.resolve("else where");

        assertThat(run(
                        "run",
                        "a",
                        "--set",
                        "epochs=5",
                        "--set",
                        "name=it's",
                        "--output",
                        output.toString(),
                        "--kernel",
                        fake()))
                .isEqualTo(0);
        assertThat(run("report", output.resolve("a.ipynb").toString())).isEqualTo(0);

        assertThat(output.resolve("a.html"))
                .content()
                .contains(
                        "ci/notebooks run a --profile smoke --kernel fake --output &#39;else where&#39; --set epochs=5"
                                + " --set &#39;name=it&#39;\\&#39;&#39;s&#39;</pre>");
    }

    @Test
    void a_notebook_from_elsewhere_is_approved_by_its_path() throws IOException {
        notebook("metrics", METRICS.formatted(.5));
        Path elsewhere = Files.createDirectories(root.resolve("more")).resolve("metrics.ipynb");
        Files.move(root.resolve("notebooks/metrics.ipynb"), elsewhere);

        assertThat(run("run", elsewhere.toString(), "--kernel", fake())).isEqualTo(2);

        assertThat(out.toString())
                .contains("accept them with: ci/notebooks approve more/metrics.ipynb --profile smoke --kernel fake\n");
    }

    @Test
    void a_named_notebook_without_outputs_is_reported_from_the_copy_that_ran_last() throws IOException {
        notebook("a", "out hello");
        Path source = root.resolve("notebooks/a.ipynb");
        Path executed = root.resolve("target/notebooks/smoke/a.ipynb");
        run("run", source.toString(), "--kernel", fake());

        assertThat(run("report", source.toString())).isEqualTo(0);

        Path page = root.resolve("target/notebooks/smoke/a.html");
        assertThat(out)
                .hasToString("%s shows nothing; this is of the copy that ran last, %s\n%s\n"
                        .formatted(source, executed, page));
        assertThat(page).content().contains("hello", "<dt>Run by</dt><dd>Oddity " + OddityVersion.words() + "</dd>");
    }

    @Test
    void outputs_of_an_earlier_run_are_not_shown_as_of_one_that_never_began() throws IOException {
        notebook("a", "out hello");
        run("run", "--kernel", fake());
        Files.copy(
                root.resolve("target/notebooks/smoke/a.ipynb"),
                root.resolve("notebooks/a.ipynb"),
                StandardCopyOption.REPLACE_EXISTING);
        Path pages = root.resolve("pages");
        Path spec = Files.createDirectories(root.resolve("broken"));
        Files.writeString(spec.resolve("kernel.json"), "{\"argv\": [\"/no/such/program\"], \"display_name\": \"B\"}");

        assertThat(run("run", "--html", pages.toString(), "--kernel", spec.toString()))
                .isEqualTo(4);
        assertThat(run("report", "a")).isEqualTo(0);

        assertThat(pages.resolve("a.html"))
                .content()
                .contains(
                        "The run of this notebook did not pass: kernel died. cannot start the kernel &#39;broken&#39;")
                .doesNotContain("oddity-stdout\">");
        assertThat(root.resolve("target/notebooks/smoke/a.html")).hasSameTextualContentAs(pages.resolve("a.html"));
    }

    @Test
    void a_run_that_failed_says_so_on_its_page_and_one_that_passed_does_not() throws IOException {
        notebook("a", "out hello", "error Oops it broke");
        notebook("b", "out hello");
        Path pages = root.resolve("pages");

        run("run", "--html", pages.toString(), "--kernel", fake());

        assertThat(pages.resolve("a.html"))
                .content()
                .contains(
                        "<p class=\"oddity-note\">The run of this notebook did not pass: failed. cell &#39;c1&#39;: Oops: it"
                                + " broke</p>");
        assertThat(pages.resolve("b.html")).content().doesNotContain("did not pass", "<p class=\"oddity-note\">");
    }

    @Test
    void a_run_that_was_killed_says_so_on_its_page() throws IOException {
        notebook("a", "out hello");
        run("run", "--kernel", fake());
        Path executed = root.resolve("target/notebooks/smoke/a.ipynb");
        Notebook saved = NotebookReader.parse(
                Files.readString(executed).replace("\"status\": \"passed\"", "\"status\": \"unfinished\""), "a");
        NotebookWriter.write(saved, executed);

        run("report", "a");

        assertThat(root.resolve("target/notebooks/smoke/a.html"))
                .content()
                .contains("This notebook was saved while it ran; its run did not come to an end.");
    }

    @Test
    void a_page_that_cannot_be_written_costs_neither_the_others_nor_the_tests_for_ci() throws IOException {
        notebook("a", "out hello");
        notebook("b", "out hello");
        Path pages = root.resolve("pages");
        Files.createDirectories(pages.resolve("a.html/x"));
        Path junit = root.resolve("junit.xml");

        assertThat(run("run", "--html", pages.toString(), "--junit", junit.toString(), "--kernel", fake()))
                .isEqualTo(1);

        assertThat(err.toString()).startsWith("cannot write " + pages.resolve("a.html") + ": ");
        assertThat(pages.resolve("b.html")).content().contains("hello");
        assertThat(junit).content().contains("testsuite name=\"a\"", "testsuite name=\"b\"");
    }

    @Test
    void a_runner_that_is_stopped_takes_the_kernels_key_away_and_what_a_killed_one_leaves_goes_with_the_next()
            throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name"))
                .as("signals as Linux has them")
                .isEqualTo("Linux");
        notebook("a", "out hello", "hang");
        Path temporary = Files.createDirectories(root.resolve("tmp"));

        stopped(temporary, "TERM");
        assertThat(temporary).isDirectoryNotContaining("glob:**oddity-kernel-*");
        stopped(temporary, "KILL");
        assertThat(temporary).isDirectoryContaining("glob:**oddity-kernel-*");
        stopped(temporary, "TERM");
        assertThat(temporary).isDirectoryNotContaining("glob:**oddity-kernel-*");
    }

    private void stopped(Path temporary, String signal) throws IOException, InterruptedException {
        Process runner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Doddity.checkout=" + root,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--kernel",
                        fake())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader told = runner.inputReader()) {
            assertThat(told.lines().anyMatch(line -> line.strip().startsWith("1/2")))
                    .isTrue();
            signal(signal, runner);
            runner.waitFor();
        }
    }

    @Test
    void data_that_must_be_there_and_are_not_fail_a_test_for_ci() throws IOException {
        notebook("a", "error DataUnavailableException no kdd99.gz anywhere", "out never");
        Path junit = root.resolve("junit.xml");

        run(Map.of("ODDITY_REQUIRE_DATASETS", "true"), "run", "--junit", junit.toString(), "--kernel", fake());
        assertThat(junit)
                .content()
                .contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\"")
                .contains("<failure type=\"missing data\" message=\"no kdd99.gz anywhere\">");

        run("run", "--junit", junit.toString(), "--kernel", fake());
        assertThat(junit)
                .content()
                .contains("failures=\"0\" errors=\"0\" skipped=\"2\"")
                .contains("<skipped message=\"no kdd99.gz anywhere\"/>");
    }
}

package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oddity.reproducibility.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The command from the outside, with a kernel whose cells do as they are told. */
class MainTest extends CommandTest {

    @Test
    void notebooks_are_run_and_told_about_cell_by_cell() throws IOException {
        notebook("01-a", "out hello", "# comment\nresult 3");

        assertThat(run("run", "01", "--kernel", fake())).isEqualTo(0);

        assertThat(out.toString().replaceAll(" +\\d+\\.\\d s", " _ s"))
                .isEqualTo("""
                        01-a, profile smoke, kernel Fake
                          1/2  out hello _ s  ok
                          2/2  # comment _ s  ok
                        01-a: passed in _ s
                          it shows no metrics
                        executed notebooks and metrics.json are in %s
                        """.formatted(root.resolve("target/notebooks/smoke")));
        assertThat(root.resolve("target/notebooks/smoke/01-a.ipynb")).content().contains("hello");
        assertThat(root.resolve("target/notebooks/smoke/metrics.json"))
                .content()
                .contains("01-a");
        assertThat(root.resolve("target/notebooks/smoke/01-a.kernel.log")).exists();
    }

    @Test
    void quiet_leaves_out_the_cells() throws IOException {
        notebook("a", "out hello");

        assertThat(run("run", "--quiet", "--kernel", fake())).isEqualTo(0);

        assertThat(out.toString()).startsWith("a: passed in ");
    }

    @Test
    void metrics_without_approval_differ_until_they_are_approved() throws IOException {
        notebook("a", METRICS.formatted(.9));

        assertThat(run("run", "--kernel", fake())).isEqualTo(2);
        assertThat(out.toString()).contains("""
                          a has no approved metrics for the profile smoke; if they are right, accept them with: ci/notebooks approve a --profile smoke --kernel fake
                          metric                | old | new | allowed
                          c0 / e / vae() / f1   | -   | 0.9 | -
                        """.replace("metric                |", "metric              |")
                .replace("f1   |", "f1 |"));

        assertThat(run("approve", "a")).isEqualTo(0);
        assertThat(out.toString()).contains("a: approved, see " + approved("a.smoke"));
        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
        assertThat(out.toString()).contains("its metric is as approved");
    }

    @Test
    void approving_runs_what_was_changed_since_it_ran() throws IOException {
        notebook("a", METRICS.formatted(.5));

        assertThat(run("approve", "a", "--kernel", fake())).isEqualTo(0);

        assertThat(approved("a.smoke")).content().contains("0.5");
    }

    @Test
    void nothing_is_approved_of_a_notebook_that_failed() throws IOException {
        notebook("a", METRICS.formatted(.5), "error Oops");

        assertThat(run("approve", "a", "--kernel", fake())).isEqualTo(1);

        assertThat(out.toString()).contains("a: nothing approved, since it did not run to its end");
        assertThat(approved("a.smoke")).doesNotExist();
    }

    @Test
    void the_exit_code_says_what_went_wrong_and_the_worst_counts() throws IOException {
        notebook("failing", "error Oops it broke");
        notebook("slow", "hang");
        notebook("dying", "die 1");

        assertThat(run("run", "failing", "--kernel", fake())).isEqualTo(1);
        assertThat(out.toString()).contains("  cell 'c0': Oops: it broke");
        assertThat(run("run", "slow", "--timeout", "1", "--kernel", fake())).isEqualTo(3);
        assertThat(run("run", "failing", "dying", "--kernel", fake())).isEqualTo(4);
    }

    @Test
    void a_kernel_that_is_not_there_is_told_before_anything_runs() throws IOException {
        notebook("a", METRICS.formatted(.5));
        run("run", "--kernel", fake());
        Path received = root.resolve("target/notebooks/smoke/a.smoke.received.json");
        String before = Files.readString(received);

        assertThat(run("run", "--kernel", "no-such-kernel")).isEqualTo(64);

        assertThat(err.toString()).startsWith("a: no kernel 'no-such-kernel' is installed");
        assertThat(received).hasContent(before.strip());
    }

    @Test
    void what_cannot_be_written_is_told_before_anything_runs() throws IOException {
        notebook("a", "out hello");
        Path file = Files.createFile(root.resolve("file"));

        assertThat(run(
                        "run",
                        "--kernel",
                        fake(),
                        "--junit",
                        file.resolve("j.xml").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).startsWith("--junit: cannot make the folder " + file + " (");
        assertThat(run("run", "--kernel", fake(), "--html", file.resolve("h").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).startsWith("--html: cannot make the folder " + file.resolve("h") + " (");
        assertRefused(
                "--junit %s: it is a folder; give a file in it".formatted(root),
                "run",
                "--kernel",
                fake(),
                "--junit",
                root.toString());
        assertThat(root.resolve("target/notebooks/smoke/a.ipynb")).doesNotExist();
    }

    @Test
    void a_notebook_can_be_written_with_its_values_and_not_run() throws IOException {
        Files.writeString(root.resolve("notebooks/a.ipynb"), """
                {"nbformat": 4, "cells": [{"cell_type": "code", "id": "p", "source": "int epochs = 20;",
                 "metadata": {"tags": ["parameters"]}, "outputs": [{"output_type": "stream", "name": "stdout", "text": "old"}]}]}""");

        assertThat(run("run", "--prepare-only", "--set", "epochs=5")).isEqualTo(0);

        Path prepared = root.resolve("target/notebooks/smoke/a.ipynb");
        assertThat(out).hasToString(prepared + "\n");
        assertThat(prepared).content().contains("epochs = 5;").doesNotContain("old");
    }

    @Test
    void every_error_is_told_where_the_run_keeps_going() throws IOException {
        notebook("a", "error Oops it broke", "error Again and again", "out end");
        Path junit = root.resolve("j.xml");

        assertThat(run("run", "--kernel", fake(), "--keep-going", "--junit", junit.toString()))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("  3/3  out end", "  cell 'c0': Oops: it broke")
                .doesNotContain("passed");
        assertThat(junit).content().contains("tests=\"3\" failures=\"2\" errors=\"0\" skipped=\"0\"");
    }

    @Test
    void a_folder_stands_for_the_notebooks_in_it() throws IOException {
        valid("a");
        valid("b");
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Files.move(root.resolve("notebooks/b.ipynb"), elsewhere.resolve("b.ipynb"));
        Path empty = Files.createDirectories(root.resolve("empty"));

        assertThat(run("check", elsewhere.toString())).isEqualTo(0);
        assertThat(out).hasToString("b: valid, without outputs\n");
        assertThat(run("check", elsewhere.toString(), "a")).isEqualTo(0);
        assertThat(out).hasToString("b: valid, without outputs\na: valid, without outputs\n");
        assertRefused(
                "no notebooks in the folder %s; name one by its path".formatted(empty), "check", empty.toString());
        assertThat(run("check", "/")).isEqualTo(64);
        assertRefused(
                "a report is of one notebook, and %s is a folder; name one in it".formatted(elsewhere),
                "report",
                elsewhere.toString());
        assertRefused(
                "--output is the page's file, and %s is a folder; give one in it, such as %s"
                        .formatted(empty, empty.resolve("report.html")),
                "report",
                "a",
                "--output",
                empty.toString());
        assertThat(run("report", "a", "--output", "/")).isEqualTo(64);
    }

    @Test
    void checking_names_approved_files_that_belong_to_nothing() throws IOException {
        valid("ok");
        valid("ok.two");
        Files.createDirectories(approved("x").getParent());
        for (String name : List.of("ok.smok", "ok.smoke", "ok.full.gpu", "ok.two.smoke", "ghost.smoke")) {
            Files.writeString(approved(name), "{}");
        }

        assertThat(run("check", "ok")).isEqualTo(1);
        String profile =
                "ok:\n  %s is of a profile 'smok' that the notebook has not; did you mean 'smoke'? profiles: full, smoke\n"
                        .formatted(approved("ok.smok"));
        assertThat(out).hasToString(profile);
        assertThat(run("check")).isEqualTo(1);
        assertThat(out)
                .hasToString(profile
                        + "ok.two: valid, without outputs\n%s is of a notebook 'ghost' that is not in %s; rename it as the notebook, or delete it\n"
                                .formatted(approved("ghost.smoke"), root.resolve("notebooks")));
    }

    @Test
    void a_notebooks_own_limit_holds_unless_the_command_gives_another() throws IOException {
        notebook("a", "hang");
        Path file = root.resolve("notebooks/a.ipynb");
        Files.writeString(
                file, Files.readString(file).replaceFirst("\\{", "{\"metadata\": {\"oddity\": {\"timeout\": 0.1}},"));

        assertThat(run("run", "--kernel", fake())).isEqualTo(3);
        assertThat(out.toString())
                .contains(
                        "cell 'c0' ran longer than 0.1 s, the limit in the notebook's metadata; give more there, or with"
                                + " --timeout");

        assertThat(run("run", "--timeout", "1", "--kernel", fake())).isEqualTo(3);
        assertThat(out.toString())
                .contains("cell 'c0' ran longer than 1 s, the limit of a cell; give more with --timeout");
    }

    @Test
    void missing_data_skips_unless_it_is_required() throws IOException {
        notebook("a", "error DataUnavailableException no kdd99.gz anywhere");

        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
        assertThat(out.toString()).contains("a: skipped in ").contains("  no kdd99.gz anywhere");
        assertThat(run(Map.of("ODDITY_REQUIRE_DATASETS", "true"), "run", "--kernel", fake()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("this counts as a failure, since ODDITY_REQUIRE_DATASETS=true");
    }

    @Test
    void settings_reach_the_notebook_and_its_metrics_are_not_compared() throws IOException {
        notebook("a", METRICS.formatted(.5));
        parameters("a", "int epochs = 20;");

        assertThat(run("run", "--set", "epochs=5", "--kernel", fake())).isEqualTo(0);

        assertThat(root.resolve("target/notebooks/smoke/a.ipynb")).content().contains("\"epochs = 5;\"");
        assertThat(out.toString()).contains("metrics are not compared, since parameters were set");
        assertThat(root.resolve("target/notebooks/smoke/a.smoke.received.json")).doesNotExist();
    }

    @Test
    void settings_may_come_from_a_file() throws IOException {
        notebook("a", "out hello");
        parameters("a", "List<Integer> widths = List.of(1); int epochs = 1;");
        Path file = Files.writeString(root.resolve("p.json"), "{\"widths\": [64, 32], \"epochs\": 2}");

        assertThat(run("run", "--parameters", file.toString(), "--set", "epochs=3", "--kernel", fake()))
                .isEqualTo(0);

        assertThat(root.resolve("target/notebooks/smoke/a.ipynb"))
                .content()
                .contains("\"widths = java.util.List.of(64, 32);\\n\",", "\"epochs = 3;\"");
    }

    @Test
    void what_cannot_be_run_as_given_is_refused_before_anything_runs() throws IOException {
        notebook("01-first", "out a");
        notebook("02-fraud", "out a");

        assertRefused(
                "no verb 'rum'; did you mean 'run'? verbs: run, approve, list, check, strip, report, rerun, install, uninstall",
                "rum");
        assertRefused(
                "no notebook '01-frist'; did you mean '01-first'? notebooks: 01-first, 02-fraud", "run", "01-frist");
        assertRefused(
                "no verb 'zzzzzz'; verbs: run, approve, list, check, strip, report, rerun, install, uninstall",
                "zzzzzz");
        assertRefused("no notebook 'zzzzzz'; notebooks: 01-first, 02-fraud", "run", "zzzzzz");
        assertRefused(
                "no profile 'zzzzzz' in 01-first.ipynb; profiles: full, smoke", "run", "01", "--profile", "zzzzzz");
        assertRefused("'0' may mean 01-first, 02-fraud; give more of the name", "run", "0");
        assertRefused(
                "no profile 'ful' in 01-first.ipynb; did you mean 'full'? profiles: full, smoke",
                "run",
                "01",
                "--profile",
                "ful");
        assertRefused(
                "--set epochs: a parameter is set as NAME=VALUE, such as --set epochs=5", "run", "--set", "epochs");
        assertRefused("--timeout 0: a limit is a positive number of seconds", "run", "--timeout", "0");
        assertRefused("--heap 4 GB: a size is a whole number with m or g, such as 4g", "run", "01", "--heap", "4 GB");
        assertRefused(
                "--heap is for kernels in Java, and 'fake' is in fake; leave --heap out",
                "run",
                "01",
                "--heap",
                "4g",
                "--kernel",
                fake());
        assertRefused("Unknown option: '--profil'; see notebooks run --help", "run", "--profil");
        assertThat(root.resolve("target")).doesNotExist();
    }

    @Test
    void help_is_there_for_every_verb() {
        assertThat(run()).isEqualTo(0);
        assertThat(out.toString()).contains("Verbs:", "run", "approve", "list", "install", "uninstall", "Exit codes:");
        assertThat(out.toString()).contains("  ODDITY_GPU=true                build without PyTorch's CPU libraries\n");
        for (String verb : List.of("run", "approve", "list", "check", "report", "install", "uninstall")) {
            assertThat(run(verb, "--help")).isEqualTo(0);
            assertThat(out.toString()).startsWith("Usage: notebooks " + verb);
        }
    }

    @Test
    void no_line_of_the_help_is_broken_at_its_end() {
        run("--help");

        String environment = out.toString().substring(out.toString().indexOf("Environment:\n") + 13);
        assertThat(environment.lines().filter(line -> !line.isEmpty())).allMatch(line -> line.startsWith("  "));
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("check Look at notebooks without running them: whether they can be run, and their outputs are"
                        + " fresh. strip");
    }

    @Test
    void a_number_beyond_a_doubles_range_is_refused() throws IOException {
        notebook("a", "out hello");
        parameters("a", "double rate = 0.1; List<Double> rates = List.of(1.0);");

        assertRefused(
                "parameter 'rate' of a.ipynb is declared double, which 1e400 is not; give a number such as 0.001",
                "run",
                "--set",
                "rate=1e400");
        assertRefused(
                "parameter 'rates' of a.ipynb is declared List<Double>, which [1e400] is not; give a list such as [0.1, 0.01]",
                "run",
                "--set",
                "rates=[1e400]");
    }

    @Test
    void a_kernel_may_be_given_another_time_to_start() throws IOException {
        notebook("a", "out hello");

        assertRefused("--startup-timeout 0: a limit is a positive number of seconds", "run", "--startup-timeout", "0");
        assertThat(run("run", "--startup-timeout", "300", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void a_notebook_that_lacks_its_data_is_no_failure_of_approving_the_others() throws IOException {
        notebook("a", "error DataUnavailableException no kdd99.gz anywhere");
        notebook("b", METRICS.formatted(.5));

        assertThat(run("approve", "--kernel", fake())).isEqualTo(0);

        assertThat(out.toString())
                .contains("a: skipped in", "b: approved, see ")
                .doesNotContain("nothing approved");
        assertThat(run(Map.of("ODDITY_REQUIRE_DATASETS", "true"), "approve", "a", "--kernel", fake()))
                .isEqualTo(1);
    }

    @Test
    void several_at_once_are_told_of_one_by_one_and_come_to_the_same() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            notebook(name, "out hello", METRICS.formatted(.5));
        }
        notebook("d", "error Oops it broke");

        assertThat(run("run", "--kernel", fake())).isEqualTo(1);
        List<String> alone = told();
        String metrics = Files.readString(root.resolve("target/notebooks/smoke/metrics.json"));
        assertThat(run("run", "--jobs", "3", "--kernel", fake())).isEqualTo(1);

        assertThat(told()).containsExactlyInAnyOrderElementsOf(alone).hasSize(4);
        assertThat(root.resolve("target/notebooks/smoke/metrics.json")).hasContent(metrics);
        assertThat(out.toString())
                .contains("4 notebooks, 3 at a time\n", "a, profile smoke, kernel Fake\n")
                .containsPattern("(?m)^  b  1/2  out hello +\\d+\\.\\d s  ok$")
                .containsPattern("(?m)^  d  1/1  error Oops it broke +\\d+\\.\\d s  failed$");
    }

    @Test
    void a_cell_of_one_of_several_notebooks_is_told_of_when_it_ends() throws IOException {
        notebook("a-notebook-with-a-long-name", "out hello");
        notebook("b", "out this cell says more than there is room for on its line");

        run("run", "--jobs", "2", "--quiet", "--kernel", fake());
        assertThat(out.toString()).doesNotContain("1/1");
        run("run", "--jobs", "2", "--kernel", fake());

        assertThat(out.toString())
                .containsPattern("(?m)^  a-notebook-with-a-long-…  1/1  out hello {21} +\\d+\\.\\d s  ok$")
                .containsPattern("(?m)^  b {23}  1/1  out this cell says more than …  ");
    }

    /** What is told of each notebook at its end, times taken out. */
    private List<String> told() {
        String told = out.toString().replaceAll(" +\\d+\\.\\d s", " _ s");
        return Stream.of(told.split("(?m)^(?=\\S)"))
                .filter(block -> block.matches("(?s)\\S+: .*"))
                .map(block -> block.replaceAll("(?m)^  .* \\d/\\d  .*\n", ""))
                .toList();
    }

    @Test
    void cells_are_told_to_ci_as_tests() throws Exception {
        notebook("a", "out <&>", "", "error Oops it \\033[31mbroke", "out never");
        notebook("b", METRICS.formatted(.5));
        notebook("c", "die 1");
        Path junit = root.resolve("reports/notebooks.xml");

        assertThat(run("run", "--junit", junit.toString(), "--kernel", fake())).isEqualTo(4);

        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        assertThat(path.evaluate("//testsuite[@name='a']/@tests", xml)).isEqualTo("4");
        assertThat(path.evaluate("//testsuite[@name='a']/@skipped", xml)).isEqualTo("2");
        assertThat(path.evaluate("//testcase[@classname='notebooks.a'][1]/@name", xml))
                .isEqualTo("01 c0: out <&>");
        assertThat(path.evaluate("count(//testcase[@classname='notebooks.a'][1]/*)", xml))
                .isEqualTo("0");
        assertThat(path.evaluate("count(//testcase[@classname='notebooks.a'][2]/skipped)", xml))
                .isEqualTo("1");
        assertThat(path.evaluate("//testcase[@classname='notebooks.a'][3]/failure/@message", xml))
                .isEqualTo("cell 'c2': Oops: it ?[31mbroke");
        assertThat(path.evaluate("//testcase[@classname='notebooks.a'][4]/skipped/@message", xml))
                .isEqualTo("not reached");
        assertThat(path.evaluate("//testcase[@classname='notebooks.b'][@name='metrics']/failure", xml))
                .contains("has no approved metrics", "c0 / e / vae() / f1 | -   | 0.5 | -");
        assertThat(path.evaluate("//testsuite[@name='c']/@errors", xml)).isEqualTo("1");
        assertThat(path.evaluate("//testcase[@classname='notebooks.c'][1]/error/@type", xml))
                .isEqualTo("kernel died");
    }

    @Test
    void two_runs_do_not_mix_in_one_folder() throws IOException {
        notebook("a", "out hello");
        Path folder = Files.createDirectories(root.resolve("target/notebooks/smoke"));

        FolderLock.during(
                folder,
                () -> assertRefused(
                        "another run writes into %s; wait for its end, or give this one another folder with --output"
                                .formatted(folder),
                        "run",
                        "--kernel",
                        fake()));

        assertThat(run("run", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void an_executed_notebook_becomes_a_page() throws IOException {
        notebook("a", "out hello");
        Path pages = root.resolve("pages");

        assertRefused(
                "a was not run in the profile smoke; run it first: ci/notebooks run a --profile smoke (or name the executed copy, if"
                        + " it lies elsewhere)",
                "report",
                "a");
        assertThat(run("run", "--html", pages.toString(), "--kernel", fake())).isEqualTo(0);
        assertThat(run("report", "a")).isEqualTo(0);

        Path page = root.resolve("target/notebooks/smoke/a.html");
        assertThat(out).hasToString(page + "\n");
        assertThat(page).content().contains("hello", "ci/notebooks run a --profile smoke --kernel fake");
        assertThat(pages.resolve("a.html")).hasSameTextualContentAs(page);
    }

    @Test
    void without_a_browser_there_is_a_page_and_a_word_about_the_pdf() throws IOException {
        notebook("a", "out hello");
        run("run", "--kernel", fake());

        assertRefused(
                "--pdf needs Chromium or Chrome, and none is on the PATH; install one, name it in ODDITY_CHROMIUM, or print"
                        + " the page from a browser",
                "report",
                "a",
                "--pdf");

        assertThat(root.resolve("target/notebooks/smoke/a.html")).exists();
    }

    @Test
    void a_notebook_that_shows_nothing_is_no_report() throws IOException {
        notebook("a", "out hello");
        String file = root.resolve("notebooks/a.ipynb").toString();

        assertRefused(
                file
                        + " shows nothing, and was not run in the profile smoke; run it first: ci/notebooks run a --profile smoke"
                        + " (or name the executed copy, if it lies elsewhere)",
                "report",
                file);
    }

    @Test
    void checking_tells_whether_committed_outputs_are_of_the_code_above_them() throws IOException {
        notebook("a", "out hello");
        run("run", "--kernel", fake());
        Path committed = root.resolve("notebooks/a.ipynb");
        Files.copy(root.resolve("target/notebooks/smoke/a.ipynb"), committed, StandardCopyOption.REPLACE_EXISTING);

        assertThat(run("check")).isEqualTo(0);
        assertThat(out).hasToString("a: valid, its outputs are of its code\n");

        String ran = Files.readString(committed);
        Files.writeString(committed, ran.replace("out hello", "out changed"));
        assertThat(run("check")).isEqualTo(1);
        assertThat(out).hasToString("""
                        a:
                          its code was changed after its outputs were made; run it again, or clear its outputs
                        """);

        Files.writeString(committed, ran.replace("executed", "elsewhere"));
        assertThat(run("check")).isEqualTo(1);
        assertThat(out).hasToString("""
                        a:
                          it does not say which code made its outputs, as notebooks that ci/notebooks ran from the first cell to the last do; run it again, or clear its outputs
                        """);
    }

    @Test
    void checking_names_what_is_broken() throws IOException {
        Files.writeString(root.resolve("notebooks/a.ipynb"), "{\"cells\": [");
        notebook("b", METRICS.formatted(.5));
        run("run", "b", "--kernel", fake());
        run("approve", "b");
        Files.copy(
                root.resolve("target/notebooks/smoke/b.ipynb"),
                root.resolve("notebooks/b.ipynb"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(approved("b.smoke"), approved("b.full"));
        Files.writeString(
                approved("b.smoke"), Files.readString(approved("b.smoke")).replace("c0", "gone"));
        Files.writeString(approved("b.full"), "<<<<<<< HEAD");

        assertThat(run("check")).isEqualTo(1);

        assertThat(out.toString())
                .startsWith("a:\n  a.ipynb is not JSON, which a notebook must be: ")
                .contains("b:\n  " + approved("b.full") + " holds no approved metrics (")
                .contains(approved("b.smoke")
                        + " has metrics of the cell 'gone', which is not in the notebook; approve again\n");
    }

    @Test
    void metrics_of_another_form_are_told_and_nothing_else_falls() throws IOException {
        notebook("a", "metrics {\"experiment\":3}");
        notebook("b", "out hello");

        assertThat(run("run", "--kernel", fake())).isEqualTo(2);

        assertThat(out.toString())
                .contains(
                        "  cell 'c0' shows application/vnd.oddity.metrics+json of another form than a report's, which has"
                                + " experiment and models; show it as application/json")
                .contains("b: passed");
    }

    @Test
    void the_list_says_what_can_be_set() throws IOException {
        notebook("a", "out x");
        parameters("a", "int epochs = 20;");

        assertThat(run("list", "a")).isEqualTo(0);

        assertThat(out).hasToString("""
                        a
                          code cells  2
                          parameters  epochs (int)
                          profiles    full, smoke
                          approved    none
                        """);
    }

    @Test
    void without_a_gpu_nothing_runs_on_one() throws IOException {
        assumeThat(Environment.capture(Path.of(""), Map.of()).gpus()).isEmpty();
        notebook("a", "out x");

        assertRefused(
                "--device gpu: there is no GPU here that nvidia-smi knows of, so nothing was run; leave --device out to run"
                        + " on the CPU",
                "run",
                "--device",
                "gpu",
                "--kernel",
                fake());
        assertThat(root.resolve("target")).doesNotExist();
        assertThat(run("run", "--device", "cpu", "--kernel", fake())).isEqualTo(0);
    }

    @Test
    void outside_of_a_checkout_it_says_so() throws IOException {
        Files.delete(root.resolve("ci/notebooks"));

        assertRefused(
                "%s is not in a checkout of Oddity: no folder above it holds ci/notebooks; start ci/notebooks of one"
                        .formatted(root.resolve("notebooks")),
                "list");
    }

    private void valid(String name) throws IOException {
        Files.writeString(
                root.resolve("notebooks").resolve(name + ".ipynb"),
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": []}");
    }
}

package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.ci.execution.Limit;
import dev.oddity.ci.execution.Limits;
import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.execution.RunListener;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.jupyter.InProcessKernel;
import dev.oddity.ci.jupyter.Kernel;
import dev.oddity.ci.jupyter.SeparateKernel;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A notebook run in a kernel's own process and in this one: the same file, byte for byte. */
class TwoBackendsTest extends CheckoutOfItsOwn {

    private static final Limit ROOMY = new Limit(Duration.ofMinutes(5), "the limit of this test");

    /** The one that ci/src/test/python/same_as_nbclient.py holds to nbclient. */
    @Test
    void the_torture_notebook_shows_the_same_in_both() {
        Notebook torture = NotebookReader.read(Path.of("src/test/resources/dev/oddity/ci/torture.ipynb"));

        RunResult inProcess = same(torture);

        assertThat(inProcess.status()).as(inProcess.reason()).isEqualTo(RunStatus.PASSED);
        assertThat(text(inProcess, "display", 0)).isEqualTo("<b>90 %</b>");
        assertThat(text(inProcess, "clear-now", 0)).isEqualTo("stays\n");
        assertThat(text(inProcess, "no-input", 0)).contains("takes no input");
        assertThat(text(inProcess, "exit", 0)).contains("System.exit(3)");
        assertThat(text(inProcess, "flood", 1)).contains("held back");
        assertThat(text(inProcess, "after-the-flood", 0)).isEqualTo("here again\n");
    }

    @Test
    void an_error_stops_both_at_the_same_place_with_the_same_words() {
        RunResult inProcess = same(notebook("""
                {"cell_type": "code", "id": "shown", "source": "var id = display(1);"},
                {"cell_type": "code", "id": "bad", "source": "updateDisplay(id, 2); int[] none = {}; none[3]"},
                {"cell_type": "code", "id": "never", "source": "3"}"""));

        assertThat(inProcess.status()).isEqualTo(RunStatus.FAILED);
        assertThat(text(inProcess, "shown", 0)).isEqualTo("2");
        assertThat(inProcess.reason()).startsWith("cell 'bad': ").contains("ArrayIndexOutOfBoundsException");
        assertThat(cell(inProcess, "never").outputs()).isEmpty();
    }

    @Test
    void a_cell_that_takes_too_long_is_interrupted_in_both_and_what_it_showed_is_kept() {
        RunResult inProcess = same(notebook("""
                {"cell_type": "code", "id": "warm", "source": "System.out.println(0); Thread.sleep(1);"},
                {"cell_type": "code", "id": "slow", "metadata": {"oddity": {"timeout": 10}},
                 "source": "System.out.println(\\"begun\\"); Thread.sleep(600_000);"},
                {"cell_type": "code", "id": "never", "source": "3"}"""));

        assertThat(inProcess.status()).isEqualTo(RunStatus.TIMED_OUT);
        assertThat(inProcess.reason()).startsWith("cell 'slow' ran longer than 10 s");
        assertThat(text(inProcess, "slow", 0)).isEqualTo("begun\n");
        assertThat(cell(inProcess, "slow").outputs()).hasSizeGreaterThan(1);
    }

    @Test
    void profile_and_settings_are_put_in_for_both_and_only_the_command_that_made_it_differs() throws IOException {
        Files.writeString(root.resolve("notebooks/n.ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"oddity": {"profiles": {"smoke": {"epochs": 2}}}},
                 "cells": [
                  {"cell_type": "code", "id": "p", "metadata": {"tags": ["parameters"]},
                   "source": "int epochs = 20; List<Integer> widths = List.of(8);"},
                  {"cell_type": "code", "id": "print", "source": "epochs + \\" \\" + widths"}]}""");

        String separate = run("--set", "widths=[64,32]");
        String inProcess = run("--set", "widths=[64,32]", "--in-process");

        assertThat(separate).contains("2 [64, 32]");
        assertThat(inProcess).contains(" --in-process ");
        assertThat(inProcess.replace(" --in-process ", " ")).isEqualTo(separate);
    }

    private String run(String... options) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out, true);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = "--no-timing";
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(Main.run(print, print, root, Map.of(), arguments))
                .as(out.toString())
                .isEqualTo(0);
        return Files.readString(root.resolve("target/notebooks/smoke/n.ipynb"));
    }

    /** Runs it both ways, and gives the result of the second if it is that of the first. */
    private RunResult same(Notebook notebook) {
        Path file = root.resolve("notebooks/n.ipynb");
        RunResult separate = run(notebook, new SeparateKernel(Kernels.find(Kernels.ODDITY), root, root.resolve("log")));
        RunResult inProcess =
                run(notebook, new InProcessKernel(Kernels.find(Kernels.ODDITY), file, root.resolve("runs")));

        NotebookWriter.write(separate.notebook(), root.resolve("separate.ipynb"));
        NotebookWriter.write(inProcess.notebook(), root.resolve("in-process.ipynb"));
        assertThat(root.resolve("in-process.ipynb"))
                // The first tells which lines differ.
                .hasSameTextualContentAs(root.resolve("separate.ipynb"))
                .hasSameBinaryContentAs(root.resolve("separate.ipynb"));
        assertThat(inProcess.status()).isEqualTo(separate.status());
        assertThat(inProcess.reason()).isEqualTo(separate.reason());
        return inProcess;
    }

    private static RunResult run(Notebook notebook, Kernel kernel) {
        return new NotebookRun(Limits.of(ROOMY, ROOMY), Optional.empty()).run(notebook, kernel, new RunListener() {
            @Override
            public void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
                // The result tells.
            }

            @Override
            public void changed(Notebook now) {
                // The result tells.
            }
        });
    }

    private static Notebook notebook(String cells) {
        return NotebookReader.parse("{\"nbformat\": 4, \"metadata\": {}, \"cells\": [" + cells + "]}", "n");
    }

    private static Cell cell(RunResult result, String id) {
        return result.notebook().cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What an output says: its text, its HTML before its plain text, or its error. */
    private static String text(RunResult result, String id, int output) {
        JsonObject shown = cell(result, id).outputs().get(output);
        if (shown.get("data") instanceof JsonObject data) {
            return (data.has("text/html") ? data.get("text/html") : data.get("text/plain")).getAsString();
        }
        return shown.has("text")
                ? shown.get("text").getAsString()
                : shown.get("evalue").getAsString();
    }
}

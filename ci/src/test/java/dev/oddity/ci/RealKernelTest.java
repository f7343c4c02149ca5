package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A notebook in the project's own kernel, as a process, from the command to the file. */
class RealKernelTest extends CheckoutOfItsOwn {

    private final StringWriter out = new StringWriter();

    @Test
    void a_java_notebook_runs_with_the_values_of_its_profile() throws IOException {
        write("""
                {"nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"oddity": {"profiles": {"smoke": {"epochs": 2, "name": "a\\"b"}}}},
                 "cells": [
                  {"cell_type": "code", "id": "p", "metadata": {"tags": ["parameters"]},
                   "source": "int epochs = 20; String name = \\"full\\";"},
                  {"cell_type": "code", "id": "print", "source": "System.out.print(name + \\" \\"); System.out.println(epochs);"},
                  {"cell_type": "code", "id": "value", "source": "epochs * 21"},
                  {"cell_type": "code", "id": "words", "source": "digits()"}]}""");

        assertThat(run()).as(out.toString()).isEqualTo(0);

        Notebook executed = executed();
        assertThat(executed.metadata().getAsJsonObject("kernelspec").get("name").getAsString())
                .isEqualTo("oddity");
        assertThat(executed.metadata()
                        .getAsJsonObject("language_info")
                        .get("name")
                        .getAsString())
                .isEqualTo("java");
        assertThat(cell(executed, "p").outputs()).isEmpty();
        assertThat(cell(executed, "injected-parameters").outputs()).isEmpty();
        assertThat(cell(executed, "print").outputs().get(0).get("text").getAsString())
                .isEqualTo("a\"b 2\n");
        assertThat(text(cell(executed, "value").outputs().get(0))).isEqualTo("42");
        assertThat(cell(executed, "words").outputs()).hasSize(1);
    }

    @Test
    void every_type_of_parameter_can_be_set_in_the_kernel() throws IOException {
        write("""
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "p", "metadata": {"tags": ["parameters"]}, "source":
                    "enum Scale { NONE, Z }\\nScale scale = Scale.NONE; List<Integer> widths = List.of(1); double[][] grid = {}; Map<String, List<Long>> map = Map.of();"},
                  {"cell_type": "code", "id": "show", "source": "scale + \\" \\" + widths + \\" \\" + Arrays.deepToString(grid) + \\" \\" + map"}]}""");

        assertThat(run(
                        "--set", "scale=Z",
                        "--set", "widths=[64,32]",
                        "--set", "grid=[[1,2.5],[]]",
                        "--set", "map={b: [2], a: []}"))
                .as(out.toString())
                .isEqualTo(0);

        assertThat(text(cell(executed(), "show").outputs().get(0)))
                .isEqualTo("Z [64, 32] [[1.0, 2.5], []] {a=[], b=[2]}");
    }

    @Test
    void a_kernel_takes_no_more_heap_than_it_may() throws IOException {
        write("""
                {"nbformat": 4, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "most", "source": "Runtime.getRuntime().maxMemory() >> 20"}]}""");

        assertThat(run("--heap", "320m")).as(out.toString()).isEqualTo(0);

        assertThat(Integer.parseInt(text(cell(executed(), "most").outputs().get(0))))
                .isBetween(256, 320);
    }

    @Test
    void an_exception_in_java_stops_the_notebook() throws IOException {
        write("""
                {"nbformat": 4, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "bad", "source": "throw new IllegalStateException(\\"no luck\\");"},
                  {"cell_type": "code", "id": "next", "source": "1"}]}""");

        assertThat(run()).isEqualTo(1);

        assertThat(out.toString())
                .contains("cell 'bad': ")
                .contains("IllegalStateException")
                .contains("no luck");
        assertThat(cell(executed(), "next").outputs()).isEmpty();
    }

    @Test
    void the_kernel_has_its_own_resolver_of_libraries() throws IOException {
        write("""
                {"nbformat": 4, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "offline", "source": "%maven --offline org.nobody:nothing:1.0"}]}""");

        assertThat(run()).isEqualTo(1);

        assertThat(out.toString())
                .contains("%maven: offline, and org.nobody:nothing:1.0 isn't at hand: the local repository ");
    }

    @Test
    void a_cell_that_ends_the_process_is_told_as_the_kernels_death() throws IOException {
        write("""
                {"nbformat": 4, "metadata": {}, "cells": [
                  {"cell_type": "code", "id": "kill", "source": "new ProcessBuilder(\\"sh\\", \\"-c\\", \\"kill -9 \\" + ProcessHandle.current().pid()).start().waitFor();"}]}""");

        assertThat(run()).isEqualTo(4);

        assertThat(out.toString()).contains("the kernel 'oddity' was killed by signal 9, ");
    }

    private int run(String... options) {
        PrintWriter print = new PrintWriter(out, true);
        String[] arguments = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
        return Main.run(print, print, root, Map.of(), arguments);
    }

    private Notebook executed() throws IOException {
        Path file = root.resolve("target/notebooks/smoke/n.ipynb");
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(NotebookRules.faults(json)).isEmpty();
        return NotebookReader.read(file);
    }

    private static Cell cell(Notebook notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Plain text may be a list of lines. */
    private static String text(JsonObject output) {
        var text = output.getAsJsonObject("data").get("text/plain");
        return text.isJsonArray() ? text.getAsJsonArray().get(0).getAsString() : text.getAsString();
    }

    private void write(String notebook) throws IOException {
        Files.writeString(root.resolve("notebooks/n.ipynb"), notebook);
    }
}

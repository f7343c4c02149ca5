package dev.oddity.ci.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    private static final String DECLARATIONS = """
            // how long; "int no = 1;" is no declaration
            int epochs = 20; long rows = 1_000_000L;
            double rate = -1e-3; boolean deep = true;
            /* a name */ String name = "a;b\\"c";
            """;

    @Test
    void declarations_are_read_as_java_reads_them() {
        assertThat(parameters(DECLARATIONS, "{}").describe())
                .isEqualTo("epochs (int), rows (long), rate (double), deep (boolean), name (String)");
    }

    @Test
    void the_full_profile_is_the_notebook_as_written() {
        assertThat(sources(
                        parameters(DECLARATIONS, "{\"smoke\":{\"epochs\":2}}").inject("full", Settings.NONE)))
                .containsExactly(DECLARATIONS, "use(epochs);");
    }

    @Test
    void a_profile_is_put_in_behind_the_parameters_typed_as_declared() {
        String smoke =
                "{\"smoke\":{\"epochs\":2,\"rows\":5000000000,\"rate\":1,\"deep\":false,\"name\":\"x\\\"\\n\\\\\"}}";

        Notebook injected = parameters(DECLARATIONS, smoke).inject("smoke", Settings.NONE);

        assertThat(sources(injected).get(1)).isEqualTo("""
                        // profile smoke
                        epochs = 2;
                        rows = 5000000000L;
                        rate = 1.0;
                        deep = false;
                        name = "x\\"\\n\\\\";""");
        assertThat(injected.cells().get(1).hasTag("injected-parameters")).isTrue();
        assertThat(sources(injected)).hasSize(3);
    }

    @Test
    void a_notebook_in_another_language_runs_as_written() {
        String python = """
                {"nbformat": 4, "metadata": {"kernelspec": {"name": "python3", "language": "python"}}, "cells": [
                  {"cell_type": "code", "source": "epochs = 20", "metadata": {"tags": ["parameters"]}}]}""";
        Parameters parameters = Parameters.of(NotebookReader.parse(python, "n.ipynb"), "n.ipynb");

        assertThat(sources(parameters.inject("smoke", Settings.NONE))).containsExactly("epochs = 20");
        assertThatThrownBy(() -> parameters.inject("smoke", Settings.typed(Map.of("epochs", "5"))))
                .isInstanceOf(NotebookException.class)
                .hasMessage(
                        "no parameter 'epochs' in n.ipynb: parameters are set in notebooks in Java, and this one is in"
                                + " python");
    }

    @Test
    void settings_win_over_the_profile() {
        Notebook injected = parameters(DECLARATIONS, "{\"smoke\":{\"epochs\":2}}")
                .inject("smoke", Settings.typed(Map.of("epochs", "7")));

        assertThat(sources(injected).get(1)).isEqualTo("// profile smoke\nepochs = 7;");
    }

    @Test
    void putting_in_again_replaces_what_was_put_in_before() {
        Notebook once = parameters(DECLARATIONS, "{}").inject("full", Settings.typed(Map.of("epochs", "1")));

        Notebook twice = Parameters.of(once, "n").inject("full", Settings.typed(Map.of("epochs", "3")));

        assertThat(sources(twice)).containsExactly(DECLARATIONS, "// profile full\nepochs = 3;", "use(epochs);");
    }

    @Test
    void names_that_are_not_there_are_refused_with_the_near_miss() {
        Parameters parameters = parameters("int epochs = 20; int seeds = 5;", "{\"tiny\":{\"epoch\":1}}");

        assertRefused(
                parameters,
                "full",
                "seed",
                "1",
                "no parameter 'seed' in n.ipynb; did you mean 'seeds'? parameters: epochs (int), seeds (int)");
        assertThatThrownBy(() -> parameters.inject("tiny", Settings.NONE))
                .hasMessage(
                        "no parameter 'epoch' in n.ipynb; did you mean 'epochs'? parameters: epochs (int), seeds (int)");
        assertRefused(
                parameters,
                "full",
                "depth",
                "1",
                "no parameter 'depth' in n.ipynb; parameters: epochs (int), seeds (int)");
        assertThatThrownBy(() -> parameters.inject("smok", Settings.NONE))
                .hasMessage("no profile 'smok' in n.ipynb; did you mean 'smoke'? profiles: full, smoke, tiny");
    }

    @Test
    void values_that_do_not_fit_are_refused_with_an_example() {
        Parameters parameters = parameters(DECLARATIONS, "{\"smoke\":{\"epochs\":\"2\"}}");

        assertRefused(
                parameters,
                "full",
                "epochs",
                "2.5",
                "parameter 'epochs' of n.ipynb is declared int, which 2.5 is not; give a whole number such as 20");
        assertRefused(
                parameters,
                "full",
                "epochs",
                "3000000000",
                "parameter 'epochs' of n.ipynb is declared int, which 3000000000 is not; give a whole number such as 20");
        assertRefused(
                parameters,
                "full",
                "rate",
                "fast",
                "parameter 'rate' of n.ipynb is declared double, which fast is not; give a number such as 0.001");
        assertRefused(
                parameters,
                "full",
                "deep",
                "yes",
                "parameter 'deep' of n.ipynb is declared boolean, which yes is not; give true or false");
        assertRefused(
                parameters,
                "smoke",
                "deep",
                "true",
                "parameter 'epochs' of n.ipynb is declared int, which \"2\" is not; give a whole number such as 20");
    }

    @Test
    void whole_numbers_may_be_written_in_any_way() {
        assertThat(sources(parameters("int epochs = 1;", "{\"smoke\":{\"epochs\":2.0}}")
                                .inject("smoke", Settings.NONE))
                        .get(1))
                .endsWith("epochs = 2;");
    }

    @Test
    void a_parameters_cell_holds_literals_only() {
        String rule =
                "it may hold declarations with a literal only, of int, long, double, boolean, String, an enum, and lists, arrays"
                        + " and maps of these: int epochs = 20; List<Integer> widths = List.of(64, 32);";

        assertThatThrownBy(() -> parameters("int a = 1 + 1;", "{}"))
                .hasMessage("the parameters cell of n.ipynb has: int a = 1 + 1; " + rule);
        assertThatThrownBy(() -> parameters("float a = 1f;", "{}"))
                .hasMessageContaining("has: float a = 1.0F; " + rule);
        assertThatThrownBy(() -> parameters("List<Float> a = List.of(1f);", "{}"))
                .hasMessageContaining("has: List<Float> a = List.of(1.0F); " + rule);
        assertThatThrownBy(() -> parameters("List<Integer> a = new ArrayList<>();", "{}"))
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("int[] a = new int[3];", "{}")).hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("Map<Integer, Integer> a = Map.of();", "{}"))
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("Scale a = Scale.of(1);", "{}")).hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("var a = 1;", "{}")).hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("int a;", "{}")).hasMessageContaining("has: int a; " + rule);
        assertThatThrownBy(() -> parameters("int a = 1;\nprint(a);", "{}"))
                .hasMessageStartingWith("the parameters cell of n.ipynb has: line 2: ")
                .hasMessageEndingWith(rule);
    }

    @Test
    void lists_arrays_and_maps_are_put_in_as_declared() {
        Parameters parameters =
                parameters("""
                List<Integer> widths = List.of(64, 32); double[] rates = {0.1, -1e-3}; long[][] grid = new long[][] {{1}, {}};
                java.util.Map<String, List<String>> names = Map.of("a", List.of("b")); List<Double> none = List.of();
                """, "{\"smoke\":{\"widths\":[8],\"none\":[1, 2.5],\"names\":{\"z\":[\"\\n\"],\"y\":[]}}}");

        assertThat(parameters.describe())
                .isEqualTo(
                        "widths (List<Integer>), rates (double[]), grid (long[][]), names (Map<String, List<String>>),"
                                + " none (List<Double>)");
        assertThat(sources(parameters.inject(
                                "smoke", Settings.typed(new TreeMap<>(Map.of("rates", "[1]", "grid", "[[1,2],[3]]")))))
                        .get(1))
                .isEqualTo("""
                        // profile smoke
                        widths = java.util.List.of(8);
                        none = java.util.List.of(1.0, 2.5);
                        names = new java.util.TreeMap<>(java.util.Map.ofEntries(java.util.Map.entry("z", java.util.List.of("\\n")), java.util.Map.entry("y", java.util.List.of())));
                        grid = new long[][] {new long[] {1L, 2L}, new long[] {3L}};
                        rates = new double[] {1.0};""");
    }

    @Test
    void texts_in_a_typed_list_need_no_quotation_marks() {
        assertThat(sources(parameters("List<String> models = List.of(\"vae\");", "{}")
                                .inject("full", Settings.typed(Map.of("models", "[pca, \"a b\"]"))))
                        .get(1))
                .endsWith("models = java.util.List.of(\"pca\", \"a b\");");
    }

    @Test
    void an_element_that_does_not_fit_is_refused_with_an_example() {
        Parameters parameters = parameters(
                "List<Integer> widths = List.of(64); Map<String, Double> rates = Map.of(); boolean[] on = {};", "{}");

        for (String words : List.of("64,32", "[64.5]", "[64, x]", "[null]", "{}", "64", "[3000000000]", "[1,,2]")) {
            assertRefused(
                    parameters,
                    "full",
                    "widths",
                    words,
                    "parameter 'widths' of n.ipynb is declared List<Integer>, which %s is not; give a list such as [64, 32]"
                            .formatted(words));
        }
        assertRefused(
                parameters,
                "full",
                "rates",
                "[1]",
                "parameter 'rates' of n.ipynb is declared Map<String, Double>, which [1] is not; give a map such as {\"a\": 0.1,"
                        + " \"b\": 0.01}");
        assertRefused(
                parameters,
                "full",
                "on",
                "[1]",
                "parameter 'on' of n.ipynb is declared boolean[], which [1] is not; give an array such as [true, false]");
    }

    @Test
    void an_enum_takes_the_constants_that_the_notebook_declares() {
        String cell = "enum Scale { NONE, MIN_MAX { int x() { return 1; } } } Scale scale = Scale.NONE;";
        Parameters parameters = parameters(cell, "{\"smoke\":{\"scale\":\"MIN_MAX\"}}");

        assertThat(sources(parameters.inject("smoke", Settings.NONE)).get(1)).endsWith("scale = Scale.MIN_MAX;");
        assertThat(sources(parameters.inject("full", Settings.typed(Map.of("scale", "Scale.NONE"))))
                        .get(1))
                .endsWith("scale = Scale.NONE;");
        assertRefused(
                parameters,
                "full",
                "scale",
                "MINMAX",
                "parameter 'scale' of n.ipynb is declared Scale, which MINMAX is not; give one of NONE, MIN_MAX");
    }

    @Test
    void an_enum_may_be_declared_in_another_cell_or_elsewhere() {
        Notebook notebook = notebook("Scale scale = Scale.A; List<TimeUnit> units = List.of(TimeUnit.DAYS);", "{}")
                .withCell(
                        1, Cell.code("u", "%time\nimport java.util.*;\nfoo();\nenum Scale { A, B }\nbar();", "other"));
        Parameters parameters = Parameters.of(notebook, "n.ipynb");

        assertRefused(
                parameters,
                "full",
                "scale",
                "C",
                "parameter 'scale' of n.ipynb is declared Scale, which C is not; give one of A, B");
        assertThat(sources(parameters.inject("full", Settings.typed(Map.of("units", "[HOURS]"))))
                        .get(1))
                .endsWith("units = java.util.List.of(TimeUnit.HOURS);");
        assertRefused(
                parameters,
                "full",
                "units",
                "[2 h]",
                "parameter 'units' of n.ipynb is declared List<TimeUnit>, which [2 h] is not; give a list such as"
                        + " [\"A_CONSTANT\", \"A_CONSTANT\"]");
    }

    @Test
    void a_file_gives_values_and_what_is_typed_wins(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), "{\"epochs\": 3, \"seeds\": 2}");
        Parameters parameters = parameters("int epochs = 20; int seeds = 5;", "{}");

        assertThat(sources(parameters.inject(
                                "full", Settings.typed(Map.of("seeds", "7")).withFile(file)))
                        .get(1))
                .isEqualTo("// profile full\nepochs = 3;\nseeds = 7;");
        Files.writeString(file, "[1]");
        assertThatThrownBy(() -> Settings.NONE.withFile(file))
                .hasMessage(file
                        + " holds something else; parameters are a JSON object by name, such as {\"epochs\": 5, \"widths\":"
                        + " [64, 32]}");
        Files.writeString(file, "{\"a\":");
        assertThatThrownBy(() -> Settings.NONE.withFile(file)).hasMessageStartingWith(file + " is not JSON (");
        assertThatThrownBy(() -> Settings.NONE.withFile(folder.resolve("none")))
                .isInstanceOf(NotebookException.class)
                .hasMessageStartingWith("cannot read the parameters in ");
    }

    @Test
    void a_notebook_without_a_parameters_cell_runs_as_it_is_but_takes_no_settings() {
        JsonObject top = JsonParser.parseString("{\"nbformat\":4,\"cells\":[]}").getAsJsonObject();
        Parameters none = Parameters.of(NotebookReader.parse(top.toString(), "n.ipynb"), "n.ipynb");

        assertThat(none.inject("smoke", Settings.NONE).cells()).isEmpty();
        assertRefused(
                none,
                "smoke",
                "a",
                "1",
                "no parameter 'a' in n.ipynb: it has no code cell tagged parameters; add one, such as int a = 1;");
    }

    @Test
    void two_parameters_cells_are_one_too_many() {
        Notebook one = notebook("int a = 1;", "{}");
        Notebook two = one.withCell(1, Cell.code("b", "int b = 1;", "parameters"));

        assertThatThrownBy(() -> Parameters.of(two, "n.ipynb"))
                .hasMessage("n.ipynb has 2 cells tagged parameters; one is allowed: take the tag from the others");
    }

    private static void assertRefused(
            Parameters parameters, String profile, String name, String value, String message) {
        assertThatThrownBy(() -> parameters.inject(profile, Settings.typed(Map.of(name, value))))
                .isInstanceOf(NotebookException.class)
                .hasMessage(message);
    }

    private static List<String> sources(Notebook notebook) {
        return notebook.cells().stream().map(Cell::source).toList();
    }

    private static Parameters parameters(String source, String profiles) {
        return Parameters.of(notebook(source, profiles), "n.ipynb");
    }

    private static Notebook notebook(String source, String profiles) {
        JsonObject oddity = new JsonObject();
        oddity.add("profiles", JsonParser.parseString(profiles));
        JsonObject metadata = new JsonObject();
        metadata.add("oddity", oddity);
        JsonArray cells = new JsonArray();
        cells.add(Cell.code("p", source, "parameters").json());
        cells.add(Cell.code("u", "use(epochs);", "other").json());
        JsonObject top = new JsonObject();
        top.addProperty("nbformat", 4);
        top.add("metadata", metadata);
        top.add("cells", cells);
        return NotebookReader.parse(top.toString(), "n.ipynb");
    }
}

package dev.oddity.ci.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                        parameters(DECLARATIONS, "{\"smoke\":{\"epochs\":2}}").inject("full", Map.of())))
                .containsExactly(DECLARATIONS, "use(epochs);");
    }

    @Test
    void a_profile_is_put_in_behind_the_parameters_typed_as_declared() {
        String smoke =
                "{\"smoke\":{\"epochs\":2,\"rows\":5000000000,\"rate\":1,\"deep\":false,\"name\":\"x\\\"\\n\\\\\"}}";

        Notebook injected = parameters(DECLARATIONS, smoke).inject("smoke", Map.of());

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

        assertThat(sources(parameters.inject("smoke", Map.of()))).containsExactly("epochs = 20");
        assertThatThrownBy(() -> parameters.inject("smoke", Map.of("epochs", "5")))
                .isInstanceOf(NotebookException.class)
                .hasMessage(
                        "no parameter 'epochs' in n.ipynb: parameters are set in notebooks in Java, and this one is in"
                                + " python");
    }

    @Test
    void settings_win_over_the_profile() {
        Notebook injected =
                parameters(DECLARATIONS, "{\"smoke\":{\"epochs\":2}}").inject("smoke", Map.of("epochs", "7"));

        assertThat(sources(injected).get(1)).isEqualTo("// profile smoke\nepochs = 7;");
    }

    @Test
    void putting_in_again_replaces_what_was_put_in_before() {
        Notebook once = parameters(DECLARATIONS, "{}").inject("full", Map.of("epochs", "1"));

        Notebook twice = Parameters.of(once, "n").inject("full", Map.of("epochs", "3"));

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
        assertThatThrownBy(() -> parameters.inject("tiny", Map.of()))
                .hasMessage(
                        "no parameter 'epoch' in n.ipynb; did you mean 'epochs'? parameters: epochs (int), seeds (int)");
        assertRefused(
                parameters,
                "full",
                "depth",
                "1",
                "no parameter 'depth' in n.ipynb; parameters: epochs (int), seeds (int)");
        assertThatThrownBy(() -> parameters.inject("smok", Map.of()))
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
                                .inject("smoke", Map.of()))
                        .get(1))
                .endsWith("epochs = 2;");
    }

    @Test
    void a_parameters_cell_holds_literals_only() {
        String rule =
                "it may hold declarations with a literal only, of int, long, double, boolean or String: int epochs = 20;";

        assertThatThrownBy(() -> parameters("int a = 1 + 1;", "{}"))
                .hasMessage("the parameters cell of n.ipynb has: int a = 1 + 1; " + rule);
        assertThatThrownBy(() -> parameters("float a = 1f;", "{}"))
                .hasMessageContaining("has: float a = 1.0F; " + rule);
        assertThatThrownBy(() -> parameters("var a = 1;", "{}")).hasMessageContaining(rule);
        assertThatThrownBy(() -> parameters("int a;", "{}")).hasMessageContaining("has: int a; " + rule);
        assertThatThrownBy(() -> parameters("int a = 1;\nprint(a);", "{}"))
                .hasMessageStartingWith("the parameters cell of n.ipynb has: line 2: ")
                .hasMessageEndingWith(rule);
    }

    @Test
    void a_notebook_without_a_parameters_cell_runs_as_it_is_but_takes_no_settings() {
        JsonObject top = JsonParser.parseString("{\"nbformat\":4,\"cells\":[]}").getAsJsonObject();
        Parameters none = Parameters.of(NotebookReader.parse(top.toString(), "n.ipynb"), "n.ipynb");

        assertThat(none.inject("smoke", Map.of()).cells()).isEmpty();
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
        assertThatThrownBy(() -> parameters.inject(profile, Map.of(name, value)))
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

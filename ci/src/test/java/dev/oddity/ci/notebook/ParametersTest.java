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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_parameters_cell_holds_constants_only() {
        String rule =
                "it may hold imports, enums, and declarations with a constant each, of a number, boolean, char, String,"
                        + " Duration, LocalDate, Path or an enum, and of lists, arrays and maps of these: int epochs = 20;"
                        + " List<Integer> widths = List.of(64, 32); var rate = 0.01;";

        assertThatThrownBy(() -> parameters("int a = depth + 1;", "{}"))
                .hasMessage("the parameters cell of n.ipynb has: int a = depth + 1; " + rule);
        for (String declaration : List.of(
                "List<Integer> a = new ArrayList<>();",
                "int[] a = new int[3];",
                "Map<Integer, Integer> a = Map.of();",
                "Scale a = Scale.of(1);",
                "Duration a = Duration.between(x, y);",
                "LocalDate a = LocalDate.now();",
                "BigDecimal a = new BigDecimal(\"1\");",
                "Optional<String> a = Optional.empty();",
                "int a = System.in.read();",
                "int a = true ? 1 : 2;",
                "var a = Scale.NONE;",
                "var a = List.of(1);")) {
            assertThatThrownBy(() -> parameters(declaration, "{}"))
                    .as(declaration)
                    .isInstanceOf(NotebookException.class)
                    .hasMessageContaining(rule);
        }
        assertThatThrownBy(() -> parameters("int a;", "{}")).hasMessageContaining("has: int a; " + rule);
        assertThatThrownBy(() -> parameters("int a = 1;\nprint(a);", "{}"))
                .hasMessage("the parameters cell of n.ipynb has: print(a); " + rule);
        assertThatThrownBy(() -> parameters("import java.util.List;\nint a = 1;\nint b = ;", "{}"))
                .hasMessageStartingWith("the parameters cell of n.ipynb has: line 3: ")
                .hasMessageEndingWith(rule);
    }

    /** The types are those that {@code javac} 17 infers: {@code var a = ..; a.b();} names them in its complaint. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "5                 | int",
                "-(5_000 + 1L)     | long",
                "60 * 60           | int",
                "1 << 3L           | int",
                "0.5               | double",
                "1 / 2.0f          | float",
                "1.5f * 2.0        | double",
                "true              | boolean",
                "'x'               | char",
                "+'x'              | int",
                "\"a\" + 1 + 'b'    | String",
            })
    void a_constant_says_what_var_is(String constant, String type) {
        assertThat(parameters("var a = " + constant + ";", "{}").describe()).isEqualTo("a (" + type + ")");
    }

    @Test
    void constants_may_be_reckoned_imported_and_declared_as_fields() {
        Parameters parameters = parameters(
                "import java.util.List;\nimport static java.lang.Math.*;\nstatic int seconds = 60 * 60; final long many = (1L << 40);",
                "{}");

        assertThat(parameters.describe()).isEqualTo("seconds (int), many (long)");
    }

    @Test
    void what_is_final_is_declared_again() {
        Parameters parameters = parameters(
                "final int epochs = 20; final List<Integer> widths = List.of(64); final var rate = 0.1; int rows = 9;",
                "{\"smoke\":{\"epochs\":2,\"widths\":[8, 4],\"rate\":0.5,\"rows\":3}}");

        assertThat(sources(parameters.inject("smoke", Settings.NONE)).get(1)).isEqualTo("""
                // profile smoke
                final int epochs = 2;
                final List<Integer> widths = java.util.List.of(8, 4);
                final double rate = 0.5;
                rows = 3;""");
    }

    @Test
    void every_primitive_type_is_written_as_java_takes_it() {
        Parameters parameters = parameters(
                "float rate = 1.5f; short few = 3; byte b = 1; char letter = 'x'; List<Float> rates = List.of(1f); List<Character>"
                        + " letters = List.of('a');",
                "{\"smoke\":{\"rate\":0.1,\"few\":-7,\"b\":127,\"letter\":\"'\",\"rates\":[1e-3],\"letters\":[\"y\",\"\\n\",\"ä\"]}}");

        assertThat(sources(parameters.inject("smoke", Settings.NONE)).get(1)).isEqualTo("""
                // profile smoke
                rate = 0.1f;
                few = (short) -7;
                b = (byte) 127;
                letter = (char) 39;
                rates = java.util.List.of(0.001f);
                letters = java.util.List.of('y', (char) 10, (char) 228);""");
        assertRefused(
                parameters,
                "full",
                "b",
                "128",
                "parameter 'b' of n.ipynb is declared byte, which 128 is not; give a whole number such as 20");
        assertRefused(
                parameters,
                "full",
                "rate",
                "1e39",
                "parameter 'rate' of n.ipynb is declared float, which 1e39 is not; give a number such as 0.001");
        assertRefused(
                parameters,
                "full",
                "letter",
                "xy",
                "parameter 'letter' of n.ipynb is declared char, which xy is not; give one character such as x");
    }

    @Test
    void durations_dates_and_paths_are_texts() {
        Parameters parameters = parameters(
                "import java.time.*;\nDuration limit = Duration.ofMinutes(2 * 60); java.time.LocalDate day = LocalDate.of(2025, 1,"
                        + " 31); List<Path> files = List.of(Path.of(\"a\", \"b\"));",
                "{\"smoke\":{\"limit\":\"PT1.5S\",\"files\":[\"c:\\\\d\"]}}");

        assertThat(sources(parameters.inject("smoke", Settings.typed(Map.of("day", "2024-02-29"))))
                        .get(1))
                .isEqualTo("""
                        // profile smoke
                        limit = java.time.Duration.parse("PT1.5S");
                        files = java.util.List.of(java.nio.file.Path.of("c:\\\\d"));
                        day = java.time.LocalDate.parse("2024-02-29");""");
        assertRefused(
                parameters,
                "full",
                "limit",
                "5 minutes",
                "parameter 'limit' of n.ipynb is declared Duration, which 5 minutes is not; give a duration such as PT5M");
        assertRefused(
                parameters,
                "full",
                "day",
                "2023-02-29",
                "parameter 'day' of n.ipynb is declared java.time.LocalDate, which 2023-02-29 is not; give a date such as"
                        + " 2025-12-31");
    }

    @Test
    void zero_below_zero_keeps_its_sign() {
        Parameters parameters = parameters("double a = 1; Map<String, List<Double>> g = Map.of(); int i = 1;", "{}");

        assertThat(sources(parameters.inject(
                                "full",
                                Settings.typed(new TreeMap<>(Map.of("a", "-0", "g", "{\"k\":[-0.0]}", "i", "-0")))))
                        .get(1))
                .contains("a = -0.0;", "java.util.List.of(-0.0)", "i = 0;");
    }

    @Test
    void a_name_that_stands_twice_in_a_typed_map_is_refused_since_one_value_would_be_passed_over() {
        assertRefused(
                parameters("Map<String, List<Integer>> g = Map.of();", "{}"),
                "full",
                "g",
                "{\"a\":[1],\"a\":[2]}",
                "{\"a\":[1],\"a\":[2]} has the name 'a' twice in one object; give it once");
    }

    @Test
    void a_profiles_name_is_a_part_of_a_files_name() {
        assertThatThrownBy(() -> parameters("int a = 1;", "{\"a/../../b\": {\"a\": 3}, \"smoke\": {\"a\": 2}}"))
                .isInstanceOf(NotebookException.class)
                .hasMessage(
                        "a profile of n.ipynb is called 'a/../../b'; its name becomes part of the names of files: give it"
                                + " letters, digits, - and _ only");
        assertThat(parameters("int a = 1;", "{\"größer-2_x\": {\"a\": 3}}").profiles())
                .containsExactly("full", "größer-2_x", "smoke");
    }

    @Test
    void the_cell_that_is_put_in_takes_an_id_that_no_other_cell_has() {
        Notebook own = notebook("int a = 1;", "{}").withCell(1, Cell.code("injected-parameters", "a", "mine"));

        Notebook injected = Parameters.of(own, "n.ipynb").inject("full", Settings.typed(Map.of("a", "3")));

        assertThat(injected.cells())
                .extracting(Cell::id)
                .containsExactly("p", "injected-parameters-2", "injected-parameters");
        assertThat(Parameters.of(injected, "n.ipynb")
                        .inject("full", Settings.typed(Map.of("a", "4")))
                        .cells())
                .extracting(Cell::id)
                .containsExactly("p", "injected-parameters-2", "injected-parameters");
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
        assertThatThrownBy(() -> Settings.NONE.withFile(file))
                .hasMessageStartingWith(
                        file + " is not JSON (it ends in the middle, at line 1); parameters are a JSON object by name");
        Files.writeString(file, "{\"a\": 1, \"a\": 2}");
        assertThatThrownBy(() -> Settings.NONE.withFile(file))
                .hasMessageStartingWith(
                        file + " is not JSON (line 1: the name 'a' stands twice in one object; keep one); ");
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

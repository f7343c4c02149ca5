package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditingTest {

    private static JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(1)));

    @BeforeAll
    static void declare() {
        run("import static dev.oddity.Oddity.*;");
        run("String greeting = \"hello\";");
    }

    private static void run(String source) {
        Cell cell = new Cell("cell", source);
        session.run(cell, session.statementAt(cell, 0));
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 + 1", "int x = 3", "int x = 3;\nint y = 4;", "class A { }", "// comment", "for (;;) { }"})
    void whole_cells_are_complete(String source) {
        assertThat(session.readiness(source)).isEqualTo(new Readiness(Readiness.Status.COMPLETE, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int f(int x) {", "int x = 3;\nint y = (", "\"a\".chars(\n"})
    void unfinished_cells_are_incomplete_and_the_next_line_is_indented(String source) {
        assertThat(session.readiness(source)).isEqualTo(new Readiness(Readiness.Status.INCOMPLETE, "    "));
    }

    @Test
    void an_open_comment_is_incomplete() {
        assertThat(session.readiness("/* so").status()).isEqualTo(Readiness.Status.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int = = ;", "int x = 3;\n)"})
    void what_can_never_be_java_is_invalid(String source) {
        assertThat(session.readiness(source).status()).isEqualTo(Readiness.Status.INVALID);
    }

    @Test
    void completion_replaces_the_begun_name_and_knows_what_it_is() {
        Completions found = session.complete("int n = 1; greeting.subs", 24);

        assertThat(found.texts()).containsExactly("substring(");
        assertThat(found.start()).isEqualTo(20);
        assertThat(found.end()).isEqualTo(24);
        assertThat(found.all().get(0).type()).isEqualTo("function");
        assertThat(found.all().get(0).signature())
                .isEqualTo("String String.substring(int beginIndex)\n"
                        + "String String.substring(int beginIndex, int endIndex)");
    }

    @Test
    void a_cursor_behind_the_end_is_one_at_the_end() {
        assertThat(session.complete("greeting.subs", 99)).isEqualTo(session.complete("greeting.subs", 13));
        assertThat(session.inspect("greeting", 99)).isEqualTo(session.inspect("greeting", 8));
    }

    @Test
    void nothing_is_offered_for_what_nobody_knows() {
        assertThat(session.complete("greeting.nothingLikeIt", 22)).isEqualTo(new Completions(List.of(), 22, 22));
    }

    @Test
    void after_each_stage_the_words_of_the_next_come_first_and_those_of_every_object_last() {
        String begun = "experiment(\"x\").data(kdd99()).";

        List<String> words = session.complete(begun, begun.length()).texts();

        assertThat(words).contains("model(", "models(");
        assertThat(words.indexOf("model(")).isLessThan(words.indexOf("equals("));
        assertThat(words).last().asString().startsWith("wait(");
    }

    @ParameterizedTest
    @CsvSource({"Strin, String, class", "greeting.isEm, isEmpty(), function", "Integer.MAX_VA, MAX_VALUE, instance"})
    void completion_tells_methods_classes_and_constants_apart(String begun, String text, String type) {
        assertThat(session.complete(begun, begun.length()).all())
                .filteredOn(completion -> completion.text().equals(text))
                .extracting(Completion::type)
                .containsExactly(type);
    }

    @Test
    void inspection_knows_a_method_without_its_bracket_and_the_cursor_inside_its_name() {
        Inspection found = session.inspect("Math.max", 8).orElseThrow();

        assertThat(found.text()).contains("double Math.max(double a, double b)").contains("int Math.max(int a, int b)");
        assertThat(session.inspect("Math.max(1, 2)", 6)).contains(found);
    }

    @Test
    void inspection_knows_variables_and_says_nothing_of_unknown_names() {
        assertThat(session.inspect("greeting", 3).orElseThrow().text()).isEqualTo("greeting: String");
        assertThat(session.inspect("unheardOf", 4)).isEmpty();
    }

    @Test
    void inspection_shows_the_documentation_of_Oddity_as_html_and_as_text() {
        Inspection found = session.inspect("vae().latent(4)", 9).orElseThrow();

        assertThat(found.text()).startsWith("Vae Vae.latent(int dimensions)").contains("Dimensions of z");
        assertThat(found.html()).startsWith("<pre><code>Vae Vae.latent(int dimensions)</code></pre><p>Dimensions of z");
    }

    @Test
    void inspection_finds_what_a_method_inherits_and_what_a_class_is_for() {
        // JShell of Java 25 leaves the name of an inherited method's parameter out.
        assertThat(session.inspect("vae().epochs", 10).orElseThrow().text())
                .startsWith("D DeepDetector.epochs(int")
                .contains("Passes over the training rows");
        assertThat(session.inspect("dev.oddity.deep.Vae", 18).orElseThrow().text())
                .startsWith("Vae")
                .contains("Kingma");
    }
}

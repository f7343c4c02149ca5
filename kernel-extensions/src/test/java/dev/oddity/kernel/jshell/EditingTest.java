package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditingTest {

    private static JavaSession session = new JavaSession(new CellThread(Duration.ofSeconds(1)));

    @BeforeAll
    static void declare() {
        Cell cell = new Cell("cell 1", "String greeting = \"hello\";");
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
    void completion_replaces_the_begun_name() {
        assertThat(session.complete("int n = 1; greeting.subs", 24))
                .isEqualTo(new Completions(List.of("substring("), 20, 24));
        assertThat(session.complete("greeting.nothingLikeIt", 22)).isEqualTo(new Completions(List.of(), 22, 22));
    }

    @Test
    void inspection_knows_a_method_without_its_bracket_and_the_cursor_inside_its_name() {
        String signatures = session.inspect("Math.max", 8).orElseThrow();

        assertThat(signatures).contains("double Math.max(double a, double b)").contains("int Math.max(int a, int b)");
        assertThat(session.inspect("Math.max(1, 2)", 6)).contains(signatures);
    }

    @Test
    void inspection_knows_variables_and_says_nothing_of_unknown_names() {
        assertThat(session.inspect("greeting", 3).orElseThrow())
                .contains("greeting")
                .contains("String");
        assertThat(session.inspect("unheardOf", 4)).isEmpty();
    }
}

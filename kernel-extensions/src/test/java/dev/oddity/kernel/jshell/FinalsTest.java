package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One session for all tests: what is final in it stays as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FinalsTest {

    private final Cells cells = new Cells("import java.util.*;", "import java.util.function.*;");

    @BeforeAll
    void declare() {
        cells.run("final int x = 3;\nfinal int[] xs = {1};\nstatic final String s = \"a\", t = \"b\";\nint free = 1;"
                + "final int value = 3; final String since = \"0\";");
    }

    @AfterAll
    void close() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 4; | x = 4;",
                "x = 4 | x = 4",
                "(x) = 4; | x) = 4;",
                "x += 1; | x += 1;",
                "x++ | x++",
                "--x; | x;",
                "xs = new int[2]; | xs = new int[2];",
                "t = \"c\"; | t = \"c\";",
                "int y = x++; | x++;",
                "free = x = 4; | x = 4;",
                "if (free > 0) { x = 4; } | x = 4; }",
                "for (int i = 0; i < 3; i++) x += i; | x += i;",
                "Runnable r = () -> x++; | x++;",
                "void set() { x = 4; } | x = 4; }",
                "class Setter { int y; void set(int z) { y = z; x = z; } } | x = z; } }",
                "{ int x = 1; } { x = 4; } | x = 4; }",
                "System.out.println(x = 4); | x = 4);",
                "int f(int n) { return n > 0 ? n : (x = n); } | x = n); }",
            })
    void to_set_a_final_variable_is_refused_in_the_words_of_the_compiler(String source, String at) {
        CellError error = cells.failure(source);

        assertThat(error.kind()).isEqualTo("CompileError");
        assertThat(error.message())
                .matches("cannot assign a value to final variable (x|xs|t) \\(" + cells.name() + ", line 1\\)");
        String line = error.traceback().get(2);
        assertThat(source.substring(line.replaceAll("\u001b\\[[0-9;]*m", "").indexOf('^') - 2))
                .isEqualTo(at);
        assertThat(cells.run("x + xs[0] + t")).isEqualTo("4b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xs[0] = 1;",
                "x == 3",
                "int same = x;",
                "{ int x = 1; x = 2; x++; }",
                "void f1(int x) { x = 4; }",
                "IntFunction<Integer> f2 = x -> x = 4;",
                "for (int x = 0; x < 3; x++) {}",
                "for (String t : List.of(\"a\")) { t = \"b\"; }",
                "try { free = 1; } catch (RuntimeException t) { t = new RuntimeException(); }",
                "class Own { int x; void set() { x = 4; } }",
                "record Rec(int x) { public Rec { x = 4; } }",
                "class Base { int x; } class Derived extends Base { void set() { x = 4; } }",
                "var anonymous = new Object() { int x; void set() { x = 4; } };",
                "class Other { int x; } var o = new Other(); o.x = 4;",
                "String text = \"x = 4\"; // x = 4",
                "boolean b(Object o) { if (o instanceof String t) { t = \"c\"; } return true; }",
                "switch (free) { default: int x = 1; x = 2; }",
                "@SuppressWarnings(value = \"unchecked\") void annotated() {}",
                "@Deprecated(since = \"1\") void deprecated() {}",
                "void within() { @SuppressWarnings(value = {\"unused\"}) int free = 2; }",
            })
    void what_only_has_the_name_of_a_final_variable_may_be_set(String source) {
        cells.run(source);

        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void nothing_of_a_refused_statement_is_done() {
        cells.run("var log = new ArrayList<String>();");

        cells.failure("{ log.add(\"ran\"); x = 4; }");

        assertThat(cells.run("log.size()")).isEqualTo(0);
    }

    @Test
    void a_final_variable_may_be_declared_anew_and_is_what_the_latest_declaration_says() {
        cells.run("final int anew = 1;");

        cells.run("final int anew = 2;");
        assertThat(cells.failure("anew = 3;").kind()).isEqualTo("CompileError");
        cells.run("int anew = 4; anew = 5;");

        assertThat(cells.run("anew")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@SuppressWarnings(\"unused\") final int marked = 3;",
                "@Deprecated @SuppressWarnings({\"unused\", \"a)\"})\nfinal int marked = 3;",
                "final @Deprecated int marked = 3;",
                "final/* so it stays */int marked = 3;",
                "@Deprecated final var marked = 3;",
                "@Deprecated public static final int other = 2, marked = 3",
            })
    void final_may_stand_among_annotations_and_comments(String declaration) {
        cells.run(declaration);

        assertThat(cells.failure("marked = 4;").message()).startsWith("cannot assign a value to final variable marked");
        assertThat(cells.run("marked")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object open = new Object() { final int open = 1; };",
                "Object open = \"final\"; // final",
                "Runnable open = () -> { final int open = 1; };",
            })
    void final_inside_of_what_a_variable_is_set_to_is_not_its_own(String declaration) {
        cells.run(declaration);

        assertThat(cells.run("open = null; open")).isNull();
    }

    @Test
    void one_whose_value_was_never_computed_can_be_set() {
        assertThat(cells.failure("final int failed = 1 / 0;").kind()).isEqualTo("java.lang.ArithmeticException");
        cells.run("failed = 3;");
        assertThat(cells.run("failed")).isEqualTo(3);

        cells.failure("final int first = 1, second = 1 / 0, third = 3;");
        assertThat(cells.failure("first = 2;").message()).startsWith("cannot assign a value to final variable first");
        cells.run("second = 4; third = 5;");
        assertThat(cells.run("first + second + third")).isEqualTo(10);
    }

    @Test
    void one_that_is_declared_again_after_it_failed_is_final() {
        cells.failure("final int again = 1 / 0;");

        cells.run("final int again = 2;");

        assertThat(cells.failure("again = 3;").message()).startsWith("cannot assign a value to final variable again");
    }

    @Test
    void one_without_a_value_is_told_of_and_can_be_set() {
        cells.run("final int late;");

        assertThat(cells.notes())
                .containsExactly("final has no effect on late, which has no value yet: it can be set again and again;"
                        + " give it its value where it is declared");
        cells.run("late = 3;");
        assertThat(cells.run("late")).isEqualTo(3);
    }

    @Test
    void a_declaration_that_is_refused_makes_nothing_final_and_leaves_final_what_was() {
        cells.run("int loose = 1; final int tight = 2;");

        cells.failure("final int loose = \"s\";");
        cells.failure("int tight = \"s\";");

        cells.run("loose = 5;");
        assertThat(cells.failure("tight = 5;").message()).startsWith("cannot assign a value to final variable tight");
    }

    @Test
    void what_was_forgotten_is_final_no_more() {
        try (Cells others = new Cells()) {
            others.run("final int gone = 1;");

            others.session().reset();

            others.run("int gone; gone = 2;");
            assertThat(others.run("gone")).isEqualTo(2);
        }
    }
}

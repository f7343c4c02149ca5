package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedNamesTest {

    private final Cells cells = new Cells(
            "import java.util.*;", "import java.util.List;", "import static dev.oddity.kernel.jshell.Words.*;");

    @AfterEach
    void close() {
        cells.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class List { int a; }",
                "record List(int a) {}",
                "enum List { A }",
                "interface List { int a(); }",
                "@interface List { }",
            })
    void a_type_may_have_the_name_of_an_imported_class_and_the_cells_after_it_work(String declaration) {
        cells.run("int before = 7;");

        cells.run(declaration);

        assertThat(cells.notes())
                .containsExactly("your List hides java.util.List; write java.util.List where you mean that one");
        assertThat(cells.run("1 + 1")).isEqualTo(2);
        assertThat(cells.run("class Further {} int z = 3; before + z")).isEqualTo(10);
        assertThat(cells.run("List.class.getSimpleName() + java.util.List.of(1)"))
                .isEqualTo("List[1]");
    }

    @Test
    void a_type_that_is_declared_again_under_such_a_name_says_nothing_more() {
        cells.run("class List { int a; }");

        cells.run("class List { int a, b; }");

        assertThat(cells.notes()).isEmpty();
        assertThat(cells.run("new List().b")).isEqualTo(0);
    }

    @Test
    void variables_and_methods_of_the_imported_class_keep_value_and_meaning() {
        cells.run(
                "import java.util.Stack;\nStack<Integer> stack = new Stack<>(); List<String> names = List.of(\"a\");");
        cells.run("stack.push(3); int depth = stack.size(); Stack[] many = {stack};");

        cells.run("class Stack<T> { T top; }\nrecord List(int a) {}");

        assertThat(cells.notes())
                .containsExactly(
                        "your Stack hides java.util.Stack; write java.util.Stack where you mean that one",
                        "your List hides java.util.List; write java.util.List where you mean that one");
        assertThat(cells.run("stack.peek() + depth + many.length + names.get(0)"))
                .isEqualTo("5a");
        assertThat(cells.run("new Stack<Integer>().top")).isNull();
    }

    @Test
    void the_import_run_again_takes_the_name_back_and_the_type_is_told_to_be_gone() {
        cells.run("class List { int a; }");
        String declared = cells.name();

        cells.run("import java.util.List;");

        assertThat(cells.notes())
                .containsExactly(
                        "List is java.util.List now; your type List is gone, run " + declared + " to have it back");
        assertThat(cells.run("List.of(1)")).isEqualTo(List.of(1));
        assertThat(cells.run("class List { int a = 2; }\nnew List().a")).isEqualTo(2);
    }

    @Test
    void a_type_that_does_not_compile_takes_no_name() {
        cells.failure("class List { int a = \"s\"; }");

        assertThat(cells.run("List.of(1)")).isEqualTo(List.of(1));
    }

    @Test
    void the_import_stands_again_once_all_declarations_are_forgotten() {
        cells.run("import java.awt.Point;");
        cells.run("record Point(int a) {}\nclass List {}");

        cells.session().reset();

        assertThat(cells.run("List.of(new Point(1, 2).x)")).isEqualTo(List.of(1));
    }

    @Test
    void static_imports_of_a_class_or_a_constant_give_way_too() {
        cells.run(
                "import static java.util.Map.Entry;\nimport static java.lang.Math.PI;\nimport static java.lang.Math.max;");

        cells.run("class Entry { int a = 4; }\ndouble PI = 3;\nint max(int a) { return a; }");

        assertThat(cells.notes())
                .containsExactly(
                        "your Entry hides java.util.Map.Entry; write java.util.Map.Entry where you mean that one",
                        "your PI hides Math.PI; write Math.PI where you mean that one",
                        "your max(int) hides Math.max(..); write Math.max(..) where you mean that one");
        assertThat(cells.run("new Entry().a + PI + max(5)")).isEqualTo(12.0);
        assertThat(cells.run("import static java.lang.Math.PI;\nPI")).isEqualTo(Math.PI);
    }

    @Test
    void what_hides_a_word_says_so_once_and_again_where_the_word_was_meant() {
        cells.run("double precision(int hits, int all) { return 1.0 * hits / all; }");
        String told = "your precision(int, int) hides dev.oddity.kernel.jshell.Words.precision();"
                + " write dev.oddity.kernel.jshell.Words.precision() where you mean that one";
        assertThat(cells.notes()).containsExactly(told);

        CellError error = cells.failure("precision()");

        assertThat(error.message()).isEqualTo("method precision cannot be applied to given types (cell 2, line 1)");
        assertThat(cells.mends("precision()")).last().isEqualTo(told);
        cells.run("double precision(int hits) { return hits; }");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void a_class_that_an_import_of_a_whole_package_brings_is_hidden_likewise() {
        cells.run("class Scanner {} class String2 {} class Integer {}");
        String told = "your Scanner hides java.util.Scanner; write java.util.Scanner where you mean that one";
        assertThat(cells.notes())
                .containsExactly(
                        told, "your Integer hides java.lang.Integer; write java.lang.Integer where you mean that one");

        assertThat(cells.mends("Scanner.create(1)")).contains(told);
        assertThat(cells.mends("Scanner scanner = new Scanner();\nscanner.nextInt()"))
                .contains(told);
    }
}

package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One session for all tests: each uses names of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintsTest {

    private final Cells cells = new Cells("import java.util.*;");

    /** Imports are hinted at once JShell has read the class path, and an error waits for that a moment only. */
    @BeforeAll
    void awaitClassPath() {
        for (int asked = 0; asked < 120; asked++) {
            if (cells.mends("NDManager.nothing();").contains("missing import? import ai.djl.ndarray.NDManager;")) {
                return;
            }
        }
        throw new IllegalStateException("JShell has not read the class path in two minutes");
    }

    @AfterAll
    void close() {
        cells.close();
    }

    @Test
    void a_type_that_waits_for_another_is_told_of_where_it_is_used() {
        assertThat(cells.mends("class Waits1 { Foobar f; }\nvar waits1 = new Waits1();"))
                .containsExactly(
                        "symbol:   class Waits1",
                        "type Waits1 can't be used until this is declared: class Foobar (" + cells.name()
                                + ", line 1)");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void what_is_declared_and_cannot_be_used_is_never_hinted_to_be_a_slip() {
        cells.run("class Marked { NDArray f; } class Marked2 { NDArray f; }\nNDArra twin() { return null; }");
        String declared = cells.name();
        String why = " can't be used until this is declared: class NDArray (" + declared
                + ", line 1): missing import? import ai.djl.ndarray.NDArray;";

        assertThat(cells.mends("new Marked2()")).containsExactly("symbol:   class Marked2", "type Marked2" + why);
        assertThat(cells.mends("Marked2 marked;")).containsExactly("symbol:   class Marked2", "type Marked2" + why);
        assertThat(cells.mends("twin()"))
                .last()
                .asString()
                .startsWith(
                        "method twin can't be used until this is declared: class NDArra (" + declared + ", line 2)");
        cells.run("class Marked3 { Marked2 f; }");
        assertThat(cells.notes())
                .containsExactly("type Marked3 can't be used until this is declared: class Marked2 (" + cells.name()
                        + ", line 1)");
    }

    @Test
    void an_annotation_comes_with_its_import() {
        cells.run("@Retention(RetentionPolicy.RUNTIME) @interface Mark {}");

        assertThat(cells.notes())
                .containsExactly(("type Mark can't be used until this is declared:"
                                + " class Retention (?): missing import? import java.lang.annotation.Retention;"
                                + " variable RetentionPolicy (?): missing import? import"
                                + " java.lang.annotation.RetentionPolicy;")
                        .replace("?)", cells.name() + ", line 1)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sytem.out.println(1) | did you mean System?",
                "system.out.println(1) | did you mean System?",
                "NDManager.now.later() | missing import? import ai.djl.ndarray.NDManager;",
                "int r = \"a\".length; | did you mean length()?",
                "int r = \"a\".indexOff; | did you mean indexOf(..)?",
                "int r = new int[3].lenght; | did you mean length?",
                "int r = \"a\".lenght(); | did you mean length?",
                "string s; | did you mean String?",
            })
    void a_slip_comes_with_the_name_as_it_is_written_there(String cell, String hint) {
        assertThat(cells.mends(cell)).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"package foo;", "package a.b.c;\nint x = 1;"})
    void a_package_is_said_to_have_no_place_in_a_notebook(String cell) {
        assertThat(cells.mends(cell)).containsExactly("a notebook has no packages: leave that line out");
    }
}

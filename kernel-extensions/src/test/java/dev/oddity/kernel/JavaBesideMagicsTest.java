package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One kernel for all tests: each uses names of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaBesideMagicsTest {

    private final OddityKernel kernel =
            new OddityKernel(new CellOutput((parent, type, content) -> {}), new CellThread(Duration.ofSeconds(5)));

    @AfterAll
    void stop() {
        kernel.onShutdown(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x1 = 5\n%vars",
                "int x2 = 5 // five\n\n  %vars",
                "var xs = List.of(1, 2);\nxs.size()\n%vars",
                "int x3 = 5\n%vars\n%vars",
            })
    void a_magic_below_a_missing_semicolon_is_run_as_the_statement_is(String cell) {
        assertThat(String.valueOf(run(cell))).contains("variable");
    }

    @Test
    void java_goes_on_below_such_a_magic() {
        assertThat(run("int y1 = 4\n%reset\nint y2 = 6;\ny2")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int time = 3; int rest = 20\\n%time;\\nrest | 2",
                "int load = 3; int left = 20\\n   % load;\\nleft | 2",
                "String text = \"\"\"\\n%vars\\n\"\"\";\\ntext.strip() | %vars",
                "int total = 7 /*\\n%vars */ + 1;\\ntotal | 8",
            })
    void a_remainder_and_text_stay_what_they_are(String cell, String value) {
        assertThat(run(cell.replace("\\n", "\n"))).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for (int i : List.of(1)) {\n%vars i\n}", "if (true)\n%vars", "void f() {\n  %vars\n}"})
    void a_magic_inside_a_block_is_told_as_the_one_thing_wrong(String cell) {
        CellError error = Objects.requireNonNull(catchThrowableOfType(CellError.class, () -> run(cell)));

        assertThat(error.kind()).isEqualTo("MagicError");
        assertThat(error.message())
                .isEqualTo("%vars can't stand inside other code: write it on a line of its own, outside of all brackets"
                        + " (cell, line 2)");
    }

    @Test
    void a_cell_magic_below_a_missing_semicolon_is_told_to_belong_on_top() {
        CellError error =
                Objects.requireNonNull(catchThrowableOfType(CellError.class, () -> run("int z = 7\n\n%%time\nz")));

        assertThat(error.message()).startsWith("%%time is about a whole cell: write it on the cell's first line");
    }

    @Test
    void such_a_magic_is_completed_too() {
        String typed = "int w = 5\n%var";

        assertThat(kernel.completions("int w = 5;\n%var", typed.length() + 1).texts())
                .containsExactly("vars");
        assertThat(kernel.completions("int w = 5\n%vars", "int w = 5\n%vars".length())
                        .texts())
                .containsExactly("vars");
    }

    private Object run(String cell) {
        return kernel.run(new Cell("cell", cell)).value();
    }
}

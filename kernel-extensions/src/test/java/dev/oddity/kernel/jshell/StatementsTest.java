package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final JShell SHELL =
            JShell.builder().executionEngine("local").build();

    private final Statements statements = new Statements(SHELL.sourceCodeAnalysis());

    @AfterAll
    static void close() {
        SHELL.close();
    }

    @Test
    void a_long_cell_is_split_into_its_statements() {
        List<String> lines = IntStream.range(0, 100)
                .mapToObj(i -> "double mean" + i + " = IntStream.range(0, " + i + ").average().orElse(0);")
                .toList();

        assertThat(split(String.join("\n", lines))).isEqualTo(lines);
    }

    @Test
    void a_statement_is_whole_however_far_away_its_end_is() {
        String gap = "\n// far\n".repeat(100);
        String choice = "if (a) { b(); }" + gap + "else { c(); }";
        String chain = "a" + gap + ".b()" + gap + ".c();";
        String text = "String text = \"\"\"\n" + "/* ; ) }\n".repeat(100) + "\"\"\";";
        String type = IntStream.range(0, 100)
                .mapToObj(i -> "  int m" + i + "() { return " + i + "; }\n")
                .collect(Collectors.joining("", "class A {\n", "}"));

        assertThat(split(String.join("\n", choice, chain, text, type, "int last = 1;")))
                .containsExactly(choice, chain, text, type, "int last = 1;");
    }

    @Test
    void what_stands_before_an_error_or_an_open_end_far_below_is_whole() {
        String above = "int x = 1;\n".repeat(60);

        for (String wrong : List.of("int = = ;", "int f(int x) {")) {
            assertThat(split(above + wrong)).hasSize(61).last().isEqualTo(wrong);
        }
        assertThat(statements.at(above + "int = = ;", above.length()).ending()).isEqualTo(Statements.Ending.WRONG);
    }

    private List<String> split(String cell) {
        List<String> sources = new ArrayList<>();
        for (int at = Blank.end(cell, 0); at < cell.length(); ) {
            Statement statement = statements.at(cell, at).statement();
            sources.add(statement.source());
            at = Blank.end(cell, statement.end());
        }
        return sources;
    }
}

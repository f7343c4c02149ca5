package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorsForUsersTest {

    private final CellThread thread = new CellThread(Duration.ofSeconds(5));
    private final JavaSession session = new JavaSession(thread, note -> {});

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void a_class_of_a_cell_has_the_name_that_it_was_given() {
        CellError error = failure(
                "class InnerEx extends RuntimeException { InnerEx(Object of) { super(\"of \" + of); } }",
                "throw new InnerEx(InnerEx.class.getName());");

        assertThat(error.kind()).isEqualTo("InnerEx");
        assertThat(error.message()).isEqualTo("of InnerEx");
        assertThat(error.traceback()).noneMatch(line -> line.contains("JShell"));
    }

    @Test
    void only_the_class_around_a_name_is_left_out() {
        assertThat(Names.forUsers("class REPL.$JShell$2$P and REPL.$JShell$2B$P$Q, REPL.$JShell$11.f, $JShell$1"))
                .isEqualTo("class P and P$Q, f, $JShell$1");
    }

    @Test
    void frames_of_the_kernel_are_cut_before_and_behind_the_cells() {
        CellError exit = failure("System.exit(3);");
        thread.interrupt();
        CellError interrupted = failure("1 + 1");

        assertThat(lines(exit).get(1)).isEqualTo("    at cell, line 1: System.exit(3);");
        assertThat(interrupted.kind()).isEqualTo("java.lang.InterruptedException");
        assertThat(String.join("\n", exit.traceback()) + interrupted.traceback())
                .doesNotContain("    at dev.oddity", "java.util.concurrent");
    }

    @Test
    void a_recursion_is_told_once_with_how_often_it_was_gone_through() {
        CellError error = failure(
                "int even(int n) { return odd(n + 1) + 1; }\nint odd(int n) { return n > 120 ? 1 / 0 : even(n) + 1; }",
                "even(0)");

        assertThat(lines(error)).hasSizeLessThan(9);
        assertThat(lines(error).get(1)).startsWith("    at odd, cell, line 2: ");
        assertThat(lines(error)).contains("    … the 2 lines above 120 more times");
        assertThat(lines(error)).last().isEqualTo("    at cell, line 1: even(0)");
    }

    @Test
    void frames_that_a_cause_shares_with_what_it_caused_are_counted() {
        CellError error = failure("""
                void inner() { throw new IllegalStateException("in"); }
                void outer() { try { inner(); } catch (IllegalStateException e) { throw new RuntimeException("out", e); } }
                void around() { outer(); }""", "around();");

        assertThat(lines(error).subList(4, 7))
                .containsExactly(
                        "Caused by: java.lang.IllegalStateException: in",
                        "    at inner, cell, line 1: void inner() { throw new IllegalStateException(\"in\"); }",
                        "    … 3 more");
    }

    @Test
    void what_was_suppressed_is_told_with_its_causes_before_the_cause() {
        CellError error = failure("""
                class Res implements AutoCloseable {
                    public void close() { throw new IllegalStateException("close", new java.io.IOException("disk")); }
                }""", """
                try (var first = new Res()) {
                    throw new IllegalArgumentException("body", new RuntimeException("why"));
                }""");

        assertThat(lines(error))
                .containsExactly(
                        "java.lang.IllegalArgumentException: body",
                        "    at cell, line 2: throw new IllegalArgumentException(\"body\", new RuntimeException(\"why\"));",
                        "    Suppressed: java.lang.IllegalStateException: close",
                        "        at Res.close, cell, line 2: public void close() { throw new"
                                + " IllegalStateException(\"close\", new java.io.IOException(\"disk\")); }",
                        "        at cell, line 1: try (var first = new Res()) {",
                        "    Caused by: java.io.IOException: disk",
                        "        … 2 more",
                        "Caused by: java.lang.RuntimeException: why",
                        "    … 1 more");
    }

    @Test
    void exceptions_that_suppress_each_other_are_told_once() {
        CellError error = failure(
                "var one = new RuntimeException(\"one\"); var two = new RuntimeException(\"two\");",
                "one.addSuppressed(two); two.addSuppressed(one); throw one;");

        assertThat(lines(error).stream().filter(line -> !line.contains("    at ")))
                .containsExactly("java.lang.RuntimeException: one", "    Suppressed: java.lang.RuntimeException: two");
    }

    private CellError failure(String... cells) {
        CellError error = null;
        for (String source : cells) {
            error = catchThrowableOfType(CellError.class, () -> run(new Cell("cell", source)));
        }
        return Objects.requireNonNull(error);
    }

    private void run(Cell cell) {
        for (int at = session.skipBlank(cell, 0);
                at < cell.source().length();
                at = session.skipBlank(cell, session.statementAt(cell, at).end())) {
            session.run(cell, session.statementAt(cell, at));
        }
    }

    private static List<String> lines(CellError error) {
        return error.traceback().stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9]*m", ""))
                .toList();
    }
}

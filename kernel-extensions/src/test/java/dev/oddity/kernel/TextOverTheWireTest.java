package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.kernel.wire.KernelClient;
import dev.oddity.kernel.wire.KernelClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells print, and what users read of errors that no statement threw, in the real kernel. */
class TextOverTheWireTest {

    @TempDir
    private static Path folder;

    private static KernelClient kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = KernelClient.start(KernelSpec.ofThisJvm().arguments(), folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void a_stream_that_a_cell_took_away_or_closed_is_there_again_for_the_next() {
        for (String cell : List.of(
                "System.setOut(new PrintStream(new ByteArrayOutputStream()));",
                "System.out.close();",
                "System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out)));",
                "System.setOut(null);")) {
            assertThat(status(kernel.execute(cell))).as(cell).isEqualTo("ok");
            assertThat(kernel.execute("System.out.println(\"am I here?\");").text("stdout"))
                    .as(cell)
                    .isEqualTo("am I here?\n");
        }
        kernel.execute("System.setErr(null); System.setIn(new ByteArrayInputStream(new byte[0]));");
        assertThat(kernel.execute("System.err.println(\"and I?\");").text("stderr"))
                .isEqualTo("and I?\n");
        assertThat(kernel.executeAndType("new Scanner(System.in, \"UTF-8\").nextLine()", "typed")
                        .contents("execute_result")
                        .toString())
                .contains("typed");
    }

    @Test
    void what_a_closed_stream_is_given_in_the_same_cell_is_shown() {
        assertThat(kernel.execute("System.out.close();\nSystem.out.println(\"after\");")
                        .text("stdout"))
                .isEqualTo("after\n");
    }

    @Test
    void a_printed_stack_trace_names_the_cells_lines_and_nothing_of_the_kernel() {
        Answer answer = kernel.execute("""
                int parsed(String text) {
                  return Integer.parseInt(text);
                }
                try {
                  parsed("q");
                } catch (Exception e) { e.printStackTrace(); }""");

        assertThat(answer.text("stderr").lines().toList())
                .startsWith("java.lang.NumberFormatException: For input string: \"q\"")
                .anyMatch(line -> line.startsWith("\tat java.base/java.lang.Integer.parseInt(Integer.java:"))
                .endsWith(
                        at(answer, "parsed, ", 2, "return Integer.parseInt(text);"),
                        at(answer, "", 5, "parsed(\"q\");"));
    }

    @Test
    void causes_and_suppressed_exceptions_are_printed_without_the_kernels_share_of_their_frames() {
        Answer answer = kernel.execute("""
                void wrap() {
                  try { List.of().get(0); } catch (IndexOutOfBoundsException e) {
                    var wrapped = new IllegalStateException("out", e);
                    wrapped.addSuppressed(new RuntimeException("aside"));
                    throw wrapped; } }
                try { wrap(); } catch (Exception e) { e.printStackTrace(System.out); }""");

        assertThat(answer.text("stdout").lines().filter(line -> !line.contains("java.base/")))
                .containsExactly(
                        "java.lang.IllegalStateException: out",
                        at(answer, "wrap, ", 3, "var wrapped = new IllegalStateException(\"out\", e);"),
                        at(answer, "", 6, "try { wrap(); } catch (Exception e) { e.printStackTrace(System.out); }"),
                        "\tSuppressed: java.lang.RuntimeException: aside",
                        "\t" + at(answer, "wrap, ", 4, "wrapped.addSuppressed(new RuntimeException(\"aside\"));"),
                        "\t\t... 1 more",
                        "Caused by: java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0",
                        at(answer, "wrap, ", 2, "try { List.of().get(0); } catch (IndexOutOfBoundsException e) {"),
                        "\t... 1 more");
    }

    @Test
    void a_variable_that_is_declared_again_is_told_by_its_new_line() {
        kernel.execute("int dumped() { Thread.dumpStack(); return 1; }\nint again = 1;");

        Answer answer = kernel.execute("\n\nint again = dumped();");

        assertThat(answer.text("stderr")).endsWith(at(answer, "", 3, "int again = dumped();") + "\n");
    }

    @Test
    void text_with_tabs_goes_through_as_it_is() {
        String text = "\\tat home\\n\\t\\ta\\tb\\n\\t... 3 dots\\n\\tat x(y)\\nend\\t";

        assertThat(kernel.execute("System.out.print(\"" + text + "\");").text("stdout"))
                .isEqualTo("\tat home\n\t\ta\tb\n\t... 3 dots\n\tat x(y)\nend\t");
        assertThat(kernel.execute("for (char c : \"" + text
                                + "\".toCharArray()) System.out.print(c); System.out.print(\"\\n\\t\");")
                        .text("stdout"))
                .isEqualTo("\tat home\n\t\ta\tb\n\t... 3 dots\n\tat x(y)\nend\t\n\t");
    }

    @Test
    void an_exception_that_ends_a_thread_is_told_by_cell_and_line() {
        Answer answer = kernel.execute("""
                var ending = new Thread(() -> {
                  throw new IllegalStateException("in a thread");
                }, "mine");
                ending.start(); ending.join();""");

        assertThat(plain(answer.text("stderr")))
                .isEqualTo("Exception in thread \"mine\" java.lang.IllegalStateException: in a thread\n    at cell "
                        + count(answer) + ", line 2: throw new IllegalStateException(\"in a thread\");\n");
    }

    @Test
    void an_interrupt_while_a_value_is_shown_names_the_line_that_was_at_work() {
        Answer declared = kernel.execute("""
                class Slow {
                  public String toString() {
                    System.out.println("slow");
                    try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); }
                    return ""; } }""");

        Answer result = kernel.executeAndInterrupt("new Slow()");
        Answer shown = kernel.executeAndInterrupt("int beforeShown = 1;\ndisplay(new Slow()); 5");

        String sleeping = "    at Slow.toString, cell " + count(declared)
                + ", line 4: try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); }";
        assertThat(traceback(result))
                .startsWith("java.lang.InterruptedException: sleep interrupted")
                .contains(sleeping)
                .noneMatch(line -> line.contains("dev.oddity") || line.contains("org.dflib"));
        assertThat(traceback(shown))
                .contains(sleeping)
                .endsWith("    at cell " + count(shown) + ", line 2: display(new Slow()); 5")
                .noneMatch(line -> line.contains("dev.oddity") || line.contains("org.dflib"));
    }

    @Test
    void an_interrupted_cell_that_ends_well_is_the_last_of_those_that_wait() {
        List<String> cells = List.of(
                "{ System.out.println(\"at work\");\n"
                        + "try { new CountDownLatch(1).await(); } catch (InterruptedException e) { System.out.println(\"kept\"); } }",
                "System.out.println(\"next cell ran\");");

        List<Answer> answers = kernel.executeAllAndInterrupt(cells);

        assertThat(answers.stream().map(TextOverTheWireTest::status)).containsExactly("ok", "aborted");
        assertThat(answers.get(0).text("stdout")).isEqualTo("at work\nkept\n");
        assertThat(status(kernel.execute("1 + 1"))).isEqualTo("ok");
    }

    @Test
    void a_cell_goes_no_further_than_the_statement_that_leaves_its_interrupt_to_others() {
        String keeping = "class Keeping { int kept() { System.out.println(\"at work\");"
                + " try { new CountDownLatch(1).await(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }"
                + " return 7; } }\n";

        Answer last = kernel.executeAndInterrupt(keeping + "int kept = new Keeping().kept();\nkept + 1");
        Answer shown = kernel.executeAndInterrupt("new Keeping().kept()");

        assertThat(last.reply().get("evalue").getAsString())
                .isEqualTo("interrupted before line 3 of cell " + count(last));
        assertThat(kernel.execute("kept").contents("execute_result").toString()).contains("\"7\"");
        assertThat(shown.contents("execute_result").toString()).contains("\"7\"");
    }

    @Test
    void a_blank_cell_is_no_cell() {
        int before = count(kernel.execute("1"));

        assertThat(status(kernel.execute(""))).isEqualTo("ok");
        assertThat(status(kernel.execute(" \n\t"))).isEqualTo("ok");

        assertThat(count(kernel.execute("1"))).isEqualTo(before + 1);
    }

    private static String at(Answer answer, String method, int line, String text) {
        return "\tat " + method + "cell " + count(answer) + ", line " + line + ": " + text;
    }

    private static List<String> traceback(Answer answer) {
        return StreamSupport.stream(
                        answer.contents("error")
                                .get(0)
                                .getAsJsonArray("traceback")
                                .spliterator(),
                        false)
                .map(line -> plain(line.getAsString()))
                .collect(Collectors.toList());
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9]*m", "");
    }

    private static int count(Answer answer) {
        return answer.reply().get("execution_count").getAsInt();
    }

    private static String status(Answer answer) {
        return answer.reply().get("status").getAsString();
    }
}

package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.KernelClient;
import dev.oddity.kernel.wire.KernelClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real kernel in a process of its own, as its kernelspec starts it. */
class KernelOverTheWireTest {

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
    void the_id_that_display_gives_is_no_result_of_a_cell_unless_asked_for() {
        assertThat(kernel.execute("display(\"shown\")").contents("execute_result"))
                .isEmpty();
        assertThat(kernel.execute("var shownId = display(\"shown\");\n\"id \" + shownId.length()")
                        .contents("execute_result"))
                .singleElement()
                .asString()
                .contains("id 36");
    }

    @Test
    void a_result_comes_with_its_count_and_the_reply() {
        Answer answer = kernel.execute("6 * 7");

        JsonObject result = answer.contents("execute_result").get(0);
        assertThat(text(result)).isEqualTo("42");
        assertThat(result.get("execution_count")).isEqualTo(answer.reply().get("execution_count"));
        assertThat(answer.reply().get("status").getAsString()).isEqualTo("ok");
    }

    @Test
    void a_widget_that_wants_to_talk_is_told_that_nobody_is_here() {
        JsonObject open = new JsonObject();
        open.addProperty("comm_id", "17");
        open.addProperty("target_name", "jupyter.widget");
        open.add("data", new JsonObject());

        assertThat(kernel.tell("comm_open", open))
                .filteredOn(message -> message.type().equals("comm_close"))
                .singleElement()
                .satisfies(close -> assertThat(close.content()).hasToString("{\"comm_id\":\"17\",\"data\":{}}"));
        assertThat(kernel.ask("comm_info_request", new JsonObject())).hasToString("{\"status\":\"ok\",\"comms\":{}}");
    }

    @Test
    void text_of_both_streams_comes_in_order_and_before_the_reply() {
        Answer answer =
                kernel.execute("System.out.print(\"grün \"); System.err.println(\"red\"); System.out.println(\"日本\");");

        // A text comes in as many pieces as there were moments.
        StringBuilder texts = new StringBuilder();
        String last = "";
        for (JsonObject content : answer.contents("stream")) {
            String name = content.get("name").getAsString();
            texts.append(name.equals(last) ? "" : name + ": ")
                    .append(content.get("text").getAsString());
            last = name;
        }
        assertThat(texts).hasToString("stdout: grün stderr: red\nstdout: 日本\n");
    }

    @Test
    void many_prints_make_few_messages() {
        Answer answer = kernel.execute("for (int i = 0; i < 5000; i++) System.out.print('.');");

        assertThat(answer.text("stdout")).isEqualTo(".".repeat(5000));
        assertThat(answer.contents("stream")).hasSizeLessThan(100);
    }

    @Test
    void of_a_flood_the_beginning_and_the_last_lines_are_shown_with_a_note_between() {
        Answer answer = kernel.execute("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);\n"
                + "System.err.println(\"the end\");");

        String text = answer.text("stdout");
        String head = text.substring(0, CellOutput.LIMIT);
        String tail = text.substring(CellOutput.LIMIT);
        // 10 lines of 7 characters, 90 of 8, 900 of 9, 9,000 of 10, 90,000 of 11, and 8 of "the end".
        long all = 70 + 720 + 8_100 + 90_000 + 990_000 + 8;
        long heldBack = all - CellOutput.LIMIT - tail.length() - 8;
        assertThat(head).startsWith("line 0\nline 1\n");
        assertThat(tail)
                .startsWith("line 9")
                .endsWith("\nline 99998\nline 99999\n")
                .hasSizeBetween(19_000, 20_000);
        assertThat(answer.text("stderr"))
                .isEqualTo("\n[more than 200,000 characters: of the rest the end is shown when the cell has ended]\n"
                        + String.format(
                                "[%,d characters are held back here; write them to a file if you need them]%n",
                                heldBack)
                        + "the end\n");
        List<JsonObject> streams = answer.contents("stream");
        assertThat(streams.get(streams.size() - 1).get("text").getAsString()).isEqualTo("the end\n");
    }

    @Test
    void of_a_text_that_is_hardly_too_long_nothing_is_held_back() {
        Answer answer = kernel.execute("for (int i = 0; i < 2_100; i++) System.out.print(\"é\".repeat(100));");

        assertThat(answer.text("stdout")).isEqualTo("é".repeat(210_000));
        assertThat(answer.text("stderr"))
                .isEqualTo("\n[more than 200,000 characters: of the rest the end is shown when the cell has ended]\n");
    }

    @Test
    void a_flood_that_is_interrupted_shows_its_end() {
        Answer answer = kernel.executeAndInterrupt("for (int i = 0; true; i++) System.out.println(i);");

        assertThat(shownError(answer)).isEqualTo("java.lang.InterruptedException: interrupted");
    }

    @Test
    void a_value_of_megabytes_is_shown_cut_with_a_note() {
        String text = text(kernel.execute("\"ab\".repeat(2_500_000)")
                .contents("execute_result")
                .get(0));
        String shown = text(kernel.execute("display(\"x\".repeat(300_000));")
                .contents("display_data")
                .get(0));

        assertThat(text)
                .isEqualTo("ab".repeat(100_000)
                        + "\n[4,800,000 more characters are not shown; write them to a file if you need them]");
        assertThat(shown).hasSizeLessThan(201_000).endsWith("if you need them]");
        assertThat(text(kernel.execute("new int[10_000_000]")
                        .contents("execute_result")
                        .get(0)))
                .endsWith("0, 0, … 9,999,900 more]");
        assertThat(text(kernel.execute("new double[100][100][100]")
                        .contents("execute_result")
                        .get(0)))
                .hasSizeLessThan(201_000);
    }

    @Test
    void an_error_is_the_users_and_cells_that_wait_behind_it_are_aborted() {
        List<JsonObject> replies = kernel.executeAllBehindAQuestion(List.of(
                "new Scanner(System.in).nextLine();"
                        + "throw new java.io.UncheckedIOException(\"no\", new IOException(\"disk\"));",
                "1 + 1",
                "2 + 2"));

        assertThat(replies.get(0).get("ename").getAsString()).isEqualTo("java.io.UncheckedIOException");
        assertThat(replies.get(0).get("evalue").getAsString()).isEqualTo("no");
        assertThat(replies.stream().map(reply -> reply.get("status").getAsString()))
                .containsExactly("error", "aborted", "aborted");
        assertThat(status(kernel.execute("1 + 1"))).isEqualTo("ok");
    }

    @Test
    void what_was_reset_is_told_of_even_if_the_cell_fails() {
        kernel.execute("class Q { int a; }\nQ q = new Q();");

        Answer answer = kernel.execute("class Q { int a, b; }\nint bad = \"x\";");

        assertThat(status(answer)).isEqualTo("error");
        assertThat(answer.text("stderr"))
                .isEqualTo("variable q was reset: its value is of the old Q, which was declared anew;"
                        + " run the cell that sets it again\n");
    }

    @Test
    void nothing_is_run_of_a_cell_whose_last_line_is_no_java() {
        Answer answer = kernel.execute("System.out.println(\"ran\");\n%time int timed = 1;\nint wrong = ;");

        assertThat(answer.text("stdout")).isEmpty();
        assertThat(answer.reply().get("evalue").getAsString())
                .startsWith("illegal start of expression (cell ")
                .endsWith(", line 3)");
        assertThat(status(kernel.execute("timed"))).isEqualTo("error");
    }

    @Test
    void silent_cells_show_nothing_and_are_not_counted() {
        int before = count(kernel.execute("1"));

        Answer silent = kernel.execute("int hidden = 5; hidden", Map.of("silent", true));
        Answer unstored = kernel.execute("hidden", Map.of("store_history", false));

        assertThat(silent.contents("execute_result")).isEmpty();
        assertThat(silent.contents("execute_input")).isEmpty();
        assertThat(text(unstored.contents("execute_result").get(0))).isEqualTo("5");
        assertThat(count(kernel.execute("1"))).isEqualTo(before + 1);
    }

    @Test
    void user_expressions_are_evaluated_after_the_cell() {
        Answer answer =
                kernel.execute("int base = 20;", Map.of("user_expressions", Map.of("more", "base + 1", "bad", "nope")));

        JsonObject values = answer.reply().getAsJsonObject("user_expressions");
        assertThat(text(values.getAsJsonObject("more"))).isEqualTo("21");
        assertThat(values.getAsJsonObject("bad").get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void an_interrupt_ends_a_waiting_cell_and_the_next_one_works() {
        Answer answer = kernel.executeAndInterrupt(
                "System.out.println(\"started\"); new java.util.concurrent.CountDownLatch(1).await();");

        assertThat(answer.reply().get("ename").getAsString()).isEqualTo("java.lang.InterruptedException");
        assertThat(status(kernel.execute("1 + 1"))).isEqualTo("ok");
    }

    @Test
    void a_line_typed_by_the_user_arrives_whatever_its_characters() {
        Answer answer = kernel.executeAndType("new Scanner(System.in, \"UTF-8\").nextLine()", "Grüße, 日本 🙂");

        assertThat(text(answer.contents("execute_result").get(0))).isEqualTo("Grüße, 日本 🙂");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scanLine | new Scanner(System.in) | nextLine() | a line | InterruptedException",
                "scanToken | new Scanner(System.in, \"UTF-8\") | next() | grün | InterruptedException",
                "scanNumber | new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8) | nextInt() | 7"
                        + " | InterruptedException",
                "reader | new BufferedReader(new InputStreamReader(System.in)) | readLine() | a line"
                        + " | InterruptedIOException",
            })
    void what_was_interrupted_while_it_waited_for_a_line_reads_on_in_the_next_cell(
            String name, String reader, String read, String line, String kind) {
        kernel.execute("var " + name + " = " + reader + ";");
        kernel.executeAndType(name + "." + read, "1");

        List<Answer> answers =
                kernel.executeAndInterruptAtQuestion(name + "." + read, name + "." + read, "too late", line);

        assertThat(answers.get(0).reply().get("ename").getAsString()).endsWith("." + kind);
        assertThat(text(answers.get(1).contents("execute_result").get(0))).isEqualTo(line);
        assertThat(text(kernel.executeAndType(name + "." + read, line)
                        .contents("execute_result")
                        .get(0)))
                .isEqualTo(line);
    }

    @Test
    void reading_where_nobody_can_type_says_so() {
        Answer answer = kernel.execute("System.in.read()", Map.of("allow_stdin", false));

        assertThat(answer.reply().get("evalue").getAsString())
                .isEqualTo("this cell reads from System.in, but whoever runs it takes no input (allow_stdin is false);"
                        + " put the value into the cell instead");
    }

    @Test
    void messages_without_the_right_signature_are_dropped_and_the_kernel_goes_on() {
        kernel.sendRaw(List.of("garbage"));
        kernel.sendRaw(List.of("<IDS|MSG>", "", "not", "json", "{", "}"));
        kernel.sendForged("var forged = 1;");

        assertThat(status(kernel.execute("forged"))).isEqualTo("error");
        assertThat(status(kernel.execute("1 + 1"))).isEqualTo("ok");
    }

    @Test
    void progress_is_painted_in_one_place_and_its_last_state_is_always_shown() {
        kernel.execute("import dev.oddity.core.display.*;");
        Answer answer = kernel.execute("var place = ServiceLoader.load(LiveDisplay.class).findFirst().get().open();\n"
                + "var worker = new Thread(() -> { for (int i = 1; i <= 1000; i++) place.accept(MimeBundle.text(\"step \" + i)); });\n"
                + "worker.start(); worker.join();");

        List<JsonObject> updates = answer.contents("update_display_data");
        String id = displayId(answer.contents("display_data").get(0));
        assertThat(text(answer.contents("display_data").get(0))).isEqualTo("step 1");
        assertThat(updates)
                .isNotEmpty()
                .hasSizeLessThan(100)
                .allMatch(update -> displayId(update).equals(id));
        assertThat(text(updates.get(updates.size() - 1))).isEqualTo("step 1000");
    }

    @Test
    void cells_display_update_and_clear() {
        Answer answer = kernel.execute("var shown = display(\"a\"); updateDisplay(shown, \"b\"); clearOutput(true);");

        assertThat(text(answer.contents("display_data").get(0))).isEqualTo("a");
        assertThat(text(answer.contents("update_display_data").get(0))).isEqualTo("b");
        assertThat(answer.contents("clear_output").get(0).get("wait").getAsBoolean())
                .isTrue();
    }

    @Test
    void cells_choose_the_forms_that_a_value_is_shown_in() {
        Answer answer = kernel.execute("var bold = display(\"<b>a</b>\", \"text/html\");\n"
                + "updateDisplay(bold, \"*b*\", \"text/markdown\");\nrender(\"x^2\", \"text/latex\")");

        assertThat(data(answer.contents("display_data").get(0)).get("text/html").getAsString())
                .isEqualTo("<b>a</b>");
        assertThat(data(answer.contents("update_display_data").get(0))
                        .get("text/markdown")
                        .getAsString())
                .isEqualTo("*b*");
        assertThat(data(answer.contents("execute_result").get(0)).keySet())
                .containsExactlyInAnyOrder("text/plain", "text/latex");
    }

    @Test
    void a_form_that_cannot_be_had_is_refused_with_those_that_can() {
        assertThat(shownError(kernel.execute("display(3, \"text/html\")")))
                .isEqualTo(
                        "java.lang.IllegalArgumentException: no text/html can be made of this Integer: it can be shown"
                                + " as application/json, text/plain");
        assertThat(shownError(kernel.execute("display(List.of(1), \"image/png\", \"text/html\")")))
                .isEqualTo("java.lang.IllegalArgumentException: no image/png can be made of this list: it can be shown"
                        + " as application/json, text/html, text/plain");
    }

    @Test
    void json_is_json_whether_of_a_value_or_of_its_text() {
        String ofMap = data(kernel.execute("display(Map.of(\"a\", new int[] {1}), \"application/json\")")
                        .contents("display_data")
                        .get(0))
                .get("application/json")
                .toString();
        String ofText = data(kernel.execute("display(\"{\\\"a\\\": [1]}\", \"application/json\")")
                        .contents("display_data")
                        .get(0))
                .get("application/json")
                .toString();

        assertThat(ofMap).isEqualTo("{\"a\":[1]}").isEqualTo(ofText);
    }

    @Test
    void records_of_cells_are_tables_without_the_names_that_jshell_made_up() {
        kernel.execute("record Fit(String model, double auc) {}\nvar fits = List.of(new Fit(\"pca\", 0.5));");

        assertThat(text(kernel.execute("fits").contents("execute_result").get(0)))
                .startsWith("list of Fit: 1 row");
        assertThat(text(kernel.execute("fits.get(0)").contents("execute_result").get(0)))
                .isEqualTo("Fit[model=pca, auc=0.5]");
        assertThat(text(kernel.execute("new Object() { int x; }")
                        .contents("execute_result")
                        .get(0)))
                .startsWith("anonymous Object@");
    }

    @Test
    void a_value_that_cannot_be_shown_does_not_fail_the_cell() {
        Answer answer =
                kernel.execute("new Object() { public String toString() { throw new StackOverflowError(\"deep\"); } }");

        assertThat(status(answer)).isEqualTo("ok");
        assertThat(text(answer.contents("execute_result").get(0)))
                .isEqualTo("anonymous Object (throws StackOverflowError: deep)");
        kernel.execute("class Hard { public String toString() { throw new Error(\"hard\"); } }");
        assertThat(text(kernel.execute("List.of(new Hard())")
                        .contents("execute_result")
                        .get(0)))
                .isEqualTo("this list can't be shown: java.lang.Error: hard");
    }

    @Test
    void variables_whose_text_throws_do_not_hide_the_others() {
        kernel.execute("class Bad { public String toString() { throw new AssertionError(\"no text\"); } }\n"
                + "var badText = new Bad(); var goodText = \"good\";");

        Answer answer = kernel.execute("%vars");

        assertThat(text(answer.contents("execute_result").get(0)))
                .contains("Bad (throws AssertionError: no text)")
                .contains("goodText");
    }

    @Test
    void a_variable_whose_text_has_no_end_can_be_interrupted() {
        kernel.execute("class Slow { public String toString() { System.out.println(\"asked\"); while (true) {} } }\n"
                + "var slow = new Slow();");

        Answer answer = kernel.executeAndInterrupt("%vars");

        assertThat(shownError(answer)).isEqualTo("java.lang.InterruptedException: interrupted");
        assertThat(status(kernel.execute("slow = null;"))).isEqualTo("ok");
    }

    @Test
    void an_endless_loop_is_stopped_and_threads_that_go_on_are_named_and_stopped_on_demand() {
        kernel.execute("long[] counted = {0};");
        Answer answer = kernel.executeAndInterrupt(
                "var beating = new Thread(() -> { while (true) counted[0]++; }, \"beating\");\nbeating.setDaemon(true);\n"
                        + "beating.start();\nfor (int i = 0; ; i++) { if (i == 0) System.out.println(\"on\"); }");

        assertThat(shownError(answer)).isEqualTo("java.lang.InterruptedException: interrupted");
        assertThat(answer.contents("error").get(0).get("traceback").toString()).contains("line 4: ");
        assertThat(answer.text("stderr")).isEqualTo("code of cells goes on in beating; %stop ends it\n");
        assertThat(kernel.execute("%stop").text("stderr")).isEqualTo("stopped: beating\n");
        assertThat(text(kernel.execute("beating.join();\nbeating.isAlive()")
                        .contents("execute_result")
                        .get(0)))
                .isEqualTo("false");
        assertThat(kernel.execute("%stop").text("stderr")).isEqualTo("no code of cells runs in the background\n");
    }

    @Test
    void code_of_libraries_that_takes_no_notice_is_said_to_run_still() throws IOException {
        Path other = Files.createDirectory(folder.resolve("endless"));
        try (KernelClient endless = KernelClient.start(KernelSpec.ofThisJvm().arguments(), other)) {
            Answer answer = endless.executeAndInterrupt(
                    "{ System.out.println(\"on\"); new Semaphore(0).acquireUninterruptibly(); }");

            assertThat(shownError(answer))
                    .endsWith("interrupted, but it did not stop within 5 s and still runs in the background;"
                            + " restart the kernel to be rid of it");
            assertThat(answer.text("stderr")).isEqualTo("code of cells goes on in cell; %stop ends it\n");
            assertThat(status(endless.execute("1 + 1"))).isEqualTo("ok");
        }
    }

    @Test
    void every_cell_that_fails_shows_an_error_even_one_thrown_by_hostile_code() {
        Answer circle = kernel.execute("var e1 = new RuntimeException(\"x\"); var e2 = new RuntimeException(\"y\", e1);"
                + " e1.initCause(e2); throw e1;");
        Answer mute = kernel.execute("class Mute extends RuntimeException {"
                + " public String getMessage() { throw new IllegalStateException(\"no\"); } }\nthrow new Mute();");

        assertThat(shownError(circle)).startsWith("java.lang.RuntimeException: x");
        assertThat(circle.contents("error").get(0).get("traceback").toString()).containsOnlyOnce("Caused by");
        assertThat(shownError(mute))
                .endsWith("(its message can't be had: getMessage() throws java.lang.IllegalStateException)");
    }

    @Test
    void a_magic_drops_neither_code_nor_arguments() {
        kernel.execute("int keptByRefusal = 1;");

        assertThat(shownError(kernel.execute("%%reset\nint below = 1;")))
                .isEqualTo(
                        "MagicError: %%reset: it would leave out the code below it; write %reset with one per cent sign,"
                                + " and the code runs after it");
        assertThat(shownError(kernel.execute("%reset keep")))
                .isEqualTo("MagicError: %reset: it takes no arguments, but was given 'keep'; nothing was done");
        assertThat(shownError(kernel.execute("%vars keep"))).startsWith("MagicError: %vars: it takes no arguments");
        assertThat(shownError(kernel.execute("int beforeTime = 1;\n%%time\nbeforeTime")))
                .isEqualTo(
                        "MagicError: %%time is about a whole cell: write it on the cell's first line; %time with one per"
                                + " cent sign may stand on any line");
        assertThat(text(kernel.execute("keptByRefusal")
                        .contents("execute_result")
                        .get(0)))
                .isEqualTo("1");
    }

    @Test
    void what_ijava_and_jjava_import_need_not_be_imported() {
        Answer answer = kernel.execute(
                "CompletableFuture<LocalDate> day = CompletableFuture.supplyAsync(() -> LocalDate.of(2026, 1, 2));\n"
                        + "Pattern.matches(\"2026.*\", \"\" + day.get()) + \" \" + BigInteger.TWO + URI.create(\"a:b\")"
                        + " + new Random(1).ints(1).count() + Duration.ofSeconds(1) + Table.create(\"t\").name()");

        assertThat(text(answer.contents("execute_result").get(0))).isEqualTo("true 2a:b1PT1St");
    }

    @Test
    void a_question_is_complete_however_it_is_asked() {
        for (String question : List.of("Math.max?", "Math.max??", "?Math.max", "%time?", "%%time?")) {
            JsonObject content = new JsonObject();
            content.addProperty("code", question);
            assertThat(kernel.ask("is_complete_request", content).get("status").getAsString())
                    .as(question)
                    .isEqualTo("complete");
            assertThat(status(kernel.execute(question))).as(question).isEqualTo("ok");
        }
        assertThat(kernel.execute("?Math.max").reply().getAsJsonArray("payload").toString())
                .isEqualTo(kernel.execute("Math.max?")
                        .reply()
                        .getAsJsonArray("payload")
                        .toString())
                .contains("Math.max");
    }

    @Test
    void an_interrupt_while_a_value_is_rendered_ends_the_cell_with_an_error() {
        Answer answer =
                kernel.executeAndInterrupt("new Object() { public String toString() { System.out.println(\"now\");"
                        + " try { new java.util.concurrent.CountDownLatch(1).await(); return \"\"; }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); } } }");

        assertThat(shownError(answer)).startsWith("java.lang.InterruptedException: ");
        assertThat(answer.contents("execute_result")).isEmpty();
    }

    @Test
    void classes_of_cells_have_the_names_that_they_were_given() {
        Answer answer = kernel.execute("class Named {}\nList.of(new Named())");

        assertThat(data(answer.contents("execute_result").get(0)).toString())
                .contains("Named@")
                .doesNotContain("JShell");
    }

    @Test
    void variables_are_told_in_few_words() {
        kernel.execute("var toldTable = Table.create(\"demo\", IntColumn.create(\"a\", 1, 2, 3));\n"
                + "var toldChart = new org.knowm.xchart.XYChartBuilder().build(); int[] toldArray = {1, 2};");

        assertThat(text(kernel.execute("%vars").contents("execute_result").get(0)))
                .containsPattern("toldTable +Table +demo: 3 rows × 1 column\n")
                .containsPattern("toldChart +XYChart +XYChart@")
                .containsPattern("toldArray +int\\[\\] +\\[1, 2\\]");
    }

    @Test
    void a_value_without_a_text_is_shown_as_null() {
        Answer answer = kernel.execute("new Object() { public String toString() { return null; } }");

        assertThat(text(answer.contents("execute_result").get(0))).isEqualTo("null");
    }

    @Test
    void requests_with_numbers_out_of_range_or_without_code_are_answered() {
        JsonObject tail = new JsonObject();
        tail.addProperty("n", -1);
        JsonObject begun = new JsonObject();
        begun.addProperty("code", "Strin");
        begun.addProperty("cursor_pos", -1);

        assertThat(kernel.ask("history_request", tail).get("status").getAsString())
                .isEqualTo("ok");
        assertThat(kernel.ask("complete_request", begun).get("status").getAsString())
                .isEqualTo("ok");
        assertThat(kernel.ask("execute_request", new JsonObject()).get("status").getAsString())
                .isEqualTo("ok");
    }

    @Test
    void a_magic_is_one_only_where_a_statement_may_begin() {
        Answer remainder = kernel.execute("int a = 17, time = 5;\na\n  % time");
        Answer magic = kernel.execute("%time 1 + 1");
        Answer unknown = kernel.execute("%tme 1 + 1");

        String magics = "magics: classpath, help, jars, load, loadFromPOM, maven, mavenRepo, reset, stop, time, vars";
        assertThat(text(remainder.contents("execute_result").get(0))).isEqualTo("2");
        assertThat(text(magic.contents("execute_result").get(0))).isEqualTo("2");
        assertThat(magic.text("stdout")).matches("[0-9.]+ m?s\n");
        assertThat(unknown.reply().get("evalue").getAsString())
                .isEqualTo("no magic %tme; did you mean 'time'? " + magics);
        assertThat(kernel.execute("%matplotlib inline").reply().get("evalue").getAsString())
                .isEqualTo("no magic %matplotlib; " + magics);
    }

    @Test
    void the_log_of_libraries_stays_out_of_cells() {
        Answer answer = kernel.execute("org.slf4j.LoggerFactory.getLogger(\"ai.djl.pytorch\").warn(\"no CUDA\");"
                + "java.util.logging.Logger.getLogger(\"org.tribuo\").info(\"training\");");

        assertThat(answer.contents("stream")).isEmpty();
    }

    @Test
    void a_whole_cell_of_threads_prints_to_its_own_cell() {
        String code = IntStream.range(0, 4)
                .mapToObj(i -> "var t" + i + " = new Thread(() -> System.out.println(\"from " + i + "\")); t" + i
                        + ".start(); t" + i + ".join();")
                .collect(Collectors.joining("\n"));

        assertThat(kernel.execute(code).text("stdout")).isEqualTo("from 0\nfrom 1\nfrom 2\nfrom 3\n");
    }

    @Test
    void a_shutdown_ends_the_process_with_0_and_nothing_in_its_log(@TempDir Path other) throws Exception {
        try (KernelClient leaving = KernelClient.start(KernelSpec.ofThisJvm().arguments(), other)) {
            leaving.execute("1 + 1");

            assertThat(leaving.shutdown()).isZero();
        }
        assertThat(Files.readString(other.resolve("kernel.log"))).isEmpty();
    }

    @Test
    void death_from_within_is_reported() throws Exception {
        Path other = Files.createDirectory(folder.resolve("dying"));
        try (KernelClient dying = KernelClient.start(KernelSpec.ofThisJvm().arguments(), other)) {
            assertThat(dying.lastWords("Runtime.class.getMethod(\"exit\", int.class).invoke(Runtime.getRuntime(), 7);")
                            .get("evalue")
                            .getAsString())
                    .isEqualTo("the kernel ended while this cell was running: some code ended the process");
        }
    }

    private static String status(Answer answer) {
        return answer.reply().get("status").getAsString();
    }

    /** Published and replied alike. */
    private static String shownError(Answer answer) {
        JsonObject error = answer.contents("error").get(0);
        assertThat(answer.reply().get("ename")).isEqualTo(error.get("ename"));
        return error.get("ename").getAsString() + ": " + error.get("evalue").getAsString();
    }

    private static int count(Answer answer) {
        return answer.reply().get("execution_count").getAsInt();
    }

    private static JsonObject data(JsonObject content) {
        return content.getAsJsonObject("data");
    }

    private static String text(JsonObject shown) {
        return shown.getAsJsonObject("data").get("text/plain").getAsString();
    }

    private static String displayId(JsonObject shown) {
        return shown.getAsJsonObject("transient").get("display_id").getAsString();
    }
}

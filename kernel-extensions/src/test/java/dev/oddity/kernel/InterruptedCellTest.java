package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.KernelClient;
import dev.oddity.kernel.wire.KernelClient.Answer;
import dev.oddity.kernel.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An interrupt comes while the first of two statements runs, which says so, waits for nothing else, takes the interrupt for
 * itself and ends well. The second must not be run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedCellTest {

    private static final String TAKES_IT = """
            var done = new ArrayList<String>();
            int take() {
                System.out.println("at work");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    done.add("took it");
                }
                return 1;
            }""";

    @TempDir
    private static Path folder;

    private KernelClient kernel;

    @BeforeAll
    void start() throws IOException {
        Files.writeString(folder.resolve("two.java"), "take();\ndone.add(\"second\");\n");
        Files.writeString(folder.resolve("two.jsh"), "take()\ndone.add(\"second\")\n");
        Files.writeString(folder.resolve("one.java"), "take();\n");
        Files.writeString(folder.resolve("two.ipynb"), """
                {"cells": [
                    {"cell_type": "code", "source": "take();"},
                    {"cell_type": "code", "source": "done.add(\\"second\\");"}]}""");
        kernel = KernelClient.start(KernelSpec.ofThisJvm().arguments(), folder);
        kernel.execute(TAKES_IT);
    }

    @AfterAll
    void stop() {
        kernel.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "take();\\ndone.add(\"second\"); | line 2 of {cell}",
                "take();\\ndone.add(\"second\") | line 2 of {cell}",
                "int one = take();\\nint two = done.add(\"second\") ? 2 : 0; | line 2 of {cell}",
                "int three = take();\\nvoid unused() {}\\ndone.add(\"second\"); | line 2 of {cell}",
                "%time take();\\ndone.add(\"second\"); | line 2 of {cell}",
                "take();\\n%time done.add(\"second\"); | line 2 of {cell}",
                "%%time\\ntake();\\ndone.add(\"second\"); | line 3 of {cell}",
                "%load {folder}/two.java | line 2 of two.java",
                "%load {folder}/two.jsh | line 2 of two.jsh",
                "%load {folder}/two.ipynb | line 1 of two.ipynb, code cell 2",
                "%load {folder}/one.java\\ndone.add(\"second\"); | line 2 of {cell}",
                "%time %load {folder}/two.java | line 2 of two.java",
            })
    void a_cell_goes_no_further_than_the_statement_that_an_interrupt_came_to(String row, String line) {
        kernel.execute("done.clear();");

        Answer answer = kernel.executeAndInterrupt(row.replace("\\n", "\n").replace("{folder}", folder.toString()));

        String cell = "cell " + answer.reply().get("execution_count").getAsInt();
        assertThat(answer.reply().get("ename").getAsString()).isEqualTo("java.lang.InterruptedException");
        assertThat(answer.reply().get("evalue").getAsString())
                .isEqualTo("interrupted before " + line.replace("{cell}", cell));
        assertThat(kernel.execute("System.out.print(done);").text("stdout")).isEqualTo("[took it]");
    }

    @Test
    void a_cell_that_loads_others_says_once_what_goes_on() throws IOException {
        Path beating = Files.writeString(
                folder.resolve("beating.java"),
                "var beating = new Thread(() -> { while (true) Thread.onSpinWait(); }, \"beating\");\n"
                        + "beating.setDaemon(true);\nbeating.start();\ntake();");

        Answer answer = kernel.executeAndInterrupt("%load " + beating);

        assertThat(answer.text("stderr")).isEqualTo("code of cells goes on in beating; %stop ends it\n");
        kernel.execute("%stop");
    }

    @Test
    void so_it_is_in_a_kernel_in_this_process() throws InterruptedException {
        BlockingQueue<Message> published = new LinkedBlockingQueue<>();
        BlockingQueue<Message> replies = new LinkedBlockingQueue<>();
        try (EmbeddedKernel embedded = EmbeddedKernel.open(published::add, replies::add)) {
            embedded.shell(execute(TAKES_IT));
            embedded.shell(execute("int one = take();\ndone.add(\"second\");"));
            assertThat(text(published)).isEqualTo("at work\n");
            embedded.control(request("interrupt_request", new JsonObject()));
            replies.take();
            Message stopped = replies.take();
            embedded.shell(execute("System.out.print(done);"));

            assertThat(stopped.text("evalue")).isEqualTo("interrupted before line 2 of cell 2");
            assertThat(text(published)).isEqualTo("[took it]");
        }
    }

    /** The next text that cells print. */
    private static String text(BlockingQueue<Message> published) throws InterruptedException {
        Message message = published.take();
        while (!message.type().equals("stream")) {
            message = published.take();
        }
        return message.text("text");
    }

    private static Message execute(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return request("execute_request", content);
    }

    private static Message request(String type, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", type + content);
        header.addProperty("msg_type", type);
        return new Message(List.of(), header, new JsonObject(), new JsonObject(), content);
    }
}

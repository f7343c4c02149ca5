package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** A kernel in this process, by the messages that go to it and come from it. */
class EmbeddedKernelTest {

    private final BlockingQueue<Message> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message> replies = new LinkedBlockingQueue<>();

    @Test
    void it_speaks_the_protocol_and_gives_the_streams_back() throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;

        try (EmbeddedKernel kernel = EmbeddedKernel.open(published::add, replies::add)) {
            kernel.shell(execute("1", "System.out.print(\"said\"); 6 * 7"));

            assertThat(untilIdle("1"))
                    .containsExactly("status busy", "execute_input", "stream said", "execute_result 42", "status idle");
            assertThat(replies.take().text("status")).isEqualTo("ok");
        }

        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
        assertThat(System.in).isSameAs(in);
    }

    @Test
    void an_interrupt_before_there_is_anything_to_interrupt_is_of_no_consequence() throws InterruptedException {
        try (EmbeddedKernel kernel = EmbeddedKernel.open(published::add, replies::add)) {
            kernel.control(request("c", "interrupt_request", new JsonObject()));
            kernel.shell(execute("1", "6 * 7"));

            assertThat(untilIdle("1")).contains("execute_result 42");
        }
    }

    @Test
    void threads_of_a_cell_show_values_while_it_waits_for_them() throws InterruptedException {
        try (EmbeddedKernel kernel = EmbeddedKernel.open(published::add, replies::add)) {
            kernel.shell(execute(
                    "1",
                    "IntStream.range(0, 8).parallel().forEach(i -> display(i));\n"
                            + "CompletableFuture.runAsync(() -> display(\"last\")).get();"));

            assertThat(untilIdle("1"))
                    .contains(
                            "display_data 0",
                            "display_data 1",
                            "display_data 6",
                            "display_data 7",
                            "display_data last");
        }
    }

    @Test
    void what_waits_behind_a_cell_that_fails_is_answered_and_not_run() throws InterruptedException {
        try (EmbeddedKernel kernel = EmbeddedKernel.open(published::add, replies::add)) {
            // The first waits in the gate until both of the others are in the queue.
            kernel.shell(
                    execute(
                            "0",
                            "var gate = new java.util.concurrent.CountDownLatch(1); System.getProperties().put(\"gate\", gate);"));
            untilIdle("0");
            kernel.shell(execute("1", "gate.await(); throw new IllegalStateException(\"no luck\");"));
            kernel.shell(execute("2", "2"));
            kernel.shell(execute("3", "3"));
            ((java.util.concurrent.CountDownLatch) System.getProperties().remove("gate")).countDown();
            untilIdle("3");

            assertThat(List.of(replies.take(), replies.take(), replies.take(), replies.take()))
                    .extracting(reply -> reply.parentId() + " " + reply.text("status"))
                    .containsExactly("0 ok", "1 error", "2 aborted", "3 aborted");
        }
    }

    @Test
    void one_is_open_at_a_time() {
        try (EmbeddedKernel first = EmbeddedKernel.open(published::add, replies::add)) {
            assertThatThrownBy(() -> EmbeddedKernel.open(published::add, replies::add))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("another notebook runs in this process");
            first.control(request("c", "interrupt_request", new JsonObject()));
        }
        EmbeddedKernel.open(published::add, replies::add).close();
    }

    /** What was published for a request up to its end. */
    private List<String> untilIdle(String request) throws InterruptedException {
        List<String> said = new ArrayList<>();
        while (said.isEmpty() || !said.get(said.size() - 1).equals("status idle")) {
            Message message = published.take();
            if (message.parentId().equals(request)) {
                said.add((message.type() + " " + text(message)).strip());
            }
        }
        return said;
    }

    private static String text(Message message) {
        return switch (message.type()) {
            case "status" -> message.text("execution_state");
            case "stream" -> message.text("text");
            case "execute_result", "display_data" ->
                message.content().getAsJsonObject("data").get("text/plain").getAsString();
            default -> "";
        };
    }

    private static Message execute(String id, String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return request(id, "execute_request", content);
    }

    private static Message request(String id, String type, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("msg_type", type);
        return new Message(List.of(), header, new JsonObject(), new JsonObject(), content);
    }
}

package dev.oddity.ci.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Frames;
import dev.oddity.kernel.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A kernel that publishes faster than its messages are looked at. */
class FloodTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int MESSAGES = 120;

    @Test
    void over_sockets_it_is_held_up_while_nobody_looks_and_nothing_is_lost() throws InterruptedException {
        ConnectionFile at = ConnectionFile.create();
        try (ZContext context = new ZContext();
                SocketChannels channels = new SocketChannels(at, Patience.USUAL)) {
            Thread kernel = new Thread(() -> pour(context, at));
            kernel.start();
            await(() -> channels.holdsUp() || !kernel.isAlive());

            assertThat(kernel.isAlive()).as("it waits to be heard").isTrue();
            assertThat(channels.waiting()).isLessThanOrEqualTo(SocketChannels.ROOM);

            List<Integer> numbers = new ArrayList<>();
            while (numbers.size() < MESSAGES) {
                waitFor(channels);
                channels.published().forEach(message -> numbers.add(number(message)));
                assertThat(channels.waiting()).isLessThanOrEqualTo(SocketChannels.ROOM);
            }
            kernel.join();

            assertThat(numbers)
                    .containsExactlyElementsOf(
                            IntStream.range(0, MESSAGES).boxed().toList());
        }
    }

    @Test
    void what_nobody_will_look_at_holds_nobody_up() throws InterruptedException {
        ConnectionFile at = ConnectionFile.create();
        try (ZContext context = new ZContext()) {
            SocketChannels channels = new SocketChannels(at, Patience.USUAL);
            Thread kernel = new Thread(() -> pour(context, at));
            kernel.start();
            await(channels::holdsUp);

            channels.close();

            assertThat(channels.holdsUp()).isFalse();
            kernel.join();
        }
    }

    @Test
    void in_this_process_a_cell_stands_still_until_what_it_showed_is_looked_at() throws InterruptedException {
        try (DirectChannels channels = new DirectChannels()) {
            Message request = channels.ask(
                    "execute_request", code("for (int i = 0; i < 1000; i++) { display(\"number \" + i); }"));
            await(channels::holdsUp);

            List<String> shown = new ArrayList<>();
            boolean idle = false;
            while (!idle) {
                assertThat(channels.waiting()).isLessThanOrEqualTo(100);
                waitFor(channels);
                for (Message message : channels.published()) {
                    if (message.type().equals("display_data")) {
                        shown.add(message.content()
                                .getAsJsonObject("data")
                                .get("text/plain")
                                .getAsString());
                    }
                    idle |= message.parentId().equals(request.id())
                            && message.text("execution_state").equals("idle");
                }
            }

            assertThat(shown)
                    .containsExactlyElementsOf(IntStream.range(0, 1000)
                            .mapToObj(number -> "number " + number)
                            .toList());
        }
    }

    @Test
    void in_this_process_a_cell_that_stands_still_can_be_interrupted_and_left() throws InterruptedException {
        try (DirectChannels channels = new DirectChannels()) {
            channels.ask("execute_request", code("while (true) { display(\"on and on\"); }"));
            await(channels::holdsUp);

            channels.command("interrupt_request", new JsonObject());
            boolean replied = false;
            while (!replied) {
                waitFor(channels);
                channels.published();
                replied = !channels.replies().isEmpty();
            }
        }

        try (DirectChannels left = new DirectChannels()) {
            left.ask("execute_request", code("for (int i = 0; i < 1000; i++) { display(\"x\"); }"));
            await(left::holdsUp);
        }
    }

    /** As a kernel that drops nothing: it waits where its messages are not taken. */
    private static void pour(ZContext context, ConnectionFile at) {
        ZMQ.Socket socket = context.createSocket(SocketType.XPUB);
        socket.setXpubNoDrop(true);
        socket.setSndHWM(1);
        socket.setLinger(-1);
        socket.bind(ConnectionFile.address(at.iopub()));
        socket.recv();
        Frames frames = new Frames(at.key());
        Requests messages = new Requests();
        String text = "x".repeat(MEGABYTE);
        for (int i = 0; i < MESSAGES; i++) {
            JsonObject content = new JsonObject();
            content.addProperty("number", i);
            content.addProperty("text", text);
            List<byte[]> parts = frames.of(messages.of("stream", content));
            for (int part = 0; part < parts.size(); part++) {
                socket.send(parts.get(part), part + 1 < parts.size() ? ZMQ.SNDMORE : 0);
            }
        }
    }

    private static int number(Message message) {
        return message.content().get("number").getAsInt();
    }

    private static JsonObject code(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return content;
    }

    /** No longer than the test may take: what is lost does not come. */
    private static void waitFor(Channels channels) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("something did not come");
        }
        channels.await(100);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}

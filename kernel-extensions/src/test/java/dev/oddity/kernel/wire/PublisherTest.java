package dev.oddity.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

class PublisherTest {

    private static final String ADDRESS = "inproc://iopub";
    private static final int DEEPER_THAN_ANY_STACK = 200_000;

    private final Frames frames = new Frames("key");
    private final Headers headers = new Headers();
    private final ZMQ.Context context = ZMQ.context(1);
    private final Publisher publisher = new Publisher(context, ADDRESS, frames);
    private final ZMQ.Socket client = context.socket(SocketType.SUB);

    @BeforeEach
    void subscribe() {
        publisher.start();
        client.subscribe(ZMQ.SUBSCRIPTION_ALL);
        client.connect(ADDRESS);
        client.setReceiveTimeOut(100);
        do {
            publisher.publish(message("hello", new JsonObject()));
        } while (RequestChannel.receive(client, 0).isEmpty());
        client.setReceiveTimeOut(300_000);
    }

    @AfterEach
    void end() {
        publisher.close();
        client.close();
        context.term();
    }

    @Test
    void a_message_that_cannot_be_written_down_is_lost_and_the_next_one_comes() {
        JsonArray deep = new JsonArray();
        for (int i = 0; i < DEEPER_THAN_ANY_STACK; i++) {
            JsonArray around = new JsonArray();
            around.add(deep);
            deep = around;
        }
        JsonObject content = new JsonObject();
        content.add("deep", deep);

        publisher.publish(message("lost", content));
        publisher.publish(message("next", new JsonObject()));

        assertThat(nextThatIsNoHello()).isEqualTo("next");
    }

    private String nextThatIsNoHello() {
        String type = "hello";
        while (type.equals("hello")) {
            type = frames.parse(RequestChannel.receive(client, 0))
                    .map(Message::type)
                    .orElse("nothing");
        }
        return type;
    }

    private Message message(String type, JsonObject content) {
        return new Message(List.of(), headers.next(type), new JsonObject(), new JsonObject(), content);
    }
}

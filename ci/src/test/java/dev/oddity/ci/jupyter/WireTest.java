package dev.oddity.ci.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireTest {

    /** {@code hmac.new(b'secret', b'{"msg_id":"1"}{}{}{"a":"ü"}'.., sha256).hexdigest()} of Python. */
    private static final String BY_PYTHON = "564d12fe1d596b03542dd776926088cdcced5d43f00982eea462e776605794dd";

    private final Wire wire = new Wire("secret");

    @Test
    void a_message_signed_elsewhere_is_understood() {
        Message message =
                wire.message(frames("kernel.x", "<IDS|MSG>", BY_PYTHON)).orElseThrow();

        assertThat(message.id()).isEqualTo("1");
        assertThat(message.text("a")).isEqualTo("ü");
        assertThat(message.parentId()).isEmpty();
    }

    @Test
    void what_nobody_with_the_key_has_signed_is_not_heard() {
        assertThat(new Wire("other").message(frames("<IDS|MSG>", BY_PYTHON))).isEmpty();
        assertThat(wire.message(frames("<IDS|MSG>", ""))).isEmpty();
    }

    @Test
    void what_is_no_message_is_not_heard() {
        assertThat(wire.message(frames("no", "delimiter"))).isEmpty();
        assertThat(wire.message(frames("<IDS|MSG>", BY_PYTHON).subList(0, 5))).isEmpty();
    }

    @Test
    void what_one_side_frames_the_other_reads() {
        JsonObject content = new JsonObject();
        content.addProperty("code", "漢字\n");
        Message sent = wire.request("execute_request", content);

        Message received = new Wire("secret").message(wire.frames(sent)).orElseThrow();

        assertThat(received).isEqualTo(sent);
        assertThat(received.header().keySet())
                .containsExactly("msg_id", "msg_type", "session", "username", "date", "version");
    }

    private static List<byte[]> frames(String... front) {
        List<byte[]> frames = new ArrayList<>();
        Stream.concat(Stream.of(front), Stream.of("{\"msg_id\":\"1\"}", "{}", "{}", "{\"a\":\"ü\"}"))
                .forEach(frame -> frames.add(frame.getBytes(StandardCharsets.UTF_8)));
        return frames;
    }
}

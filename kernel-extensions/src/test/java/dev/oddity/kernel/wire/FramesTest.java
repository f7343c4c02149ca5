package dev.oddity.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final List<String> PARTS =
            List.of("{\"msg_id\":\"1\",\"msg_type\":\"status\"}", "{}", "{}", "{\"a\":\"ü\"}");

    /** {@code hmac.new(b'secret', "".join(PARTS).encode(), hashlib.sha256).hexdigest()} of Python. */
    private static final String BY_PYTHON = "41fc445a70dcc503854430faad1cde07cbbdac51b29bc28b1f3fa53ff3ccdc7d";

    private final Frames frames = new Frames("secret");

    @Test
    void a_message_signed_elsewhere_is_understood() {
        Message message =
                frames.parse(frames("kernel.x", "<IDS|MSG>", BY_PYTHON)).orElseThrow();

        assertThat(message.id()).isEqualTo("1");
        assertThat(message.type()).isEqualTo("status");
        assertThat(message.text("a")).isEqualTo("ü");
        assertThat(message.text("b")).isEmpty();
        assertThat(message.parentId()).isEmpty();
        assertThat(message.identities()).containsExactly("kernel.x".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_nobody_with_the_key_has_signed_is_not_heard() {
        assertThat(new Frames("other").parse(frames("<IDS|MSG>", BY_PYTHON))).isEmpty();
        assertThat(frames.parse(frames("<IDS|MSG>", ""))).isEmpty();
    }

    @Test
    void what_is_no_message_is_not_heard() {
        JsonObject none = new JsonObject();

        assertThat(frames.parse(frames("no", "delimiter"))).isEmpty();
        assertThat(frames.parse(frames("<IDS|MSG>", BY_PYTHON).subList(0, 5))).isEmpty();
        assertThat(frames.parse(frames.of(new Message(List.of(), none, none, none, none))))
                .isEmpty();
    }

    @Test
    void what_one_end_frames_the_other_reads() {
        JsonObject content = new JsonObject();
        content.addProperty("code", "漢字\n<b>&'");
        content.add("nothing", null);
        Message sent = new Message(
                List.of(), new Headers().next("execute_request"), new JsonObject(), new JsonObject(), content);

        assertThat(new Frames("secret").parse(frames.of(sent))).contains(sent);
    }

    private static List<byte[]> frames(String... front) {
        List<byte[]> frames = new ArrayList<>();
        Stream.concat(Stream.of(front), PARTS.stream())
                .forEach(frame -> frames.add(frame.getBytes(StandardCharsets.UTF_8)));
        return frames;
    }
}

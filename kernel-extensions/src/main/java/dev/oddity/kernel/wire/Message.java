package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities where a reply goes; of a published message, its topic
 * @param parent header of the message that this one answers; empty if of none
 */
public record Message(
        List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata, JsonObject content) {

    /** Such as {@code execute_request}. */
    public String type() {
        return header.get("msg_type").getAsString();
    }

    List<byte[]> parts() {
        return List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}

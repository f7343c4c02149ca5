package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
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
        return text(header, "msg_type");
    }

    /** By which answers name this message. */
    public String id() {
        return text(header, "msg_id");
    }

    /** The id of the message that this one answers; the empty string if of none. */
    public String parentId() {
        return text(parent, "msg_id");
    }

    /** A text of the content; the empty string if there is none. */
    public String text(String key) {
        return text(content, key);
    }

    List<byte[]> parts() {
        return List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;

/**
 * One message of the Jupyter protocol.
 *
 * @param parent header of the request this one answers; empty if none
 */
public record Message(JsonObject header, JsonObject parent, JsonObject content) {

    public String id() {
        return text(header, "msg_id");
    }

    public String type() {
        return text(header, "msg_type");
    }

    public String parentId() {
        return text(parent, "msg_id");
    }

    /** A text of the content; the empty string if there is none. */
    public String text(String key) {
        return text(content, key);
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) && object.get(key).isJsonPrimitive()
                ? object.get(key).getAsString()
                : "";
    }
}

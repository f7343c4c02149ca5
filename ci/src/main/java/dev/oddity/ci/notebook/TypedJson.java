package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** JSON as people type it: texts may stand without quotation marks, which a shell takes away. */
final class TypedJson {

    private TypedJson() {}

    static Optional<JsonElement> read(String words) {
        try {
            return Optional.of(JsonParser.parseString(words));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** As Java's literal too: JSON's escapes are among Java's. */
    static String text(String text) {
        return new JsonPrimitive(text).toString();
    }
}

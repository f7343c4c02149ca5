package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Text that a notebook may hold as one string or as a list of lines, each with its line end. */
final class MultilineText {

    /** After every line end that Python's {@code str.splitlines} knows, since Jupyter writes notebooks with it. */
    private static final Pattern AFTER_LINE_END =
            Pattern.compile("(?<=[\\n\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029]|\\r(?!\\n))");

    private MultilineText() {}

    static String join(@Nullable JsonElement text) {
        if (text == null || text.isJsonNull()) {
            return "";
        }
        if (text.isJsonArray()) {
            return StreamSupport.stream(text.getAsJsonArray().spliterator(), false)
                    .map(JsonElement::getAsString)
                    .collect(Collectors.joining());
        }
        return text.getAsString();
    }

    static JsonArray split(String text) {
        JsonArray lines = new JsonArray();
        if (!text.isEmpty()) {
            for (String line : AFTER_LINE_END.split(text)) {
                lines.add(new JsonPrimitive(line));
            }
        }
        return lines;
    }
}

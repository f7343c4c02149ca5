package dev.oddity.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.core.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Forms of a value that are too large for a notebook. Front ends become slow or stop, servers drop what comes too fast, and
 * the notebook's file has to carry it: so a form is sent whole or not at all, since half a page or picture is none. What
 * is left out is told in the value's text, which front ends show when nothing richer is there.
 */
final class HeldBack {

    /** Characters of a form other than plain text, of a picture those of its Base64; of JSON those of its text. */
    static final int LIMIT = 5_000_000;

    private static final String TEXT = MimeBundle.TEXT;

    private HeldBack() {}

    /** Takes from the forms of one value, and from what is said of them, those that are too large. */
    static void from(JsonObject data, JsonObject metadata) {
        List<String> notes = new ArrayList<>();
        String text = data.get(TEXT) instanceof JsonPrimitive plain ? plain.getAsString() : "";
        for (String type : List.copyOf(data.keySet())) {
            String form = type.equals(TEXT) ? "" : text(data.get(type));
            if (form.length() > LIMIT) {
                data.remove(type);
                metadata.remove(type);
                notes.add(String.format(
                        Locale.ROOT,
                        "[%s of %,d characters is not shown: more than %,d are held back; write it to a file if you need it]",
                        type,
                        form.length(),
                        LIMIT));
                // Markup that somebody shows as such has itself for its text.
                text = form.equals(text) ? "" : text;
            }
        }
        if (notes.isEmpty() && !data.has(TEXT)) {
            return;
        }
        notes.add(0, shortened(text));
        notes.remove("");
        data.addProperty(TEXT, String.join("\n", notes));
    }

    private static String text(JsonElement form) {
        return form instanceof JsonPrimitive text ? text.getAsString() : form.toString();
    }

    private static String shortened(String text) {
        int more = text.length() - CellOutput.LIMIT;
        return more <= 0
                ? text
                : text.substring(0, CellOutput.LIMIT)
                        + String.format(
                                "%n[%,d more characters are not shown; write them to a file if you need them]", more);
    }
}

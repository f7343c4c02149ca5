package dev.oddity.ci.execution;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.oddity.ci.notebook.NotebookException;
import java.time.Duration;
import java.util.Locale;

/** Times as notebooks write them in their metadata. */
final class Seconds {

    private static final double LONGEST = 1e9;

    private Seconds() {}

    /**
     * @param where it stands, for the message: {@code cell 'a' has timeout}
     * @throws NotebookException if it is no positive number
     */
    static Duration read(String where, JsonElement value) {
        if (value instanceof JsonPrimitive number && number.isNumber()) {
            double seconds = number.getAsDouble();
            if (seconds > 0 && seconds < LONGEST) {
                return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
            }
        }
        throw new NotebookException(
                "%s %s in its metadata; it is a positive number of seconds, such as 30".formatted(where, value));
    }

    /** Without zeros at the end. */
    static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0).replaceAll("\\.?0+$", "");
    }
}

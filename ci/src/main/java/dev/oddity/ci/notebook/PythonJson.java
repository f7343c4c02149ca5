package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.TreeMap;

/**
 * JSON as Python's {@code json.dumps(tree, sort_keys=True, indent=1, ensure_ascii=False)} spells it. Gson's own writer
 * differs: it escapes line separators, and fails to say what Python says about lone surrogates.
 */
final class PythonJson {

    private final StringBuilder text = new StringBuilder();

    private PythonJson() {}

    static String text(JsonElement tree) {
        PythonJson json = new PythonJson();
        json.write(tree, 0);
        return json.text.toString();
    }

    private void write(JsonElement element, int depth) {
        if (element instanceof JsonObject object) {
            List<String> keys = List.copyOf(new TreeMap<>(object.asMap()).keySet());
            text.append('{');
            for (int i = 0; i < keys.size(); i++) {
                newLine(i, depth);
                string(keys.get(i));
                text.append(": ");
                write(object.get(keys.get(i)), depth + 1);
            }
            close('}', keys.isEmpty(), depth);
        } else if (element instanceof JsonArray array) {
            text.append('[');
            for (int i = 0; i < array.size(); i++) {
                newLine(i, depth);
                write(array.get(i), depth + 1);
            }
            close(']', array.isEmpty(), depth);
        } else if (element instanceof JsonPrimitive primitive && primitive.isString()) {
            string(primitive.getAsString());
        } else {
            text.append(element);
        }
    }

    private void newLine(int index, int depth) {
        text.append(index == 0 ? "\n" : ",\n").append(" ".repeat(depth + 1));
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            text.append('\n').append(" ".repeat(depth));
        }
        text.append(bracket);
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ' || isLoneSurrogate(value, i)) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Half of a pair has no UTF-8 form; escaped, it survives being written and read. */
    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }
}

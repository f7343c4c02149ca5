package dev.oddity.reproducibility;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as its standard (RFC 8259) has it and nothing else, in UTF-8 without a byte-order mark, no name twice in an object:
 * what every other reader takes for the same. Numbers keep their spelling.
 *
 * <p>What is wrong is said in words for people who have the file open, with the line.
 */
public final class StrictJson {

    private static final TypeAdapter<JsonElement> LEAF = new Gson().getAdapter(JsonElement.class);

    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");
    private static final int SHOWN = 60;

    /** What Gson's reader says, and what is meant; the first that fits. */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("Expected ':'", "a colon is missing");
        MEANINGS.put("Unterminated object", "a comma or } is missing");
        MEANINGS.put("Unterminated array", "a comma or ] is missing");
        MEANINGS.put("Unterminated string", "a text has no end");
        MEANINGS.put("Expected name", "a name in double quotation marks is missing");
        MEANINGS.put("Expected value", "a value is missing");
        MEANINGS.put("control character", "a text has a control character, which JSON writes as an escape");
        MEANINGS.put("escape", "an escape in a text is none of JSON's");
        MEANINGS.put("Nesting limit", "it is nested too deeply");
    }

    private StrictJson() {}

    /**
     * @throws IllegalArgumentException saying what is wrong and where; it begins so that it can follow the file's name and a
     *     colon
     */
    public static JsonElement read(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        if (text.startsWith("\uFEFF")) {
            throw new IllegalArgumentException(
                    "it begins with a byte-order mark, which JSON does not have; save it as UTF-8 without one");
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            try {
                JsonElement tree = element(reader);
                requireEnd(reader);
                return tree;
            } catch (EOFException e) {
                throw new IllegalArgumentException(
                        "it ends in the middle, at line %d".formatted(line(reader.toString())), e);
            } catch (IOException | JsonParseException e) {
                throw refused(text, String.valueOf(e.getMessage()), e);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be closed", e);
        }
    }

    /**
     * @throws IllegalArgumentException as {@link #read(String)}, or since it is not in UTF-8
     * @throws IOException if there is no such file, or it cannot be read
     */
    public static JsonElement read(Path file) throws IOException {
        return read(utf8(Files.readAllBytes(file)));
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not text in UTF-8", e);
        }
    }

    private static JsonElement element(JsonReader reader) throws IOException {
        JsonToken token = reader.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            JsonObject object = new JsonObject();
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (object.has(name)) {
                    throw new IllegalArgumentException("line %d: the name '%s' stands twice in one object; keep one"
                            .formatted(line(reader.toString()), name));
                }
                object.add(name, element(reader));
            }
            reader.endObject();
            return object;
        }
        if (token == JsonToken.BEGIN_ARRAY) {
            JsonArray array = new JsonArray();
            reader.beginArray();
            while (reader.hasNext()) {
                array.add(element(reader));
            }
            reader.endArray();
            return array;
        }
        return LEAF.read(reader);
    }

    private static void requireEnd(JsonReader reader) throws IOException {
        try {
            if (reader.peek() == JsonToken.END_DOCUMENT) {
                return;
            }
        } catch (EOFException end) {
            return;
        } catch (IOException e) {
            throw new IllegalArgumentException("line %d: text after the end".formatted(line(reader.toString())), e);
        }
        throw new IllegalArgumentException("line %d: text after the end".formatted(line(reader.toString())));
    }

    private static IllegalArgumentException refused(String text, String told, Exception cause) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            long line = text.substring(0, conflict.start()).lines().count() + 1;
            return new IllegalArgumentException(
                    "line %d: conflict markers of git; resolve them".formatted(line), cause);
        }
        int line = line(told);
        String meaning = MEANINGS.entrySet().stream()
                .filter(each -> told.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this is no JSON");
        String whole = text.lines().skip(line - 1L).findFirst().orElse("");
        return new IllegalArgumentException(
                "line %d: %s: %s".formatted(line, meaning, around(whole, column(told))), cause);
    }

    /** A short line as it is; of a long one, the part in question. */
    private static String around(String line, int column) {
        String text = line.strip();
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = Math.max(0, Math.min(column - SHOWN / 2, line.length() - SHOWN));
        int to = Math.min(line.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + line.substring(from, to).strip() + (to < line.length() ? "…" : "");
    }

    private static int line(String told) {
        return place(told, 1);
    }

    private static int column(String told) {
        return place(told, 2);
    }

    /** Gson counts both from 1, and tells them in its messages as in its reader's own text. */
    private static int place(String told, int group) {
        Matcher place = PLACE.matcher(told);
        return place.find() ? Integer.parseInt(place.group(group)) : 1;
    }
}

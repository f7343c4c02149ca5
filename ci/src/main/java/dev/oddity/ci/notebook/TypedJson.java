package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** JSON as people type it: texts may stand without quotation marks, which a shell takes away. */
final class TypedJson {

    private TypedJson() {}

    /** @throws NotebookException if a name stands twice in one object, so that one of its values would be passed over */
    static Optional<JsonElement> read(String words) {
        try (JsonReader reader = new JsonReader(new StringReader(words))) {
            JsonElement tree = JsonParser.parseString(words);
            reader.setStrictness(Strictness.LENIENT);
            requireDistinctNames(reader, words);
            return Optional.of(tree);
        } catch (JsonParseException | IOException e) {
            return Optional.empty();
        }
    }

    /** As Java's literal too: JSON's escapes are among Java's. */
    static String text(String text) {
        return new JsonPrimitive(text).toString();
    }

    private static void requireDistinctNames(JsonReader reader, String words) throws IOException {
        JsonToken token = reader.peek();
        if (token == JsonToken.BEGIN_OBJECT) {
            Set<String> names = new HashSet<>();
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (!names.add(name)) {
                    throw new NotebookException(
                            "%s has the name '%s' twice in one object; give it once".formatted(words, name));
                }
                requireDistinctNames(reader, words);
            }
            reader.endObject();
        } else if (token == JsonToken.BEGIN_ARRAY) {
            reader.beginArray();
            while (reader.hasNext()) {
                requireDistinctNames(reader, words);
            }
            reader.endArray();
        } else {
            reader.skipValue();
        }
    }
}

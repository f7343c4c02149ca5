package dev.oddity.ci.execution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** One output below a cell while its notebook runs: it may still grow or be replaced. */
abstract sealed class ShownOutput {

    /** In the form of the notebook file. */
    abstract JsonObject json();

    abstract int size();

    /** Text on standard output or standard error. */
    static final class Stream extends ShownOutput {

        private final String name;
        private final StreamText text = new StreamText();

        Stream(String name) {
            this.name = name;
        }

        boolean isNamed(String other) {
            return name.equals(other);
        }

        void append(String more) {
            text.append(more);
        }

        @Override
        int size() {
            return text.length();
        }

        @Override
        JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("output_type", "stream");
            json.addProperty("name", name);
            json.addProperty("text", text.toString());
            return json;
        }
    }

    /** A display, a result or an error. */
    static final class Fixed extends ShownOutput {

        private static final Map<String, JsonElement> WHERE_MISSING = Map.of(
                "data", new JsonObject(),
                "metadata", new JsonObject(),
                "traceback", new JsonArray(),
                "ename", new JsonPrimitive(""),
                "evalue", new JsonPrimitive(""));

        private final JsonObject json;
        private int size;

        private Fixed(JsonObject json) {
            this.json = json;
            this.size = json.toString().length();
        }

        /** A message's content, with those of its keys that belong in a file. */
        static Fixed of(String type, JsonObject content, String... keys) {
            JsonObject json = new JsonObject();
            json.addProperty("output_type", type);
            for (String key : keys) {
                JsonElement given = content.get(key);
                JsonElement value = given == null ? WHERE_MISSING.getOrDefault(key, JsonNull.INSTANCE) : given;
                json.add(key, value.deepCopy());
            }
            return new Fixed(json);
        }

        void replace(JsonElement data, JsonElement metadata) {
            json.add("data", data);
            json.add("metadata", metadata);
            size = json.toString().length();
        }

        @Override
        int size() {
            return size;
        }

        @Override
        JsonObject json() {
            return json.deepCopy();
        }
    }
}

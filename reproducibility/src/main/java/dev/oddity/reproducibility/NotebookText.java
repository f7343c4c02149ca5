package dev.oddity.reproducibility;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people wrote in a notebook file, apart from what runs leave there: outputs, counts, times and notes. */
final class NotebookText {

    /** As Jupyter writes notebooks, so that differences stay small. */
    private static final Gson AS_JUPYTER = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
            .create();

    private static final NotebookText NEVER_RUN =
            new NotebookText(JsonParser.parseString("{\"cells\": []}").getAsJsonObject());

    private final JsonObject tree;

    private NotebookText(JsonObject tree) {
        this.tree = tree;
    }

    /** Empty if it is no notebook. */
    static Optional<NotebookText> of(String file) {
        try {
            return JsonParser.parseString(file) instanceof JsonObject tree && tree.get("cells") instanceof JsonArray
                    ? Optional.of(new NotebookText(tree))
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    boolean saysTheSameAs(NotebookText other) {
        return withTracesOf(NEVER_RUN).equals(other.withTracesOf(NEVER_RUN));
    }

    /** The file as if it had never run. */
    String withoutTraces() {
        return withTracesOf(NEVER_RUN);
    }

    /** The file with what runs left in another one, so that only what people wrote differs from that. */
    String withTracesOf(NotebookText other) {
        JsonObject changed = tree.deepCopy();
        for (JsonElement cell : changed.getAsJsonArray("cells")) {
            if (isCode(cell)) {
                JsonObject code = (JsonObject) cell;
                JsonObject from = other.cell(code.get("id")).orElseGet(JsonObject::new);
                code.add("outputs", from.has("outputs") ? from.get("outputs") : new JsonArray());
                code.add(
                        "execution_count",
                        from.has("execution_count") ? from.get("execution_count") : JsonNull.INSTANCE);
                trace(part(from, "metadata"), part(code, "metadata"), "execution");
            }
        }
        JsonObject from = part(other.tree, "metadata");
        JsonObject to = part(changed, "metadata");
        trace(from, to, "language_info");
        for (NotebookNote note : NotebookNote.values()) {
            trace(part(from, NotebookNote.SECTION), part(to, NotebookNote.SECTION), note.key());
        }
        if (part(to, NotebookNote.SECTION).isEmpty()) {
            to.remove(NotebookNote.SECTION);
        }
        return AS_JUPYTER.toJson(changed) + "\n";
    }

    private Optional<JsonObject> cell(@Nullable JsonElement id) {
        return tree.getAsJsonArray("cells").asList().stream()
                .filter(cell -> isCode(cell) && id != null && id.equals(((JsonObject) cell).get("id")))
                .map(JsonObject.class::cast)
                .findFirst();
    }

    /** A key that is there already keeps its place in the file. */
    private static void trace(JsonObject from, JsonObject to, String key) {
        if (from.has(key)) {
            to.add(key, from.get(key));
        } else {
            to.remove(key);
        }
    }

    /** An empty one, which nobody keeps, where there is none. */
    private static JsonObject part(JsonObject object, String key) {
        return object.get(key) instanceof JsonObject part ? part : new JsonObject();
    }

    private static boolean isCode(JsonElement cell) {
        return cell instanceof JsonObject json
                && json.get("cell_type") != null
                && json.get("cell_type").isJsonPrimitive()
                && json.get("cell_type").getAsString().equals("code");
    }
}

package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.OptionalInt;

/**
 * One cell of a notebook. Whatever the file holds is kept, known or not; a modifier returns a new cell.
 *
 * <p>Texts are held joined, whatever the file has; {@link NotebookWriter} splits them into lines.
 */
public final class Cell {

    private final JsonObject json;

    Cell(JsonObject json) {
        this.json = json.deepCopy();
        this.json.addProperty("source", MultilineText.join(json.get("source")));
    }

    /** A new code cell without outputs. */
    static Cell code(String id, String source, String tag) {
        JsonArray tags = new JsonArray();
        tags.add(tag);
        JsonObject metadata = new JsonObject();
        metadata.add("tags", tags);
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("cell_type", "code");
        json.add("metadata", metadata);
        json.add("execution_count", JsonNull.INSTANCE);
        json.add("outputs", new JsonArray());
        json.addProperty("source", source);
        return new Cell(json);
    }

    public String id() {
        return json.get("id").getAsString();
    }

    public boolean isCode() {
        return "code".equals(json.get("cell_type").getAsString());
    }

    /** Whether it is a text to be laid out; a raw cell is neither this nor code. */
    public boolean isMarkdown() {
        return "markdown".equals(json.get("cell_type").getAsString());
    }

    public String source() {
        return json.get("source").getAsString();
    }

    public boolean hasTag(String tag) {
        return tags().contains(tag);
    }

    /** In the order in which the file has them. */
    public List<String> tags() {
        return metadata().get("tags") instanceof JsonArray tags
                ? tags.asList().stream()
                        .filter(tag -> tag instanceof JsonPrimitive text && text.isString())
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    public JsonObject metadata() {
        return json.getAsJsonObject("metadata").deepCopy();
    }

    /** What the file shows below the cell; nothing for a text cell. */
    public List<JsonObject> outputs() {
        if (!(json.get("outputs") instanceof JsonArray outputs)) {
            return List.of();
        }
        return outputs.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(JsonObject::deepCopy)
                .toList();
    }

    /** The number beside a code cell that ran. */
    public OptionalInt executionCount() {
        return json.get("execution_count") instanceof JsonPrimitive number && number.isNumber()
                ? OptionalInt.of(number.getAsInt())
                : OptionalInt.empty();
    }

    /** Files kept in a text cell: by name, a MIME bundle each. */
    public JsonObject attachments() {
        return json.get("attachments") instanceof JsonObject attachments ? attachments.deepCopy() : new JsonObject();
    }

    public Cell withOutputs(List<JsonObject> outputs, OptionalInt executionCount) {
        JsonObject changed = json.deepCopy();
        JsonArray array = new JsonArray();
        outputs.forEach(array::add);
        changed.add("outputs", array);
        changed.add(
                "execution_count",
                executionCount.isPresent() ? new JsonPrimitive(executionCount.getAsInt()) : JsonNull.INSTANCE);
        return new Cell(changed);
    }

    Cell cleared() {
        JsonObject rest = metadata();
        rest.remove("execution");
        return withMetadata(rest).withOutputs(List.of(), OptionalInt.empty());
    }

    public Cell withMetadata(JsonObject metadata) {
        JsonObject changed = json.deepCopy();
        changed.add("metadata", metadata.deepCopy());
        return new Cell(changed);
    }

    JsonObject json() {
        return json.deepCopy();
    }
}

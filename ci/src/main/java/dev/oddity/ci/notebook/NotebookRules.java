package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules of the nbformat 4.5 schema, checked on a notebook's JSON. The project holds its own notebooks and what its runner
 * writes to them, {@code ci/notebooks check} every notebook it is given; the runner itself takes older and laxer notebooks too, as Jupyter does.
 */
public final class NotebookRules {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Set<String> TOP = Set.of("cells", "metadata", "nbformat", "nbformat_minor");
    private static final Set<String> CODE =
            Set.of("id", "cell_type", "metadata", "source", "outputs", "execution_count");
    private static final Set<String> TEXT = Set.of("id", "cell_type", "metadata", "source");
    private static final Map<String, Set<String>> OUTPUTS = Map.of(
            "stream", Set.of("output_type", "name", "text"),
            "display_data", Set.of("output_type", "data", "metadata"),
            "execute_result", Set.of("output_type", "data", "metadata", "execution_count"),
            "error", Set.of("output_type", "ename", "evalue", "traceback"));

    private final List<String> faults = new ArrayList<>();

    private NotebookRules() {}

    /** One sentence for each rule the notebook breaks; none if it is valid. */
    public static List<String> faults(JsonObject notebook) {
        NotebookRules rules = new NotebookRules();
        rules.exactKeys("the notebook", notebook, TOP, Set.of());
        if (notebook.get("cells") instanceof JsonArray cells) {
            Set<String> ids = new TreeSet<>();
            for (int i = 0; i < cells.size(); i++) {
                rules.cell("cell " + (i + 1), cells.get(i).getAsJsonObject(), ids);
            }
        }
        return List.copyOf(rules.faults);
    }

    private void cell(String where, JsonObject cell, Set<String> ids) {
        String type = cell.has("cell_type") ? cell.get("cell_type").getAsString() : "without cell_type";
        if (!Set.of("code", "markdown", "raw").contains(type)) {
            faults.add(where + " is " + type + "; it must be code, markdown or raw");
            return;
        }
        boolean code = type.equals("code");
        exactKeys(where, cell, code ? CODE : TEXT, code ? Set.of() : Set.of("attachments"));
        if (cell.has("id")) {
            String id = cell.get("id").getAsString();
            if (!ID.matcher(id).matches()) {
                faults.add("%s has the id '%s'; an id is 1 to 64 letters, digits, - or _".formatted(where, id));
            }
            if (!ids.add(id)) {
                faults.add("%s has the id '%s' of an earlier cell; ids must differ".formatted(where, id));
            }
        }
        text(where + ", source", cell.get("source"));
        if (cell.get("outputs") instanceof JsonArray outputs) {
            for (int i = 0; i < outputs.size(); i++) {
                output(where + ", output " + (i + 1), outputs.get(i).getAsJsonObject());
            }
        }
    }

    private void output(String where, JsonObject output) {
        JsonElement type = output.get("output_type");
        Set<String> keys = type == null ? null : OUTPUTS.get(type.getAsString());
        if (keys == null) {
            faults.add(
                    where + " has the output_type " + type + "; it must be one of " + new TreeSet<>(OUTPUTS.keySet()));
            return;
        }
        exactKeys(where, output, keys, Set.of());
        if (output.has("text")) {
            text(where + ", text", output.get("text"));
        }
        if (output.get("data") instanceof JsonObject data) {
            data.entrySet().stream()
                    .filter(form -> !form.getKey().endsWith("json"))
                    .forEach(form -> text(where + ", " + form.getKey(), form.getValue()));
        }
    }

    private void exactKeys(String where, JsonObject object, Set<String> required, Set<String> optional) {
        for (String key : new TreeSet<>(required)) {
            if (!object.has(key)) {
                faults.add(where + " has no '" + key + "'");
            }
        }
        for (String key : object.keySet()) {
            if (!required.contains(key) && !optional.contains(key)) {
                faults.add(where + " has an unknown key '" + key + "'");
            }
        }
    }

    private void text(String where, JsonElement text) {
        boolean valid = text instanceof JsonArray lines
                ? lines.asList().stream().allMatch(NotebookRules::isString)
                : isString(text);
        if (!valid) {
            faults.add(where + " must be a string or a list of strings");
        }
    }

    private static boolean isString(JsonElement element) {
        return element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString();
    }
}

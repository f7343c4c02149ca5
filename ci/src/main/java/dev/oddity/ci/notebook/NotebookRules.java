package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the nbformat schemas 4.0 to 4.5, checked on a notebook's JSON: those of 4.5, and for a notebook that calls itself
 * older, those of its time, when cells had no ids. The project holds its own notebooks and what its runner
 * writes to them, {@code ci/notebooks check} every notebook it is given; the runner itself takes notebooks too where something is
 * missing or is there that no rule knows, as Jupyter does, but nothing of another type than it must be.
 */
public final class NotebookRules {

    private static final int WITH_TITLE = 2;
    private static final int WITH_JUPYTER = 3;
    private static final int WITH_EXECUTION = 4;
    private static final int WITH_IDS = 5;
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern JSON = Pattern.compile("application/(.*\\+)?json");
    private static final Set<String> TYPES = Set.of("code", "markdown", "raw");
    private static final Set<String> TOP = Set.of("cells", "metadata", "nbformat", "nbformat_minor");
    private static final Set<String> CODE = Set.of("cell_type", "metadata", "source", "outputs", "execution_count");
    private static final Set<String> TEXT = Set.of("cell_type", "metadata", "source");
    private static final Map<String, Set<String>> OUTPUTS = Map.of(
            "stream", Set.of("output_type", "name", "text"),
            "display_data", Set.of("output_type", "data", "metadata"),
            "execute_result", Set.of("output_type", "data", "metadata", "execution_count"),
            "error", Set.of("output_type", "ename", "evalue", "traceback"));

    private final boolean exact;
    private final int minor;
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private NotebookRules(JsonObject notebook, boolean exact) {
        this.exact = exact;
        JsonElement given = notebook.get("nbformat_minor");
        this.minor = isWhole(given) ? given.getAsInt() : WITH_IDS;
    }

    /** One sentence for each rule the notebook breaks; none if it is valid. */
    public static List<String> faults(JsonObject notebook) {
        return new NotebookRules(notebook, true).look(notebook);
    }

    /** One sentence for each thing in the notebook that is of another type than it must be, missing things apart. */
    static List<String> wrongTypes(JsonObject notebook) {
        return new NotebookRules(notebook, false).look(notebook);
    }

    private List<String> look(JsonObject notebook) {
        keys("the notebook", notebook, TOP, Set.of());
        check("the notebook, nbformat", notebook.get("nbformat"), isWhole(notebook.get("nbformat")), "a whole number");
        check(
                "the notebook, nbformat_minor",
                notebook.get("nbformat_minor"),
                isWhole(notebook.get("nbformat_minor")),
                "a whole number");
        if (object("the notebook, metadata", notebook.get("metadata")) instanceof JsonObject metadata) {
            described(metadata, "kernelspec", Set.of("name", "display_name"));
            described(metadata, "language_info", Set.of("name"));
            if (minor >= WITH_TITLE) {
                text("the notebook, title", metadata.get("title"));
                list("the notebook, authors", metadata.get("authors"));
            }
        }
        List<JsonElement> cells = list("the notebook, cells", notebook.get("cells"));
        for (int i = 0; i < cells.size(); i++) {
            if (object("cell " + (i + 1), cells.get(i)) instanceof JsonObject cell) {
                cell("cell " + (i + 1), cell);
            }
        }
        return List.copyOf(faults);
    }

    private void described(JsonObject metadata, String part, Set<String> required) {
        String where = "the notebook, " + part;
        if (object(where, metadata.get(part)) instanceof JsonObject described) {
            for (String key : new TreeSet<>(required)) {
                if (exact && !described.has(key)) {
                    faults.add(where + " has no '" + key + "'");
                }
                text(where + ", " + key, described.get(key));
            }
        }
    }

    private void cell(String where, JsonObject cell) {
        JsonElement type = cell.get("cell_type");
        if (type == null && !exact) {
            return;
        }
        if (!isText(type) || !TYPES.contains(type.getAsString())) {
            faults.add("%s is %s; it must be code, markdown or raw"
                    .formatted(where, type == null ? "without cell_type" : isText(type) ? type.getAsString() : type));
            return;
        }
        boolean code = type.getAsString().equals("code");
        Set<String> required = new HashSet<>(code ? CODE : TEXT);
        if (minor >= WITH_IDS) {
            required.add("id");
        }
        keys(where, cell, required, code ? Set.of() : Set.of("attachments"));
        id(where, cell.get("id"));
        if (object(where + ", metadata", cell.get("metadata")) instanceof JsonObject metadata) {
            metadata(where, metadata, code);
            if (type.getAsString().equals("raw")) {
                text(where + ", format", metadata.get("format"));
            }
        }
        multiline(where + ", source", cell.get("source"));
        if (code) {
            count(where, cell.get("execution_count"));
            List<JsonElement> outputs = list(where + ", outputs", cell.get("outputs"));
            for (int i = 0; i < outputs.size(); i++) {
                String output = where + ", output " + (i + 1);
                if (object(output, outputs.get(i)) instanceof JsonObject shown) {
                    output(output, shown);
                }
            }
        } else if (object(where + ", attachments", cell.get("attachments")) instanceof JsonObject attachments) {
            attachments.asMap().forEach((name, bundle) -> bundle(where + ", attachment " + name, bundle));
        }
    }

    private void id(String where, @Nullable JsonElement id) {
        text(where + ", id", id);
        if (!exact || minor < WITH_IDS || !isText(id)) {
            return;
        }
        if (!ID.matcher(id.getAsString()).matches()) {
            faults.add(
                    "%s has the id '%s'; an id is 1 to 64 letters, digits, - or _".formatted(where, id.getAsString()));
        }
        if (!seen.add(id.getAsString())) {
            faults.add("%s has the id '%s' of an earlier cell; ids must differ".formatted(where, id.getAsString()));
        }
    }

    private void metadata(String where, JsonObject metadata, boolean code) {
        Set<String> tags = new HashSet<>();
        for (JsonElement tag : list(where + ", tags", metadata.get("tags"))) {
            text(where + ", a tag", tag);
            if (exact && isText(tag)) {
                String name = tag.getAsString();
                if (name.isEmpty() || name.contains(",")) {
                    faults.add("%s has the tag '%s'; a tag has a letter or more, and no comma".formatted(where, name));
                }
                if (!tags.add(name)) {
                    faults.add("%s has the tag '%s' twice".formatted(where, name));
                }
            }
        }
        text(where + ", name", metadata.get("name"));
        if (exact
                && isText(metadata.get("name"))
                && metadata.get("name").getAsString().isEmpty()) {
            faults.add(where + ", name must not be empty");
        }
        if (minor >= WITH_JUPYTER) {
            object(where + ", jupyter", metadata.get("jupyter"));
        }
        if (!code) {
            return;
        }
        if (minor >= WITH_EXECUTION
                && object(where + ", execution", metadata.get("execution")) instanceof JsonObject execution) {
            execution.asMap().forEach((event, time) -> text(where + ", " + event, time));
        }
        JsonElement collapsed = metadata.get("collapsed");
        check(where + ", collapsed", collapsed, isTruth(collapsed), "true or false");
        JsonElement scrolled = metadata.get("scrolled");
        check(
                where + ", scrolled",
                scrolled,
                isTruth(scrolled) || isText(scrolled) && scrolled.getAsString().equals("auto"),
                "true, false or \"auto\"");
    }

    private void output(String where, JsonObject output) {
        JsonElement type = output.get("output_type");
        Set<String> keys = isText(type) ? OUTPUTS.get(type.getAsString()) : null;
        if (keys == null) {
            faults.add(
                    where + " has the output_type " + type + "; it must be one of " + new TreeSet<>(OUTPUTS.keySet()));
            return;
        }
        keys(where, output, keys, Set.of());
        text(where + ", name", output.get("name"));
        multiline(where + ", text", output.get("text"));
        if (output.has("data")) {
            bundle(where, output.get("data"));
        }
        object(where + ", metadata", output.get("metadata"));
        count(where, output.get("execution_count"));
        text(where + ", ename", output.get("ename"));
        text(where + ", evalue", output.get("evalue"));
        list(where + ", traceback", output.get("traceback"))
                .forEach(line -> text(where + ", a line of traceback", line));
    }

    /** One thing in several forms, by their MIME types. */
    private void bundle(String where, JsonElement bundle) {
        if (object(where + ", data", bundle) instanceof JsonObject forms) {
            forms.asMap().forEach((type, form) -> {
                if (!JSON.matcher(type).matches()) {
                    multiline(where + ", " + type, form);
                }
            });
        }
    }

    private void keys(String where, JsonObject object, Set<String> required, Set<String> optional) {
        if (!exact) {
            return;
        }
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

    private void count(String where, @Nullable JsonElement count) {
        boolean valid = count != null && count.isJsonNull() || isWhole(count);
        check(where + ", execution_count", count, valid, "a whole number, 0 or more, or null");
    }

    private void multiline(String where, @Nullable JsonElement text) {
        boolean valid = text instanceof JsonArray lines
                ? lines.asList().stream().allMatch(NotebookRules::isText)
                : isText(text);
        check(where, text, valid, "a string or a list of strings");
    }

    private void text(String where, @Nullable JsonElement text) {
        check(where, text, isText(text), "a string");
    }

    private List<JsonElement> list(String where, @Nullable JsonElement list) {
        check(where, list, list instanceof JsonArray, "a list");
        return list instanceof JsonArray array ? array.asList() : List.of();
    }

    private @Nullable JsonElement object(String where, @Nullable JsonElement object) {
        check(where, object, object instanceof JsonObject, "an object");
        return object;
    }

    /** What is not there is told by {@link #keys}. */
    private void check(String where, @Nullable JsonElement given, boolean valid, String rule) {
        if (given != null && !valid) {
            faults.add(where + " must be " + rule);
        }
    }

    private static boolean isText(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isTruth(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isBoolean();
    }

    private static boolean isWhole(@Nullable JsonElement element) {
        // As Jupyter's schema has it, 1.0 is none.
        return element instanceof JsonPrimitive number
                && number.isNumber()
                && WHOLE.matcher(number.getAsString()).matches();
    }
}

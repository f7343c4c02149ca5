package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.reproducibility.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values for parameters from outside a notebook.
 *
 * @param file by name, from a file
 * @param typed by name, as typed on a command line; they win
 */
public record Settings(Map<String, JsonElement> file, Map<String, String> typed) {

    public static final Settings NONE = new Settings(Map.of(), Map.of());

    public Settings {
        file = Collections.unmodifiableMap(new LinkedHashMap<>(file));
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
    }

    public static Settings typed(Map<String, String> words) {
        return new Settings(Map.of(), words);
    }

    /**
     * With the values of a file before them.
     *
     * @param json an object such as {@code {"epochs": 5, "widths": [64, 32]}}
     * @throws NotebookException if it cannot be read or holds something else
     */
    public Settings withFile(Path json) {
        String rule = "parameters are a JSON object by name, such as {\"epochs\": 5, \"widths\": [64, 32]}";
        try {
            if (StrictJson.read(json) instanceof JsonObject values) {
                return new Settings(values.asMap(), typed);
            }
        } catch (IOException e) {
            throw new NotebookException("cannot read the parameters in %s: %s".formatted(json, e));
        } catch (IllegalArgumentException e) {
            throw new NotebookException("%s is not JSON (%s); %s".formatted(json, e.getMessage(), rule));
        }
        throw new NotebookException("%s holds something else; %s".formatted(json, rule));
    }

    public boolean isEmpty() {
        return file.isEmpty() && typed.isEmpty();
    }
}

package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.oddity.datasets.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values for parameters by profile, as they stand in a notebook's metadata: {@code "oddity": {"profiles": {"smoke": {"epochs":
 * 2}}}}.
 *
 * @param notebook its name, for messages
 * @param given by profile, the values by parameter
 */
record Profiles(String notebook, Map<String, JsonObject> given) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

    /** @throws NotebookException if a profile is of another form: passed over, the notebook would run with other values */
    static Profiles of(Notebook notebook, String name) {
        Map<String, JsonObject> given = new TreeMap<>();
        JsonObject oddity = object(
                "'oddity' in the metadata of " + name,
                notebook.metadata().get("oddity"),
                "{\"profiles\": {\"smoke\": {\"epochs\": 2}}}");
        JsonObject profiles =
                object("'profiles' in the metadata of " + name, oddity.get("profiles"), "{\"smoke\": {\"epochs\": 2}}");
        profiles.asMap().forEach((profile, values) -> {
            if (!NAME.matcher(profile).matches()) {
                throw new NotebookException(
                        "a profile of %s is called '%s'; its name becomes part of the names of files: give it letters,"
                                        .formatted(name, profile)
                                + " digits, - and _ only");
            }
            given.put(profile, object("the profile '%s' of %s".formatted(profile, name), values, "{\"epochs\": 2}"));
        });
        return new Profiles(name, given);
    }

    /** An empty one, where there is none. */
    private static JsonObject object(String what, @Nullable JsonElement found, String example) {
        if (found == null) {
            return new JsonObject();
        }
        if (found instanceof JsonObject object) {
            return object;
        }
        throw new NotebookException("%s is %s; it is an object such as %s".formatted(what, found, example));
    }

    /** Sorted; the two that every notebook has are among them. */
    List<String> names() {
        TreeSet<String> names = new TreeSet<>(given.keySet());
        names.add(Parameters.FULL);
        names.add(Parameters.SMOKE);
        return List.copyOf(names);
    }

    /** @throws NotebookException if there is no such profile */
    Map<String, JsonElement> values(String profile) {
        if (!names().contains(profile)) {
            throw new NotebookException("no profile '%s' in %s%s profiles: %s"
                    .formatted(profile, notebook, NearMiss.hint(profile, names()), String.join(", ", names())));
        }
        return given.getOrDefault(profile, new JsonObject()).asMap();
    }
}

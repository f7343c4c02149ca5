package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map from texts. What is put in is sorted by key, since the order of {@code Map.of} changes from run to run. */
record MapType(ParameterType value) implements ParameterType {

    @Override
    public String javaName() {
        return "Map<String, " + value.javaName() + ">";
    }

    @Override
    public String example() {
        return "a map such as " + sample(0);
    }

    @Override
    public String sample(int which) {
        return "{\"a\": " + value.sample(0) + ", \"b\": " + value.sample(1) + "}";
    }

    @Override
    public Optional<String> literal(JsonElement given) {
        if (!(given instanceof JsonObject object)) {
            return Optional.empty();
        }
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            Optional<String> literal = value.literal(entry.getValue());
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            entries.add("java.util.Map.entry(%s, %s)".formatted(TypedJson.text(entry.getKey()), literal.get()));
        }
        return Optional.of(
                "new java.util.TreeMap<>(java.util.Map.ofEntries(%s))".formatted(String.join(", ", entries)));
    }
}

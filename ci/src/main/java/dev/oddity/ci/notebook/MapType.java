package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
        return given instanceof JsonObject object
                ? ParameterType.listed(object.entrySet().stream().map(this::entry))
                        .map("new java.util.TreeMap<>(java.util.Map.ofEntries(%s))"::formatted)
                : Optional.empty();
    }

    private Optional<String> entry(Map.Entry<String, JsonElement> given) {
        return value.literal(given.getValue())
                .map(literal -> "java.util.Map.entry(%s, %s)".formatted(TypedJson.text(given.getKey()), literal));
    }
}

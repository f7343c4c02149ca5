package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.Optional;

/** A list, immutable as {@code List.of} makes it. */
record ListType(ParameterType element) implements ParameterType {

    @Override
    public String javaName() {
        return "List<" + element.javaName() + ">";
    }

    @Override
    public String example() {
        return "a list such as " + sample(0);
    }

    @Override
    public String sample(int which) {
        return "[" + element.sample(0) + ", " + element.sample(1) + "]";
    }

    @Override
    public Optional<String> literal(JsonElement value) {
        return value instanceof JsonArray array
                ? TypedJson.literals(array.asList(), element).map(values -> "java.util.List.of(" + values + ")")
                : Optional.empty();
    }
}

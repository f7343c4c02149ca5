package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.Optional;

/** An array, of any depth. */
record ArrayType(ParameterType element) implements ParameterType {

    @Override
    public String javaName() {
        return element.javaName() + "[]";
    }

    @Override
    public String example() {
        return "an array such as " + sample(0);
    }

    @Override
    public String sample(int which) {
        return "[" + element.sample(0) + ", " + element.sample(1) + "]";
    }

    @Override
    public Optional<String> literal(JsonElement value) {
        return value instanceof JsonArray array
                ? TypedJson.literals(array.asList(), element).map(values -> "new %s {%s}".formatted(javaName(), values))
                : Optional.empty();
    }
}

package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * An enum.
 *
 * @param constants if the notebook declares it; empty of an enum from elsewhere, whose constants the kernel knows
 */
record EnumType(String javaName, List<String> constants) implements ParameterType {

    EnumType {
        constants = List.copyOf(constants);
    }

    @Override
    public String example() {
        return constants.isEmpty() ? "a constant of " + javaName : "one of " + String.join(", ", constants);
    }

    @Override
    public String sample(int which) {
        return "\"" + (constants.isEmpty() ? "A_CONSTANT" : constants.get(which % constants.size())) + "\"";
    }

    @Override
    public Optional<JsonElement> typed(String words) {
        return Optional.of(new JsonPrimitive(words));
    }

    @Override
    public Optional<String> literal(JsonElement value) {
        if (!(value instanceof JsonPrimitive given) || !given.isString()) {
            return Optional.empty();
        }
        String words = given.getAsString();
        String constant = words.startsWith(javaName + ".") ? words.substring(javaName.length() + 1) : words;
        boolean known = constants.isEmpty() ? SourceVersion.isIdentifier(constant) : constants.contains(constant);
        return known ? Optional.of(javaName + "." + constant) : Optional.empty();
    }
}

package dev.oddity.ci.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.Optional;

/** Values one after the other, of any depth. */
record SequenceType(Form form, ParameterType element) implements ParameterType {

    /** How Java has them. */
    enum Form {
        /** Immutable, as {@code List.of} makes it. */
        LIST("a list", "List<%s>", "java.util.List.of(%2$s)"),
        ARRAY("an array", "%s[]", "new %1$s {%2$s}");

        private final String words;
        private final String name;
        private final String literal;

        Form(String words, String name, String literal) {
            this.words = words;
            this.name = name;
            this.literal = literal;
        }

        SequenceType of(ParameterType element) {
            return new SequenceType(this, element);
        }
    }

    @Override
    public String javaName() {
        return form.name.formatted(element.javaName());
    }

    @Override
    public String example() {
        return form.words + " such as " + sample(0);
    }

    @Override
    public String sample(int which) {
        return "[" + element.sample(0) + ", " + element.sample(1) + "]";
    }

    @Override
    public Optional<String> literal(JsonElement value) {
        return value instanceof JsonArray array
                ? ParameterType.listed(array.asList().stream().map(element::literal))
                        .map(literals -> form.literal.formatted(javaName(), literals))
                : Optional.empty();
    }
}

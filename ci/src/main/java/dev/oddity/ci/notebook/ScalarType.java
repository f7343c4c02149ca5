package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number, a truth value or a text.
 *
 * @param javaName as declared: a primitive's own name or its class's
 */
record ScalarType(Kind kind, String javaName) implements ParameterType {

    enum Kind {
        INT("a whole number such as 20", "64", "32", "int", "Integer"),
        LONG("a whole number such as 20", "64", "32", "long", "Long"),
        DOUBLE("a number such as 0.001", "0.1", "0.01", "double", "Double"),
        BOOLEAN("true or false", "true", "false", "boolean", "Boolean"),
        STRING("a text", "\"a\"", "\"b\"", "String");

        private final String example;
        private final List<String> samples;
        private final List<String> names;

        Kind(String example, String first, String second, String... names) {
            this.example = example;
            this.samples = List.of(first, second);
            this.names = List.of(names);
        }
    }

    static Optional<ParameterType> named(String javaName) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.names.contains(javaName))
                .findFirst()
                .map(kind -> new ScalarType(kind, javaName));
    }

    @Override
    public String example() {
        return kind.example;
    }

    @Override
    public String sample(int which) {
        return kind.samples.get(which);
    }

    @Override
    public Optional<JsonElement> typed(String words) {
        return switch (kind) {
            case STRING -> Optional.of(new JsonPrimitive(words));
            case BOOLEAN ->
                words.equals("true") || words.equals("false")
                        ? Optional.of(new JsonPrimitive(words.equals("true")))
                        : Optional.empty();
            case INT, LONG, DOUBLE -> number(words);
        };
    }

    private static Optional<JsonElement> number(String words) {
        try {
            return Optional.of(new JsonPrimitive(new BigDecimal(words)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> literal(JsonElement value) {
        if (!(value instanceof JsonPrimitive given)) {
            return Optional.empty();
        }
        return switch (kind) {
            // JSON's escapes are among Java's.
            case STRING -> given.isString() ? Optional.of(given.toString()) : Optional.empty();
            case BOOLEAN -> given.isBoolean() ? Optional.of(given.toString()) : Optional.empty();
            case INT, LONG, DOUBLE -> given.isNumber() ? literal(given.getAsBigDecimal()) : Optional.empty();
        };
    }

    private Optional<String> literal(BigDecimal number) {
        if (kind == Kind.DOUBLE) {
            double nearest = number.doubleValue();
            return Double.isFinite(nearest) ? Optional.of(Double.toString(nearest)) : Optional.empty();
        }
        try {
            return Optional.of(
                    kind == Kind.INT ? Integer.toString(number.intValueExact()) : number.longValueExact() + "L");
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}

package dev.oddity.ci.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number, a truth value, a character or a text.
 *
 * @param javaName as declared: a primitive's own name or its class's
 */
record ScalarType(Kind kind, String javaName) implements ParameterType {

    enum Kind {
        INT("a whole number such as 20", "64", "32", "int", "Integer"),
        LONG("a whole number such as 20", "64", "32", "long", "Long"),
        SHORT("a whole number such as 20", "64", "32", "short", "Short"),
        BYTE("a whole number such as 20", "64", "32", "byte", "Byte"),
        DOUBLE("a number such as 0.001", "0.1", "0.01", "double", "Double"),
        FLOAT("a number such as 0.001", "0.1", "0.01", "float", "Float"),
        BOOLEAN("true or false", "true", "false", "boolean", "Boolean"),
        CHAR("one character such as x", "\"x\"", "\"y\"", "char", "Character"),
        STRING("a text", "\"a\"", "\"b\"", "String");

        private final String example;
        private final List<String> samples;
        private final List<String> names;

        Kind(String example, String first, String second, String... names) {
            this.example = example;
            this.samples = List.of(first, second);
            this.names = List.of(names);
        }

        /** Declared by a primitive's name where there is one. */
        ScalarType primitive() {
            return new ScalarType(this, names.get(0));
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
            case STRING, CHAR -> Optional.of(new JsonPrimitive(words));
            case BOOLEAN ->
                words.equals("true") || words.equals("false")
                        ? Optional.of(new JsonPrimitive(words.equals("true")))
                        : Optional.empty();
            case INT, LONG, SHORT, BYTE, DOUBLE, FLOAT -> number(words);
        };
    }

    /** Zero below zero is a number of its own, which {@link BigDecimal} has not. */
    private static Optional<JsonElement> number(String words) {
        try {
            BigDecimal exact = new BigDecimal(words);
            boolean negativeZero = exact.signum() == 0 && words.startsWith("-");
            return Optional.of(negativeZero ? new JsonPrimitive(-0.0) : new JsonPrimitive(exact));
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
            case STRING -> given.isString() ? Optional.of(TypedJson.text(given.getAsString())) : Optional.empty();
            case CHAR ->
                given.isString() && given.getAsString().length() == 1
                        ? Optional.of(character(given.getAsString().charAt(0)))
                        : Optional.empty();
            case BOOLEAN -> given.isBoolean() ? Optional.of(given.toString()) : Optional.empty();
            case DOUBLE -> given.isNumber() ? fraction(given.getAsDouble()) : Optional.empty();
            case FLOAT -> given.isNumber() ? fraction(given.getAsFloat()) : Optional.empty();
            case INT, LONG, SHORT, BYTE -> given.isNumber() ? whole(given.getAsBigDecimal()) : Optional.empty();
        };
    }

    private static Optional<String> fraction(double nearest) {
        return Double.isFinite(nearest) ? Optional.of(Double.toString(nearest)) : Optional.empty();
    }

    private static Optional<String> fraction(float nearest) {
        return Float.isFinite(nearest) ? Optional.of(nearest + "f") : Optional.empty();
    }

    private static String character(char given) {
        boolean plain = given > ' ' && given < 127 && given != '\'' && given != '\\';
        return plain ? "'" + given + "'" : "(char) " + (int) given;
    }

    private Optional<String> whole(BigDecimal number) {
        try {
            return Optional.of(
                    switch (kind) {
                        case LONG -> number.longValueExact() + "L";
                        case SHORT -> "(short) " + number.shortValueExact();
                        case BYTE -> "(byte) " + number.byteValueExact();
                        default -> Integer.toString(number.intValueExact());
                    });
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}

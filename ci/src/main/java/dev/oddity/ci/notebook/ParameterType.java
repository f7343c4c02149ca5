package dev.oddity.ci.notebook;

import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What a notebook's parameter may be. Each type reads a value and writes it as a Java literal. */
enum ParameterType {
    INT("int", "a whole number such as 20") {
        @Override
        String literal(String value) {
            return Integer.toString(new BigDecimal(value).intValueExact());
        }
    },
    LONG("long", "a whole number such as 20") {
        @Override
        String literal(String value) {
            return new BigDecimal(value).longValueExact() + "L";
        }
    },
    DOUBLE("double", "a number such as 0.001") {
        @Override
        String literal(String value) {
            return Double.toString(new BigDecimal(value).doubleValue());
        }
    },
    BOOLEAN("boolean", "true or false") {
        @Override
        String literal(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new ArithmeticException("neither true nor false");
            }
            return value;
        }
    },
    STRING("String", "a text") {
        /** JSON's escapes are among Java's. */
        @Override
        String literal(String value) {
            return new JsonPrimitive(value).toString();
        }
    };

    private final String javaName;
    private final String example;

    ParameterType(String javaName, String example) {
        this.javaName = javaName;
        this.example = example;
    }

    static Optional<ParameterType> named(String javaName) {
        return Arrays.stream(values())
                .filter(type -> type.javaName.equals(javaName))
                .findFirst();
    }

    /**
     * The value as Java source.
     *
     * @throws ArithmeticException if it has no such form
     * @throws NumberFormatException if it is no number
     */
    abstract String literal(String value);

    String javaName() {
        return javaName;
    }

    String example() {
        return example;
    }
}

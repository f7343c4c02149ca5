package dev.oddity.core.detector;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a parameter's value must satisfy; of a list, each element. Under every rule a number must be finite.
 *
 * @param text the rule after "must be", such as {@code "at least 1"}
 * @param holds whether a value satisfies it
 */
public record Rule(String text, Predicate<Object> holds) {

    public static Rule any() {
        return new Rule("anything", value -> true);
    }

    public static Rule atLeast(double least) {
        return new Rule("at least " + spell(least), value -> number(value) >= least);
    }

    /** From {@code least} to {@code most}, both inclusive: of a count, which a file that is read must not make endless. */
    public static Rule within(double least, double most) {
        return new Rule(
                "at least " + spell(least) + " and at most " + spell(most),
                value -> number(value) >= least && number(value) <= most);
    }

    public static Rule positive() {
        return new Rule("greater than 0", value -> number(value) > 0);
    }

    /** From {@code from} (inclusive) up to {@code below} (exclusive). */
    public static Rule between(double from, double below) {
        return new Rule(
                "at least " + spell(from) + " and below " + spell(below),
                value -> number(value) >= from && number(value) < below);
    }

    public static Rule oneOf(String... words) {
        return new Rule(
                "one of " + String.join(", ", words), value -> List.of(words).contains(value));
    }

    void check(String owner, String name, Object value) {
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            if (element instanceof Double number && !Double.isFinite(number)) {
                throw broken(owner, name, element, "a finite number");
            }
            if (!holds.test(element)) {
                throw broken(owner, name, element, text);
            }
        }
    }

    private static IllegalArgumentException broken(String owner, String name, Object element, String rule) {
        return new IllegalArgumentException(owner + "()." + name + "(" + element + "): " + name + " must be " + rule);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String spell(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}

package dev.oddity.kernel.jshell;

import org.jspecify.annotations.Nullable;

/**
 * What a statement or a magic came to.
 *
 * @param hasValue whether it was an expression of a type other than void
 * @param value of the expression, the live object
 */
public record Outcome(boolean hasValue, @Nullable Object value) {

    public static final Outcome NOTHING = new Outcome(false, null);

    public static Outcome of(@Nullable Object value) {
        return new Outcome(true, value);
    }
}

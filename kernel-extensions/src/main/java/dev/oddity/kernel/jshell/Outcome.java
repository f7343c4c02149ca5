package dev.oddity.kernel.jshell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement came to.
 *
 * @param hasValue whether it was an expression of a type other than void
 * @param value of the expression, the live object
 * @param notes what the user should know of a magic that ran, a sentence each
 */
public record Outcome(boolean hasValue, @Nullable Object value, List<String> notes) {

    static final Outcome NOTHING = new Outcome(false, null, List.of());
}

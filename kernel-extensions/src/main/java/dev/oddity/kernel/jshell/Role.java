package dev.oddity.kernel.jshell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an exception is to the one told before it.
 *
 * @param suppressed whether it was suppressed, as by try-with-resources; otherwise it is a cause
 * @param depth how many suppressed ones it belongs to, itself included
 */
record Role(boolean suppressed, int depth) {

    static final Role CAUSE = new Role(false, 0);

    private static final String INDENT = "    ";
    private static final Pattern WRITTEN = Pattern.compile("((?: {4})+)(Suppressed|Caused by): (.*)");

    Role ofSuppressed() {
        return new Role(true, depth + 1);
    }

    Role ofCause() {
        return new Role(false, depth);
    }

    String indent() {
        return INDENT.repeat(depth);
    }

    /** As written in front of it. */
    String prefix() {
        return indent() + (suppressed ? "Suppressed: " : "Caused by: ");
    }

    /** A class with its role before it, from which both can be told again. */
    String before(String kind) {
        return depth == 0 ? kind : prefix() + kind;
    }

    /** The role before a class; that of a cause if there is none. */
    static Role of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? new Role(parts.group(2).equals("Suppressed"), parts.group(1).length() / INDENT.length())
                : CAUSE;
    }

    /** The class behind the role. */
    static String kind(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() ? parts.group(3) : written;
    }
}

package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method reference that the end of some code has begun, such as {@code map(String::le}. JShell completes none; it does
 * complete members.
 *
 * @param before what stands before it
 * @param of what the method is of: a type or an object
 * @param name what is there of the method's name
 */
record MethodReference(String before, String of, String name) {

    private static final Pattern END = Pattern.compile("(?s)(.*?)([\\p{L}_$][\\w$.]*)\\s*::\\s*(\\w*)");

    /** By Java's convention. */
    private static final Pattern TYPE = Pattern.compile("(?:.*\\.)?\\p{Lu}[\\w$]*");

    static Optional<MethodReference> at(String begun) {
        Matcher parts = END.matcher(begun);
        return parts.matches()
                ? Optional.of(new MethodReference(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** Code whose ends have the methods as members: of a type those of the type, and those of its objects. */
    List<String> asMembers() {
        String member = before + of + "." + name;
        return TYPE.matcher(of).matches() ? List.of(before + "((" + of + ") null)." + name, member) : List.of(member);
    }

    /** A method as it stands in a reference: by its name alone. */
    static Completion named(Completion method) {
        return new Completion(Suggestions.bare(method.text()), method.type(), method.signature());
    }
}

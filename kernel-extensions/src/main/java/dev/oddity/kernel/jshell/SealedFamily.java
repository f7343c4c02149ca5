package dev.oddity.kernel.jshell;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sealed type that is declared together with its subtypes. Declared anew it is checked against the old subtypes, which
 * the same cell is about to replace, and a further one is refused.
 */
final class SealedFamily {

    private static final Pattern PERMITS = Pattern.compile("\\bpermits\\s([^{]+)\\{");

    private SealedFamily() {}

    /** Names of the subtypes that a statement permits and the rest of its cell declares. */
    static Set<String> declaredBelow(Cell cell, Statement statement) {
        Matcher permits = PERMITS.matcher(statement.source());
        if (!permits.find()) {
            return Set.of();
        }
        String below = cell.source().substring(statement.end());
        return Arrays.stream(permits.group(1).split(","))
                .map(String::strip)
                .filter(name -> Pattern.compile("\\b(?:class|record|interface|enum)\\s+" + Pattern.quote(name) + "\\b")
                        .matcher(below)
                        .find())
                .collect(Collectors.toSet());
    }
}

package dev.oddity.kernel.jshell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/**
 * The variables that cells declared {@code final}. JShell leaves the word out; here what sets one of them later is refused,
 * as by the compiler. To declare one anew sets nothing, and is possible as for all that cells declare.
 */
final class Finals {

    private static final Pattern FINAL = Pattern.compile("(?:\\w+\\s+)*final\\s");

    private final JShell shell;
    private final Set<String> names = new HashSet<>();

    Finals(JShell shell) {
        this.shell = shell;
    }

    /** Takes note of what a statement declared; what to say of it. */
    Optional<String> see(Statement statement, Snippet declared) {
        if (!(declared instanceof VarSnippet variable)) {
            return Optional.empty();
        }
        names.remove(variable.name());
        if (!FINAL.matcher(statement.source()).lookingAt()) {
            return Optional.empty();
        }
        if (variable.subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND) {
            names.add(variable.name());
            return Optional.empty();
        }
        return Optional.of("final has no effect on " + variable.name()
                + ", which has no value yet: it can be set again and again; give it its value where it is declared");
    }

    /** The first of them that a statement would set. Takes no time for one that names none of them. */
    Optional<Assignments.Assigned> assignedIn(Statement statement) {
        Set<String> named = names.stream().filter(statement.source()::contains).collect(Collectors.toSet());
        return named.isEmpty()
                ? Optional.empty()
                : Assignments.in(statement.source()).stream()
                        .filter(assigned -> named.contains(assigned.name()) && isVariable(assigned.name()))
                        .findFirst();
    }

    /** It may have gone to an import since. */
    private boolean isVariable(String name) {
        return shell.variables().anyMatch(variable -> variable.name().equals(name));
    }

    void clear() {
        names.clear();
    }
}

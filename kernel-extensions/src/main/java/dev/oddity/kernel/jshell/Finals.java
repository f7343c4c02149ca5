package dev.oddity.kernel.jshell;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/**
 * The variables that cells declared {@code final}. JShell leaves the word out; here what sets one of them later is refused,
 * as by the compiler. To declare one anew sets nothing, and is possible as for all that cells declare. Methods and classes
 * from before are not looked at: one that sets a variable goes on to do so when that is declared anew as final.
 */
final class Finals {

    private static final Pattern FINAL = Pattern.compile("\\bfinal\\b");

    private final JShell shell;
    private final Set<String> names = new HashSet<>();
    private LikelyAssignment likely = LikelyAssignment.to(names);

    Finals(JShell shell) {
        this.shell = shell;
    }

    /**
     * Takes note of what a statement declared; what to say of it.
     *
     * @param threw whether what it would be set to, or a variable before it in the statement, threw instead: it has no value
     *     that could be the last
     */
    Optional<String> see(Statement statement, Snippet declared, boolean threw) {
        if (!(declared instanceof VarSnippet variable)) {
            return Optional.empty();
        }
        boolean isFinal = isFinal(statement, variable.name());
        boolean hasValue = variable.subKind() == SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
        if (isFinal && hasValue && !threw ? names.add(variable.name()) : names.remove(variable.name())) {
            likely = LikelyAssignment.to(names);
        }
        return isFinal && !hasValue
                ? Optional.of(
                        "final has no effect on " + variable.name()
                                + ", which has no value yet: it can be set again and again; give it its value where it is declared")
                : Optional.empty();
    }

    private static boolean isFinal(Statement statement, String name) {
        return FINAL.matcher(statement.source()).find()
                && SyntaxTree.of(statement.source()).stream()
                        .flatMap(SyntaxTree::variables)
                        .anyMatch(variable -> variable.getName().contentEquals(name)
                                && variable.getModifiers().getFlags().contains(Modifier.FINAL));
    }

    /** The first of them that a statement would set. One that doesn't look as if it set one is not parsed. */
    Optional<Assignments.Assigned> assignedIn(Statement statement) {
        return names.isEmpty() || !likely.isIn(statement.source())
                ? Optional.empty()
                : Assignments.in(statement.source()).stream()
                        .filter(assigned -> names.contains(assigned.name()) && isVariable(assigned.name()))
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

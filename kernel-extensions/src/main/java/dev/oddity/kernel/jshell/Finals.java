package dev.oddity.kernel.jshell;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** Says that JShell does not keep {@code final}: in cells a variable may be set again. Once in a session, at the first. */
final class Finals {

    private static final Pattern FINAL = Pattern.compile("(?:\\w+\\s+)*final\\s");

    private boolean told;

    /** What to say of what a statement declared. */
    Optional<String> see(Statement statement, Snippet declared) {
        if (told
                || !(declared instanceof VarSnippet variable)
                || !FINAL.matcher(statement.source()).lookingAt()) {
            return Optional.empty();
        }
        told = true;
        return Optional.of("final has no effect on variables of cells: " + variable.name()
                + " can be set again; inside methods and classes final is kept");
    }
}

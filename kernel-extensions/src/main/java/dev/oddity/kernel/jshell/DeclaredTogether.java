package dev.oddity.kernel.jshell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The values that the variables of a statement such as {@code int a = 1, b = 2;} had before it. JShell declares them one by
 * one, in place if their types stay: if one doesn't compile, the others are set already.
 */
final class DeclaredTogether {

    /** What may declare several variables: to ask JShell takes longer. */
    private static final Pattern LIKELY = Pattern.compile(
            "(?:\\w+\\s+)?[\\w.]+(?:\\s*<[^;=(]*>)?(?:\\s*\\[\\s*\\])*\\s+\\w+(?:\\s*\\[\\s*\\])*\\s*[=,].*,.*",
            Pattern.DOTALL);

    private final Variables variables;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    DeclaredTogether(JShell shell, Variables variables, Statement statement) {
        this.variables = variables;
        if (LIKELY.matcher(statement.source()).lookingAt()) {
            shell.sourceCodeAnalysis().sourceToSnippets(statement.source()).forEach(this::keep);
        }
    }

    private void keep(Snippet declared) {
        if (declared instanceof VarSnippet variable) {
            variables.home(variable.name()).ifPresent(field -> values.put(variable.name(), Variables.value(field)));
        }
    }

    /** After the statement was refused and undone. */
    void putBack() {
        values.forEach((name, value) -> variables.home(name).ifPresent(field -> Variables.carry(value, field)));
    }
}

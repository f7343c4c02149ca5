package dev.oddity.kernel.jshell;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Which statements are refused: those that don't compile, and declarations that would leave less than there was. What was
 * declared under their names before stands again.
 */
final class Refusal {

    private final JShell shell;
    private final Finals finals;
    private final Restoration restoration;
    private final CompileErrors compileErrors;
    private final Consumer<String> notes;

    /** @param notes told of what could not be brought back */
    Refusal(JShell shell, Finals finals, Restoration restoration, CompileErrors compileErrors, Consumer<String> notes) {
        this.shell = shell;
        this.finals = finals;
        this.restoration = restoration;
        this.compileErrors = compileErrors;
        this.notes = notes;
    }

    /**
     * Before JShell has seen a statement.
     *
     * @throws CellError if JShell would let it do what Java doesn't
     */
    void beforehand(Cell cell, Statement statement) {
        finals.assignedIn(statement).ifPresent(assigned -> {
            int start = statement.start() + assigned.offset();
            throw compileErrors.of(cell, start, start + assigned.name().length(), assigned.message());
        });
    }

    /**
     * After JShell has taken a statement.
     *
     * @param before what its variables held
     * @param declarations each with its own event first
     * @throws CellError if it is refused; it is undone then
     */
    void of(Cell cell, Statement statement, DeclaredTogether before, List<List<SnippetEvent>> declarations) {
        List<CellError> errors = declarations.stream()
                .filter(declaration -> isRefused(cell, statement, declaration))
                .map(declaration -> error(cell, statement, declaration.get(0).snippet()))
                .toList();
        if (!errors.isEmpty()) {
            // The variables of one statement are declared together or not at all; the later may use the earlier.
            Collections.reverse(declarations);
            declarations.forEach(declaration -> restoration.undo(declaration).forEach(notes));
            before.putBack();
            throw errors.get(0);
        }
    }

    private boolean isRefused(Cell cell, Statement statement, List<SnippetEvent> declaration) {
        SnippetEvent own = declaration.get(0);
        return own.status() == Status.REJECTED
                || isUnusableVariable(own)
                || restoration.isWorse(cell, statement, declaration);
    }

    // A class may wait for another that comes later; a variable of an unknown type is a typing error, or an import
    // is missing.
    private static boolean isUnusableVariable(SnippetEvent event) {
        return event.snippet().kind() == Kind.VAR && event.status() == Status.RECOVERABLE_NOT_DEFINED;
    }

    private CellError error(Cell cell, Statement statement, Snippet snippet) {
        return compileErrors.of(cell, statement, shell.diagnostics(snippet), Unresolved.of(shell, snippet));
    }
}

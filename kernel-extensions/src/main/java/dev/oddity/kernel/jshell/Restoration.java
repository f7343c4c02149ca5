package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Brings back what a declaration that doesn't compile took away. JShell gives up the old declaration of a name before it
 * compiles the new one, and with it all that uses the name; here the old one is declared again from its source, without
 * running what it was set to. The classes are still loaded, and JShell comes back to them, so objects live on; values come
 * back from where variables had them.
 */
final class Restoration {

    private final JShell shell;
    private final InProcessControl control;
    private final Generations generations;
    private final Variables variables;

    Restoration(JShell shell, InProcessControl control, Generations generations, Variables variables) {
        this.shell = shell;
        this.control = control;
        this.generations = generations;
        this.variables = variables;
    }

    /**
     * Whether a statement replaced what could be used by a method or type that waits for what neither stands nor will
     * stand in the cell. Declared for the first time, it may wait; declared again, it is most likely a typing error.
     *
     * @param events the declaration's own first
     */
    boolean isWorse(Cell cell, Statement statement, List<SnippetEvent> events) {
        SnippetEvent own = events.get(0);
        return (own.snippet().kind() == Kind.METHOD || own.snippet().kind() == Kind.TYPE_DECL)
                && own.status().isActive()
                && own.status() != Status.VALID
                && events.stream().anyMatch(event -> isOverwritten(event) && event.previousStatus() == Status.VALID)
                && Unresolved.of(shell, own.snippet()).stream()
                        .anyMatch(missing -> !isDeclared(missing.name())
                                && !missing.isNamedIn(cell.source().substring(statement.end())));
    }

    /** Also if it can't be used at the moment: it may use what was declared anew just now, and be mended with it. */
    private boolean isDeclared(String name) {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .anyMatch(snippet -> snippet instanceof DeclarationSnippet declaration
                        && declaration.name().equals(name));
    }

    /**
     * Undoes what came of a declaration that is refused.
     *
     * @param events the declaration's own first
     * @return what could not be brought back, a sentence each
     */
    List<String> undo(List<SnippetEvent> events) {
        Snippet refused = events.get(0).snippet();
        List<SnippetEvent> all = new ArrayList<>(events.subList(1, events.size()));
        if (shell.status(refused).isActive()) {
            all.addAll(others(shell.drop(refused)));
        }
        List<Snippet> gone = gone(all);
        control.beginRestoring();
        try {
            gone.stream()
                    .filter(snippet -> shell.status(snippet).isActive())
                    .forEach(snippet -> all.addAll(others(shell.drop(snippet))));
            gone.forEach(snippet -> all.addAll(declareAgain(snippet)));
        } finally {
            control.endRestoring();
        }
        List<String> notes = new ArrayList<>(variables.restore(all));
        gone.stream()
                .filter(snippet -> !(snippet instanceof VarSnippet) && !isActive(snippet))
                .map(Restoration::lost)
                .forEach(notes::add);
        return notes;
    }

    /** Old declarations, and types whose objects would be of an old class now. */
    private List<Snippet> gone(List<SnippetEvent> events) {
        Set<Snippet> gone = new LinkedHashSet<>();
        for (SnippetEvent event : events) {
            boolean dropped = event.causeSnippet() == null && event.status() == Status.DROPPED;
            boolean replaced = event.status().isActive()
                    && event.snippet() instanceof TypeDeclSnippet type
                    && generations.isNewSinceMark(type.name());
            if (dropped || replaced || isOverwritten(event)) {
                gone.add(event.snippet());
            }
        }
        return shell.snippets().filter(gone::contains).toList();
    }

    private List<SnippetEvent> declareAgain(Snippet old) {
        // Several variables of one statement: the others may have been declared anew since.
        if (old instanceof VarSnippet
                && shell.sourceCodeAnalysis().sourceToSnippets(old.source()).size() > 1) {
            return List.of();
        }
        List<SnippetEvent> events = shell.eval(old.source());
        events.stream()
                .filter(event -> event.causeSnippet() == null && !event.status().isDefined())
                .filter(event ->
                        event.snippet() instanceof VarSnippet && event.status().isActive())
                .forEach(event -> shell.drop(event.snippet()));
        return events.stream()
                .filter(event -> event.causeSnippet() != null || event.status().isDefined())
                .toList();
    }

    private boolean isActive(Snippet old) {
        return shell.snippets()
                .anyMatch(snippet ->
                        snippet.id().equals(old.id()) && shell.status(snippet).isActive());
    }

    private static List<SnippetEvent> others(List<SnippetEvent> events) {
        return events.stream().filter(event -> event.causeSnippet() != null).toList();
    }

    private static boolean isOverwritten(SnippetEvent event) {
        return event.status() == Status.OVERWRITTEN
                && event.previousStatus().isActive()
                && event.causeSnippet() != null;
    }

    private static String lost(Snippet snippet) {
        return Names.of(snippet)
                + " is lost: its old declaration no longer compiles; run the cell that declares it again";
    }
}

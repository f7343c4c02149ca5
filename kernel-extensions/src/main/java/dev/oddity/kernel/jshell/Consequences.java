package dev.oddity.kernel.jshell;

import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * What the declarations of cells bring about elsewhere: variables that JShell makes anew keep their values, names that two
 * things have go to one, and the user is told what was lost, hidden or can't be used.
 */
final class Consequences {

    private final Places places;
    private final Variables variables;
    private final Finals finals;
    private final Hidden hidden;
    private final SharedNames sharedNames;
    private final Unusable unusable;
    private final OldObjects oldObjects;
    private final Consumer<String> notes;

    /** @param notes told what the user should know, a sentence each, as it comes up */
    Consequences(
            Places places,
            Variables variables,
            Finals finals,
            Hidden hidden,
            SharedNames sharedNames,
            Unusable unusable,
            OldObjects oldObjects,
            Consumer<String> notes) {
        this.places = places;
        this.variables = variables;
        this.finals = finals;
        this.hidden = hidden;
        this.sharedNames = sharedNames;
        this.unusable = unusable;
        this.oldObjects = oldObjects;
        this.notes = notes;
    }

    /**
     * Of a statement that stands.
     *
     * @param declarations each with its own event first; with what came of them here when this returns
     */
    void of(Cell cell, Statement statement, List<List<SnippetEvent>> declarations) {
        boolean threw = false;
        for (List<SnippetEvent> declaration : declarations) {
            threw |= declaration.get(0).exception() != null;
            Snippet declared = declaration.get(0).snippet();
            places.put(declared, cell, statement);
            hidden.by(declaration.get(0)).ifPresent(notes);
            declaration.addAll(sharedNames.settle(declared));
            unusable.see(declaration);
            oldObjects.see(cell, declaration);
            variables.carryOver(declaration).forEach(notes);
            finals.see(statement, declared, threw).ifPresent(notes);
        }
    }

    /** What only a cell's end can tell, since what followed in it might have mended it. */
    void endCell() {
        unusable.take().forEach(notes);
        variables.takeLost().forEach(notes);
        oldObjects.take(variables::all).forEach(notes);
    }

    /** Nothing is declared any more but imports. */
    void forget() {
        unusable.clear();
        oldObjects.clear();
        finals.clear();
        sharedNames.restoreImports();
    }
}

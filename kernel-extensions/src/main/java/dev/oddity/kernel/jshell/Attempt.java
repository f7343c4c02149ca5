package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Gives statements to JShell in the form that it takes best: an expression as the value of a variable, a sealed type
 * without the old subtypes that its cell declares anew.
 */
final class Attempt {

    private final JShell shell;
    private final ValueVariable values = new ValueVariable();

    Attempt(JShell shell) {
        this.shell = shell;
    }

    /** What came of each thing that a statement declares or does: its own event first, then what that brought about. */
    List<List<SnippetEvent>> at(Cell cell, Statement statement) {
        List<List<SnippetEvent>> declarations = new ArrayList<>();
        for (SnippetEvent event : events(cell, statement)) {
            if (isOwn(event)) {
                declarations.add(new ArrayList<>());
            }
            declarations.get(declarations.size() - 1).add(event);
        }
        return declarations;
    }

    private List<SnippetEvent> events(Cell cell, Statement statement) {
        if (ValueVariable.mayHold(statement)) {
            List<SnippetEvent> events = shell.eval(values.declare(statement));
            if (events.stream().allMatch(event -> event.status().isDefined())) {
                return events;
            }
            events.forEach(event -> shell.drop(event.snippet()));
        }
        List<SnippetEvent> events = shell.eval(statement.source());
        Set<String> family = SealedFamily.declaredBelow(cell, statement);
        return family.isEmpty() || events.get(0).status() != Status.REJECTED
                ? events
                : eventsWithout(family, statement, events);
    }

    /** Once more, without old types that the cell declares anew. */
    private List<SnippetEvent> eventsWithout(Set<String> types, Statement statement, List<SnippetEvent> refused) {
        List<SnippetEvent> events = new ArrayList<>(refused);
        shell.types()
                .filter(type -> types.contains(type.name()))
                .toList()
                .forEach(type -> events.addAll(shell.drop(type)));
        events.removeIf(Attempt::isOwn);
        events.addAll(0, shell.eval(statement.source()));
        return events;
    }

    private static boolean isOwn(SnippetEvent event) {
        return event.causeSnippet() == null && event.status() != Status.DROPPED;
    }
}

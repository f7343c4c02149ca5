package dev.oddity.kernel.jshell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps variables' values when JShell makes the variables anew. It does so whenever a method or class they used changes,
 * and leaves them at 0 or null; here the value is carried from the old field to the new one, and where that can't be, the
 * variable is named.
 */
final class Variables {

    private final JShell shell;
    private final InProcessControl control;
    private final Map<String, Field> homes = new HashMap<>();

    Variables(JShell shell, InProcessControl control) {
        this.shell = shell;
        this.control = control;
    }

    /** Values by name, in the order of declaration. */
    List<Variable> all() {
        return shell.variables()
                .flatMap(
                        variable -> home(variable)
                                .map(field -> new Variable(variable.typeName(), variable.name(), value(field)))
                                .stream())
                .toList();
    }

    /** Takes all values away. */
    void clear() {
        shell.variables().forEach(this::clear);
        homes.clear();
    }

    /**
     * Forgets the variables of expressions, such as JShell's {@code $3}. Nobody is told their names, but JShell
     * would hold their values, and would import each of them into all code to come: cells would get slower, and take more
     * memory, the more of them have run.
     */
    void dropTemporary(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable && ValueVariable.is(variable)) {
                clear(variable);
                shell.drop(variable);
            }
        }
    }

    private void clear(VarSnippet variable) {
        home(variable).filter(field -> !field.getType().isPrimitive()).ifPresent(field -> carry(null, field));
    }

    /** After a statement: carries values over; a note for each variable that lost its value. */
    List<String> carryOver(List<SnippetEvent> events) {
        List<String> notes = new ArrayList<>();
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable && !ValueVariable.is(variable)) {
                if (event.causeSnippet() != null && event.status() == Status.RECOVERABLE_NOT_DEFINED) {
                    redeclare(variable).ifPresent(notes::add);
                } else if (event.status().isDefined()) {
                    carryOver(variable, event.causeSnippet() != null).ifPresent(notes::add);
                }
            }
        }
        return notes;
    }

    /** JShell gives a {@code var} up when a class it used changes. Its type is known by now and can be written down. */
    private Optional<String> redeclare(VarSnippet variable) {
        for (SnippetEvent event : shell.eval(variable.typeName() + " " + variable.name() + ";")) {
            if (event.snippet() instanceof VarSnippet declared && event.status().isDefined()) {
                return carryOver(declared, true);
            }
            shell.drop(event.snippet());
        }
        return Optional.of(
                "variable " + variable.name() + " is lost: what it was declared with changed, and its type can't"
                        + " be written down; run the cell that declares it again");
    }

    private Optional<String> carryOver(VarSnippet variable, boolean madeAnew) {
        Field old = homes.get(variable.name());
        Optional<Field> home = home(variable);
        home.ifPresent(field -> homes.put(variable.name(), field));
        if (!madeAnew || old == null || home.isEmpty() || old.equals(home.get())) {
            return Optional.empty();
        }
        Object value = value(old);
        if (value == null || carry(value, home.get())) {
            return Optional.empty();
        }
        return Optional.of("variable " + variable.name() + " was reset: its value is of the old "
                + old.getType().getSimpleName() + ", which was declared anew; run the cell that sets it again");
    }

    private static boolean carry(@Nullable Object value, Field home) {
        try {
            home.set(null, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("JShell keeps variables in public fields", e);
        }
    }

    private Optional<Field> home(VarSnippet variable) {
        try {
            shell.varValue(variable);
            return Optional.ofNullable(control.located());
        } catch (IllegalArgumentException e) {
            // Not defined at the moment.
            return Optional.empty();
        }
    }

    private static @Nullable Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("JShell keeps variables in public fields", e);
        }
    }
}

package dev.oddity.kernel.jshell;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.JShell;
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
    private final Set<String> lost = new LinkedHashSet<>();

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
        lost.clear();
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
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
                home(variable)
                        .ifPresentOrElse(
                                field -> homes.put(variable.name(), field), () -> homes.remove(variable.name()));
            }
        }
        List<String> notes = new ArrayList<>();
        valuesOfMadeAnew(events).forEach((name, value) -> carryOver(name, value).ifPresent(notes::add));
        return notes;
    }

    /**
     * After what a refused statement took away was declared again: values are as they were; a note for each variable that
     * lost its own.
     */
    List<String> restore(List<SnippetEvent> events) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        Deque<SnippetEvent> open = new ArrayDeque<>(events);
        while (!open.isEmpty()) {
            if (open.remove().snippet() instanceof VarSnippet variable
                    && !ValueVariable.is(variable)
                    && !values.containsKey(variable.name())) {
                values.put(
                        variable.name(),
                        Optional.ofNullable(homes.get(variable.name())).map(Variables::value));
                if (home(variable.name()).isEmpty()) {
                    open.addAll(redeclare(variable));
                }
            }
        }
        List<String> notes = new ArrayList<>();
        values.forEach((name, value) -> carryOver(name, value).ifPresent(notes::add));
        return notes;
    }

    /** What became of variables that JShell gave up and that no later statement brought back. Told once. */
    List<String> takeLost() {
        List<String> notes = lost.stream()
                .filter(name -> home(name).isEmpty())
                .map(name -> "variable " + name + " is lost: "
                        + declared(name)
                                .map(variable -> "it needs "
                                        + String.join(
                                                ", ",
                                                shell.unresolvedDependencies(variable)
                                                        .toList())
                                        + ", which can't be used now")
                                .orElse("what it was declared with changed, and its type can't be written down")
                        + "; run the cell that declares it again")
                .toList();
        lost.clear();
        return notes;
    }

    /**
     * The variables that JShell made anew, with their values as they were. It gives a variable up when what it was set to
     * no longer compiles, and makes one of another type when that is what its declaration now says; that is declared with
     * its own type and no value then, and what was made of it is made anew in turn.
     */
    private Map<String, Optional<Object>> valuesOfMadeAnew(List<SnippetEvent> events) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        Set<String> redeclared = new HashSet<>();
        Deque<SnippetEvent> open = new ArrayDeque<>(events);
        while (!open.isEmpty()) {
            SnippetEvent event = open.remove();
            if (event.causeSnippet() != null
                    && event.status().isActive()
                    && event.snippet() instanceof VarSnippet variable
                    && !ValueVariable.is(variable)) {
                // Before it is declared again: that may happen in place.
                values.computeIfAbsent(
                        variable.name(),
                        name -> Optional.ofNullable(homes.get(name)).map(Variables::value));
                if ((!event.status().isDefined() || isOfAnotherType(variable)) && redeclared.add(variable.name())) {
                    open.addAll(redeclare(variable));
                }
            }
        }
        return values;
    }

    private List<SnippetEvent> redeclare(VarSnippet variable) {
        List<SnippetEvent> all = new ArrayList<>();
        for (String type : types(variable)) {
            boolean taken = true;
            for (SnippetEvent event : shell.eval(type + " " + variable.name() + ";")) {
                if (event.causeSnippet() != null) {
                    all.add(event);
                } else if (!event.status().isActive()) {
                    shell.drop(event.snippet());
                    taken = false;
                }
            }
            if (taken) {
                break;
            }
        }
        return all;
    }

    /** As JShell writes the type, and with all names in full: what the short ones stand for may have changed. */
    private List<String> types(VarSnippet variable) {
        Field old = homes.get(variable.name());
        if (old == null) {
            return List.of(variable.typeName());
        }
        String full = Names.forUsers(old.getGenericType().getTypeName()).replace('$', '.');
        return isOfAnotherType(variable) ? List.of(full) : List.of(variable.typeName(), full);
    }

    /** Whether the type is another than before, though none that a cell declared anew. */
    private boolean isOfAnotherType(VarSnippet variable) {
        Field old = homes.get(variable.name());
        return old != null
                && !Names.isOfCell(old.getType())
                && home(variable).filter(now -> now.getType() != old.getType()).isPresent();
    }

    private Optional<String> carryOver(String name, Optional<Object> value) {
        Optional<Field> home = home(name);
        if (home.isEmpty()) {
            lost.add(name);
            return Optional.empty();
        }
        Field old = homes.put(name, home.get());
        if (old == null || value.isEmpty() || carry(value.get(), home.get())) {
            return Optional.empty();
        }
        return Optional.of("variable " + name + " was reset: its value is of "
                + (Names.isAnonymous(old.getType())
                        ? "an anonymous class, which was compiled anew"
                        : "the old " + old.getType().getSimpleName() + ", which was declared anew")
                + "; run the cell that sets it again");
    }

    /** Where a variable has its value; empty if there is none of that name, or if it can't be used. */
    Optional<Field> home(String name) {
        return declared(name).flatMap(this::home);
    }

    private Optional<VarSnippet> declared(String name) {
        return shell.variables()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    static boolean carry(@Nullable Object value, Field home) {
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

    static @Nullable Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("JShell keeps variables in public fields", e);
        }
    }
}

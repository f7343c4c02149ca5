package dev.oddity.kernel.jshell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * Objects that outlived their class: a cell declared it anew, and the old objects live on in collections, where the new
 * code can't use them.
 */
final class OldObjects {

    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+) .*");

    private final Generations generations;
    private final ClassLoader loader;
    private final Map<String, Cell> changedIn = new HashMap<>();
    private final Set<String> types = new TreeSet<>();

    /** @param loader of cells' classes */
    OldObjects(Generations generations, ClassLoader loader) {
        this.generations = generations;
        this.loader = loader;
    }

    /** Takes note of the classes that a statement of a cell declared or changed. */
    void see(Cell cell, List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof TypeDeclSnippet type
                    && event.status().isDefined()) {
                types.add(type.name());
                changedIn.put(type.name(), cell);
            }
        }
    }

    /** A sentence for each class noted whose old objects a variable holds. Told once. */
    List<String> take(Supplier<List<Variable>> all) {
        if (types.isEmpty()) {
            return List.of();
        }
        List<Variable> variables = all.get();
        List<String> told = types.stream()
                .map(type -> sentence(
                        type,
                        variables.stream()
                                .filter(variable -> holds(variable, type))
                                .map(Variable::name)
                                .sorted()
                                .toList()))
                .flatMap(Optional::stream)
                .toList();
        types.clear();
        return told;
    }

    void clear() {
        types.clear();
    }

    /** What a failed cast means, if the object is of an old class and one of the new class of its name would pass. */
    Optional<String> explained(String message) {
        Matcher cast = CAST.matcher(message);
        return cast.matches()
                ? Names.declared(cast.group(1))
                        .filter(name -> isOld(cast.group(1)) && wouldPass(name, cast.group(2)))
                        .flatMap(name -> Optional.ofNullable(changedIn.get(name))
                                .map(cell -> "this object is of the " + name + " declared before " + cell.name()
                                        + "; make it again"))
                : Optional.empty();
    }

    private boolean isOld(String className) {
        return loaded(className).filter(generations::isOld).isPresent();
    }

    private boolean wouldPass(String name, String target) {
        Optional<Class<?>> latest = generations.newest(name).flatMap(this::loaded);
        return latest.isPresent()
                && loaded(target)
                        .filter(type -> type.isAssignableFrom(latest.get()))
                        .isPresent();
    }

    private Optional<Class<?>> loaded(String className) {
        try {
            return Optional.of(Class.forName(className, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<String> sentence(String type, List<String> holders) {
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of("objects made before are still of the old " + type + " (in: " + String.join(", ", holders)
                        + "); make them again");
    }

    private boolean holds(Variable variable, String type) {
        Object value = variable.value();
        return value != null && (isOldLambda(variable, type) || Held.any(value, each -> isOld(each, type)));
    }

    private boolean isOld(Object value, String type) {
        return generations.isOld(value.getClass())
                && Names.declared(value.getClass().getName()).equals(Optional.of(type));
    }

    private boolean isOldLambda(Variable variable, String type) {
        return Pattern.compile("\\b" + Pattern.quote(type) + "\\b")
                        .matcher(variable.type())
                        .find()
                && generations.isLambdaBefore(
                        Objects.requireNonNull(variable.value()).getClass(), type);
    }
}

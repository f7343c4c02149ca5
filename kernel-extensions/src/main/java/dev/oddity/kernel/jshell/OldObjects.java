package dev.oddity.kernel.jshell;

import java.util.Arrays;
import java.util.Collection;
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
import java.util.stream.Stream;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import org.jspecify.annotations.Nullable;

/**
 * Objects that outlived their class: a cell declared it anew, and the old objects live on in collections, where the new
 * code can't use them.
 */
final class OldObjects {

    /** More of a collection isn't looked at. */
    private static final int MOST = 10_000;

    private static final Pattern OLD_FOR_NEW =
            Pattern.compile("class (REPL\\S+) cannot be cast to class (REPL\\S+) .*");

    private final Generations generations;
    private final Map<String, Cell> changedIn = new HashMap<>();
    private final Set<String> types = new TreeSet<>();

    OldObjects(Generations generations) {
        this.generations = generations;
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

    /** A sentence for each class noted whose old objects a variable holds, itself or one level down. Told once. */
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

    /** What a failed cast means, if it was one of an old object to the new class of the same name. */
    Optional<String> explained(String message) {
        Matcher cast = OLD_FOR_NEW.matcher(message);
        if (!cast.matches()) {
            return Optional.empty();
        }
        Optional<String> name = Generations.userName(cast.group(2)).filter(changedIn::containsKey);
        return name.equals(Generations.userName(cast.group(1)))
                ? name.map(type -> "this object is of the " + type + " declared before "
                        + changedIn.get(type).name() + "; make it again")
                : Optional.empty();
    }

    private static Optional<String> sentence(String type, List<String> holders) {
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of("objects made before are still of the old " + type + " (in: " + String.join(", ", holders)
                        + "); make them again");
    }

    private boolean holds(Variable variable, String type) {
        Object value = variable.value();
        return value != null
                && (isOld(value, type)
                        || isOldLambda(variable, type)
                        || content(value).limit(MOST).anyMatch(each -> isOld(each, type)));
    }

    private boolean isOld(Object value, String type) {
        return generations.isOld(value.getClass())
                && Generations.userName(value.getClass().getName()).equals(Optional.of(type));
    }

    private boolean isOldLambda(Variable variable, String type) {
        return Pattern.compile("\\b" + Pattern.quote(type) + "\\b")
                        .matcher(variable.type())
                        .find()
                && generations.isLambdaBefore(
                        Objects.requireNonNull(variable.value()).getClass(), type);
    }

    /** What arrays and Java's own collections hold; others may take long to go through, or fail. */
    private static Stream<Object> content(Object value) {
        Stream<? extends @Nullable Object> content = Stream.of();
        if (value instanceof Object[] array) {
            content = Arrays.stream(array);
        } else if (value.getClass().getClassLoader() == null) {
            if (value instanceof Collection<?> collection) {
                content = collection.stream();
            } else if (value instanceof Map<?, ?> map) {
                content = Stream.of(map.keySet(), map.values()).flatMap(Collection::stream);
            }
        }
        return content.filter(Objects::nonNull).map(each -> (Object) each);
    }
}

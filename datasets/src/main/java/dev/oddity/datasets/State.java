package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a kept state, which may have been through JSON; what is missing or of the wrong kind is named. */
final class State {

    private State() {}

    static double number(Map<?, ?> tree, String key) {
        return of(tree, key, Number.class).doubleValue();
    }

    static String text(Map<?, ?> tree, String key) {
        return of(tree, key, String.class);
    }

    static Optional<String> optionalText(Map<?, ?> tree, String key) {
        return tree.containsKey(key) ? Optional.of(text(tree, key)) : Optional.empty();
    }

    static List<String> texts(Map<?, ?> tree, String key) {
        return list(tree, key).stream()
                .map(item -> cast(item, key, String.class))
                .toList();
    }

    static List<? extends Map<?, ?>> trees(Map<?, ?> tree, String key) {
        return list(tree, key).stream()
                .map(item -> (Map<?, ?>) cast(item, key, Map.class))
                .toList();
    }

    static boolean flag(Map<?, ?> tree, String key) {
        return of(tree, key, Boolean.class);
    }

    static double[] numbers(Map<?, ?> tree, String key) {
        return numbers(list(tree, key), key);
    }

    static double[] numbers(List<?> list, String key) {
        return list.stream()
                .mapToDouble(item -> cast(item, key, Number.class).doubleValue())
                .toArray();
    }

    static List<? extends List<?>> lists(Map<?, ?> tree, String key) {
        return list(tree, key).stream()
                .map(item -> (List<?>) cast(item, key, List.class))
                .toList();
    }

    static Map<?, ?> tree(Map<?, ?> tree, String key) {
        return of(tree, key, Map.class);
    }

    private static List<?> list(Map<?, ?> tree, String key) {
        return of(tree, key, List.class);
    }

    private static <T> T of(Map<?, ?> tree, String key, Class<T> kind) {
        return cast(tree.get(key), key, kind);
    }

    private static <T> T cast(@Nullable Object value, String key, Class<T> kind) {
        if (!kind.isInstance(value)) {
            throw new DataException("the kept preparation is damaged: '" + key + "' is " + value + ", not a "
                    + kind.getSimpleName() + "; save the fitted detector again");
        }
        return kind.cast(value);
    }
}

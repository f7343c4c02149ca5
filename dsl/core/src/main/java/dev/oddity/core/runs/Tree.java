package dev.oddity.core.runs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of a JSON tree that somebody may have changed by hand. */
final class Tree {

    private Tree() {}

    /** @throws IllegalArgumentException if there is no such text */
    static String text(Map<String, ?> tree, String key) {
        return of(String.class, tree, key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, ?> tree, String key) {
        return of(Map.class, tree, key);
    }

    static List<?> list(Map<String, ?> tree, String key) {
        return of(List.class, tree, key);
    }

    /** A list of maps. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, ?> tree, String key) {
        List<?> list = list(tree, key);
        if (!list.stream().allMatch(Map.class::isInstance)) {
            throw new IllegalArgumentException("'" + key + "' is not a list of objects");
        }
        return (List<Map<String, Object>>) list;
    }

    /** A number; those that JSON lacks are texts. */
    static double number(@Nullable Object leaf) {
        if (leaf instanceof Number number) {
            return number.doubleValue();
        }
        if ("NaN".equals(leaf) || "Infinity".equals(leaf) || "-Infinity".equals(leaf)) {
            return Double.parseDouble((String) leaf);
        }
        throw new IllegalArgumentException(leaf + " stands where a number should");
    }

    private static <T> T of(Class<T> type, Map<String, ?> tree, String key) {
        Object value = tree.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("'" + key + "' is missing or of another kind");
        }
        return type.cast(value);
    }
}

package dev.oddity.reproducibility;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tree as its leaves by the names that lead to them, joined by dots: {@code data.name}, {@code models.vae.latent}. The
 * members of a list of trees go by their {@code name} where each has one of its own, else by number; {@code parameters} leads
 * to the same names as no step at all. Other lists are one leaf.
 */
public final class Leaves {

    private static final String PASSED_OVER = "parameters";

    private Leaves() {}

    public static SortedMap<String, Object> of(Map<String, ?> tree) {
        SortedMap<String, Object> leaves = new TreeMap<>();
        tree.forEach((name, value) -> put(leaves, name, value));
        return Collections.unmodifiableSortedMap(leaves);
    }

    private static void put(SortedMap<String, Object> leaves, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(leaves, key.equals(PASSED_OVER) ? name : name + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            boolean named = named(list);
            for (int i = 0; i < list.size(); i++) {
                Object member = list.get(i);
                String key = named ? String.valueOf(((Map<?, ?>) member).get("name")) : String.valueOf(i + 1);
                put(leaves, name + "." + key, member);
            }
        } else if (value != null) {
            leaves.put(name, value);
        }
    }

    private static boolean named(List<?> list) {
        Set<Object> names = new HashSet<>();
        return list.stream()
                .allMatch(member ->
                        member instanceof Map<?, ?> map && map.get("name") instanceof String name && names.add(name));
    }
}

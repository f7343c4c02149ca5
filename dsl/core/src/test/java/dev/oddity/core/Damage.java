package dev.oddity.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON tree as somebody's hand may leave it: each place once without what stood there, once with something of another kind. */
final class Damage {

    private static final List<Object> OTHERS =
            List.of("", 7.5, true, List.of(), List.of(1), Map.of(), Map.of("x", "y"));

    private Damage() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> of(Map<String, Object> tree) {
        return anywhere(tree).stream()
                .filter(Map.class::isInstance)
                .map(other -> (Map<String, Object>) other)
                .toList();
    }

    /** Every tree that differs from this one in one place. */
    private static List<Object> anywhere(Object tree) {
        List<Object> damaged = new ArrayList<>(OTHERS);
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                Map<Object, Object> without = new TreeMap<>(map);
                without.remove(key);
                damaged.add(without);
                anywhere(value).forEach(other -> {
                    Map<Object, Object> changed = new TreeMap<>(map);
                    changed.put(key, other);
                    damaged.add(changed);
                });
            });
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Object other : anywhere(list.get(i))) {
                    List<Object> changed = new ArrayList<>(list);
                    changed.set(i, other);
                    damaged.add(changed);
                }
            }
        }
        return damaged;
    }
}

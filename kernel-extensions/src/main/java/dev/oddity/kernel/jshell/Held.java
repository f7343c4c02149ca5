package dev.oddity.kernel.jshell;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a value holds: itself, and whatever is in an array, or in one of Java's own collections, maps and boxes, however
 * deep. Others may take long to go through, or fail.
 */
final class Held {

    /** More of one value isn't looked at. */
    private static final int MOST = 10_000;

    private Held() {}

    /** Whether some of it is as asked for. */
    static boolean any(Object value, Predicate<Object> asked) {
        try {
            return some(value, asked);
        } catch (RuntimeException e) {
            // A thread changed it meanwhile.
            return false;
        }
    }

    private static boolean some(Object value, Predicate<Object> asked) {
        Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Iterator<?>> open = new ArrayDeque<>();
        open.add(Stream.of(value).iterator());
        for (int looked = 0; looked < MOST && !open.isEmpty(); looked++) {
            Iterator<?> next = open.element();
            if (!next.hasNext()) {
                open.remove();
                continue;
            }
            @Nullable Object each = next.next();
            if (each != null && met.add(each)) {
                if (asked.test(each)) {
                    return true;
                }
                content(each).ifPresent(open::add);
            }
        }
        return false;
    }

    private static Optional<Iterator<?>> content(Object value) {
        if (value instanceof Object[] array) {
            return Optional.of(Arrays.asList(array).iterator());
        }
        if (value.getClass().getClassLoader() != null) {
            return Optional.empty();
        }
        if (value instanceof Collection<?> collection) {
            return Optional.of(collection.iterator());
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(Stream.of(map.keySet(), map.values())
                    .flatMap(Collection::stream)
                    .iterator());
        }
        return value instanceof Optional<?> optional
                ? Optional.of(optional.stream().iterator())
                : value instanceof AtomicReference<?> reference
                        ? Optional.of(Stream.ofNullable(reference.get()).iterator())
                        : Optional.empty();
    }
}

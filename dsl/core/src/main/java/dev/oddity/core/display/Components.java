package dev.oddity.core.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of the records of one class, as their accessors give them.
 *
 * @param all in the order of their declaration; their accessors may be called
 */
record Components(List<RecordComponent> all) {

    /** Of the class of a value; none if it is no record, has a text of its own, or does not let others look into it. */
    static Components of(Class<?> type) {
        if (!type.isRecord() || hasOwnText(type)) {
            return new Components(List.of());
        }
        RecordComponent[] components = type.getRecordComponents();
        boolean open = Arrays.stream(components)
                .allMatch(component -> component.getAccessor().trySetAccessible());
        return new Components(open ? List.of(components) : List.of());
    }

    List<String> names() {
        return all.stream().map(RecordComponent::getName).toList();
    }

    /** Of one record, in the same order; a {@link Failure} in place of a value whose accessor throws. */
    List<@Nullable Object> values(Object one) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : all) {
            values.add(value(component, one));
        }
        return values;
    }

    static @Nullable Object value(RecordComponent component, Object one) {
        try {
            return component.getAccessor().invoke(one);
        } catch (InvocationTargetException e) {
            return Failure.of(e.getCause());
        } catch (IllegalAccessException e) {
            return Failure.of(e);
        }
    }

    /** The compiler's toString() is final, while nobody writes that word before one of their own. */
    private static boolean hasOwnText(Class<?> type) {
        try {
            return !Modifier.isFinal(type.getMethod("toString").getModifiers());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a class without toString(): " + type, e);
        }
    }
}

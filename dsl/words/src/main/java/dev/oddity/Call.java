package dev.oddity;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method with values that fit its parameters.
 *
 * @param strain how many of them had to be made wider, or gathered into an array: the least is the one Java would choose
 */
record Call(Method method, Object[] values, int strain) {

    /** Null if they do not fit. */
    static @Nullable Call of(Method method, List<Object> given) {
        Class<?>[] types = method.getParameterTypes();
        int fixed = method.isVarArgs() ? types.length - 1 : types.length;
        if (method.isVarArgs() ? given.size() < fixed : given.size() != fixed) {
            return null;
        }
        Object[] values = new Object[types.length];
        int strain = method.isVarArgs() ? 1 : 0;
        for (int i = 0; i < fixed; i++) {
            values[i] = as(types[i], given.get(i));
            if (values[i] == null) {
                return null;
            }
            strain += widened(types[i], given.get(i)) ? 1 : 0;
        }
        if (method.isVarArgs()) {
            Class<?> element = types[fixed].getComponentType();
            Object rest = Array.newInstance(element, given.size() - fixed);
            for (int i = fixed; i < given.size(); i++) {
                Object value = as(element, given.get(i));
                if (value == null) {
                    return null;
                }
                Array.set(rest, i - fixed, value);
            }
            values[fixed] = rest;
        }
        Method callable = open(method);
        return callable == null ? null : new Call(callable, values, strain);
    }

    Object on(@Nullable Object owner) throws InvocationTargetException, IllegalAccessException {
        return Objects.requireNonNull(method.invoke(owner, values));
    }

    private static boolean widened(Class<?> type, Object value) {
        return value instanceof Long && (type == double.class || type == long.class);
    }

    private static @Nullable Object as(Class<?> type, Object value) {
        if (type.isInstance(value)) {
            return value;
        }
        if (type == boolean.class && value instanceof Boolean || type == char.class && value instanceof Character) {
            return value;
        }
        if (value instanceof Long whole) {
            if (type == int.class) {
                return whole.intValue() == whole ? whole.intValue() : null;
            }
            return type == long.class ? whole : type == double.class ? (Object) whole.doubleValue() : null;
        }
        if (type == double.class && value instanceof Double) {
            return value;
        }
        return type == Path.class && value instanceof String text ? Path.of(text) : null;
    }

    /** The same method where it may be called: nouns of packages are often known by their interfaces only. */
    private static @Nullable Method open(Method method) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            try {
                Method inherited = open(type.getMethod(method.getName(), method.getParameterTypes()));
                if (inherited != null) {
                    return inherited;
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }
}

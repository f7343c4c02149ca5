package dev.oddity.core.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A value as text: its own {@code toString()}, but of arrays, collections, maps and records what is in them, down to
 * arrays in records in lists; long ones cut short. What throws is told of in its place.
 */
public final class ValueText {

    /** Nobody reads a million numbers; the rest is counted. */
    private static final int ELEMENTS = 100;

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private ValueText() {}

    /** Never fails, whatever the value's methods throw, but for an interrupt. */
    public static String of(@Nullable Object value) {
        ValueText writer = new ValueText();
        writer.write(value);
        return writer.text.toString();
    }

    /** What users call such a value: {@code list}, {@code double[][]}, {@code anonymous Runnable}, else its simple class. */
    public static String kind(Object value) {
        if (value instanceof Map) {
            return "map";
        }
        if (value instanceof Collection) {
            return value instanceof List
                    ? "list"
                    : value instanceof Set ? "set" : value instanceof Queue ? "queue" : "collection";
        }
        Class<?> type = value.getClass();
        if (type.isHidden()) {
            return parent(type) + " lambda";
        }
        return isAnonymous(type) ? "anonymous " + parent(type) : type.getSimpleName();
    }

    /** {@code 1 row}, {@code 1,000 rows}. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** JShell gives names to the anonymous classes of its variables and expressions. */
    private static boolean isAnonymous(Class<?> type) {
        return type.isAnonymousClass() || type.getSimpleName().startsWith("$JShell$anonymous$");
    }

    private static String parent(Class<?> type) {
        Class<?>[] interfaces = type.getInterfaces();
        return (interfaces.length == 0 ? type.getSuperclass() : interfaces[0]).getSimpleName();
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else if (!hasParts(value)) {
            String own = own(value);
            text.append(around.isEmpty() || own.length() <= LONGEST ? own : own.substring(0, LONGEST) + "…");
        } else if (around.size() == DEEPEST || !around.add(value)) {
            text.append("[...]");
        } else {
            try {
                writeParts(value);
            } catch (Throwable e) {
                text.append(Failure.of(e));
            }
            around.remove(value);
        }
    }

    private static boolean hasParts(Object value) {
        Class<?> type = value.getClass();
        if (type.isRecord()) {
            return !Components.of(type).all().isEmpty();
        }
        boolean holder = value instanceof Collection || value instanceof Map || value instanceof Map.Entry;
        return type.isArray() || value instanceof Optional || holder && textIsOfJava(type);
    }

    private static boolean textIsOfJava(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass().getName().startsWith("java.");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a class without toString(): " + type, e);
        }
    }

    private void writeParts(Object value) {
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            Iterator<Integer> places = IntStream.range(0, length).iterator();
            writeAll("[", places, length, place -> write(Array.get(value, place)), "]");
        } else if (value instanceof Collection<?> items) {
            writeAll("[", items.iterator(), items.size(), this::write, "]");
        } else if (value instanceof Map<?, ?> map) {
            writeAll("{", map.entrySet().iterator(), map.size(), this::writeEntry, "}");
        } else if (value instanceof Map.Entry<?, ?> entry) {
            writeEntry(entry);
        } else if (value instanceof Optional<?> optional) {
            text.append(optional.isEmpty() ? "Optional.empty" : "Optional[");
            optional.ifPresent(held -> {
                write(held);
                text.append(']');
            });
        } else {
            Components components = Components.of(value.getClass());
            writeAll(
                    value.getClass().getSimpleName() + "[",
                    components.all().iterator(),
                    components.all().size(),
                    component -> {
                        text.append(component.getName()).append('=');
                        write(Components.value(component, value));
                    },
                    "]");
        }
    }

    private void writeEntry(Map.Entry<?, ?> entry) {
        write(entry.getKey());
        text.append('=');
        write(entry.getValue());
    }

    private <T> void writeAll(String open, Iterator<? extends T> parts, int size, Consumer<T> write, String close) {
        text.append(open);
        for (int written = 0; parts.hasNext(); written++) {
            if (written > 0) {
                text.append(", ");
            }
            if (written == ELEMENTS || text.length() > LONGEST) {
                text.append(String.format(Locale.ROOT, "… %,d more", size - written));
                break;
            }
            write.accept(parts.next());
        }
        text.append(close);
    }

    private static String own(Object value) {
        if (value instanceof Table table) {
            return TableView.caption(table);
        }
        if (value instanceof Column<?> column) {
            return ColumnView.caption(column);
        }
        try {
            Optional<LibraryView> view = LibraryView.of(value);
            if (view.isPresent()) {
                return view.get().line();
            }
            String own = String.valueOf((Object) value.toString());
            // Of a class that gives its values no text, nobody needs to read the package or what JShell put around it.
            return own.startsWith(value.getClass().getName() + "@")
                    ? kind(value) + own.substring(own.lastIndexOf('@'))
                    : own;
        } catch (Throwable e) {
            return kind(value) + " " + Failure.of(e);
        }
    }
}

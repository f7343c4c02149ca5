package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns that values below each other make: records of one class their components, maps with the same keys their
 * keys, all others one.
 *
 * @param of what each row is: the records' class, {@code maps}; empty if the values make one column
 * @param count how many there are, more perhaps than are shown
 * @param cells the shown ones
 */
record Columns(String of, int count, List<Cells> cells) {

    /** Larger maps are no rows of a table. */
    private static final int KEYS = 1_000;

    /** @param values null where there is none */
    static Columns of(List<? extends @Nullable Object> values) {
        List<Object> there = new ArrayList<>();
        for (Object value : values) {
            if (value != null && !(value instanceof Failure)) {
                there.add(value);
            }
        }
        Components components = components(there);
        if (!components.all().isEmpty()) {
            return of(
                    there.get(0).getClass().getSimpleName(),
                    components.names(),
                    values,
                    (one, place) -> Components.value(components.all().get(place), one));
        }
        List<@Nullable Object> keys = keys(there);
        if (!keys.isEmpty()) {
            return of(
                    "maps",
                    keys.stream().map(ValueText::of).toList(),
                    values,
                    (one, place) -> ((Map<?, ?>) one).get(keys.get(place)));
        }
        return new Columns("", 1, List.of(Cells.of("value", values)));
    }

    /**
     * The table of a collection.
     *
     * @param size of the whole
     * @param noun what an item of it is called, if the items make one column
     * @param labels the first column
     */
    Grid grid(String kind, int size, String noun, Cells labels, Excerpt rows) {
        List<Cells> columns = new ArrayList<>();
        columns.add(labels);
        columns.addAll(cells);
        String caption = of.isEmpty()
                ? kind + ": " + ValueText.count(size, noun)
                : kind + " of " + of + ": " + ValueText.count(size, "row") + " × " + ValueText.count(count, "column");
        return new Grid(caption, columns, rows);
    }

    private static Columns of(
            String kind,
            List<String> heads,
            List<? extends @Nullable Object> values,
            BiFunction<Object, Integer, @Nullable Object> part) {
        Excerpt across = Excerpt.of(heads.size(), TableView.COLUMNS);
        List<Cells> cells = Grid.across(across, values.size(), place -> {
            List<@Nullable Object> column = new ArrayList<>();
            for (Object value : values) {
                column.add(part(value, place, part));
            }
            return Cells.of(heads.get(place), column);
        });
        return new Columns(kind, heads.size(), cells);
    }

    private static @Nullable Object part(
            @Nullable Object value, int place, BiFunction<Object, Integer, @Nullable Object> part) {
        if (value == null || value instanceof Failure) {
            return place == 0 ? value : null;
        }
        try {
            return part.apply(value, place);
        } catch (Throwable e) {
            return Failure.of(e);
        }
    }

    private static Components components(List<Object> there) {
        boolean alike = there.stream().map(Object::getClass).distinct().count() == 1;
        return alike ? Components.of(there.get(0).getClass()) : new Components(List.of());
    }

    private static List<@Nullable Object> keys(List<Object> there) {
        if (there.isEmpty()
                || !there.stream().allMatch(value -> value instanceof Map<?, ?> map && map.size() <= KEYS)) {
            return List.of();
        }
        try {
            Set<?> keys = ((Map<?, ?>) there.get(0)).keySet();
            boolean same =
                    there.stream().allMatch(map -> ((Map<?, ?>) map).keySet().equals(keys));
            return same ? new ArrayList<>(keys) : List.of();
        } catch (Throwable e) {
            // Whoever can't be compared has no keys in common; an interrupt goes on from here.
            Failure.of(e);
            return List.of();
        }
    }
}

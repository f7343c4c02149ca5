package dev.oddity.kernel;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Arrays as text. */
final class ArrayText {

    /** Nobody reads a million numbers; the rest is counted. */
    private static final int ELEMENTS = 100;

    private ArrayText() {}

    /** In the form of {@link java.util.Arrays#toString}, long arrays cut short. */
    static String of(Object array) {
        int length = Array.getLength(array);
        String shown = IntStream.range(0, Math.min(length, ELEMENTS))
                .mapToObj(i -> element(Array.get(array, i)))
                .collect(Collectors.joining(", "));
        return "[" + shown + (length > ELEMENTS ? ", … " + (length - ELEMENTS) + " more]" : "]");
    }

    private static String element(Object element) {
        return element != null && element.getClass().isArray() ? of(element) : String.valueOf(element);
    }
}

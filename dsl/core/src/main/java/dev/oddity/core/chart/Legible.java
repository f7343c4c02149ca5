package dev.oddity.core.chart;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** As many lines as can be told apart in one chart, and their names read beside it. */
final class Legible {

    /** The colours, once in full lines and once dashed. */
    static final int MOST = 14;

    private Legible() {}

    /** The first of them. */
    static <T> Map<String, T> of(Map<String, T> lines) {
        Map<String, T> first = new LinkedHashMap<>();
        Iterator<Map.Entry<String, T>> each = lines.entrySet().iterator();
        while (each.hasNext() && first.size() < MOST) {
            Map.Entry<String, T> line = each.next();
            first.put(line.getKey(), line.getValue());
        }
        return first;
    }

    /** Says how many are left out, if any are. */
    static String title(String title, Map<String, ?> lines) {
        return lines.size() <= MOST ? title : title + ", the first " + MOST + " of " + lines.size() + " models";
    }
}

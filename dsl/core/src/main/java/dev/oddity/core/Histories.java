package dev.oddity.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Curves over epochs as a record keeps them: of a very long one every so-manieth point, and the last. */
final class Histories {

    private static final int MOST = 5_000;

    private Histories() {}

    static Map<String, List<Double>> bounded(Map<String, List<Double>> history) {
        Map<String, List<Double>> kept = new TreeMap<>(history);
        kept.replaceAll((name, values) -> thinned(values));
        return kept;
    }

    private static List<Double> thinned(List<Double> values) {
        if (values.size() <= MOST) {
            return values;
        }
        int last = values.size() - 1;
        return IntStream.range(0, MOST)
                .mapToObj(point -> values.get((int) ((long) point * last / (MOST - 1))))
                .toList();
    }
}

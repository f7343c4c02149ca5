package dev.oddity.reproducibility;

import java.util.Iterator;
import java.util.List;

/**
 * Where a number stands in a tree of metrics: the names from the root to it, such as cell, experiment, model, metric.
 * Ordered name by name.
 */
public record MetricName(List<String> path) implements Comparable<MetricName> {

    public MetricName {
        path = List.copyOf(path);
    }

    public static MetricName of(String... path) {
        return new MetricName(List.of(path));
    }

    @Override
    public int compareTo(MetricName other) {
        Iterator<String> theirs = other.path.iterator();
        for (String name : path) {
            if (!theirs.hasNext()) {
                return 1;
            }
            int order = name.compareTo(theirs.next());
            if (order != 0) {
                return order;
            }
        }
        return theirs.hasNext() ? -1 : 0;
    }

    @Override
    public String toString() {
        return String.join(" / ", path);
    }
}

package dev.oddity.core;

import dev.oddity.core.evaluation.Timeline;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Windows;
import java.util.Arrays;
import java.util.Optional;

/** The points behind the test examples, in the order of time where they have one. */
final class TestPoints {

    private TestPoints() {}

    /** Points seen through windows have the order of the rows; rows have one if the split knows it. */
    static Optional<Timeline> inTime(Split split, Dataset dataset, int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int point = 0; point < rows.length; point++) {
            labels[point] = dataset.labels()[rows[point]];
        }
        if (dataset.layout() instanceof Windows windows) {
            return Optional.of(Timeline.ofWindows(windows, rows, labels));
        }
        return split.timeOrder(dataset).map(order -> {
            int[] place = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
            }
            return Timeline.ofPoints(Arrays.stream(rows).map(row -> place[row]).toArray(), labels);
        });
    }
}

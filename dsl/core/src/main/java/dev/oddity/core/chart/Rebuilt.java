package dev.oddity.core.chart;

import dev.oddity.datasets.Features;
import java.util.List;

/**
 * Rows beside what a model made of them.
 *
 * @param title heads the chart
 * @param input the rows as the model saw them: images (rows × channels × height × width) or windows (rows × steps × features)
 * @param rebuilt the same rows as the model gave them back
 * @param numbers their row numbers in the data; of windows, of their first rows
 * @param scores one per row
 * @param kinds one per row, such as {@code anomaly}; empty where nobody knows
 * @param highest so many rows come first because of their high scores, the others because of their low ones; 0 if they were
 *     chosen otherwise
 */
public record Rebuilt(
        String title,
        Features input,
        Features rebuilt,
        int[] numbers,
        double[] scores,
        List<String> kinds,
        int highest) {

    double error(int row, int number) {
        return Math.abs(input.at(row, number) - rebuilt.at(row, number));
    }

    /** The largest of all. */
    double largestError() {
        double largest = 0;
        for (int i = 0; i < input.values().length; i++) {
            largest = Math.max(largest, Math.abs(input.values()[i] - rebuilt.values()[i]));
        }
        return largest;
    }
}

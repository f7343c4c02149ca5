package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;

/** One column of row-major numbers, copied out. */
final class Columns {

    private Columns() {}

    static float[] of(Features rows, int column) {
        float[] numbers = new float[rows.rows()];
        int columns = rows.columns();
        for (int row = 0, at = column; row < numbers.length; row++, at += columns) {
            numbers[row] = rows.values()[at];
        }
        return numbers;
    }

    static float[] sorted(Features rows, int column) {
        float[] numbers = of(rows, column);
        Arrays.sort(numbers);
        return numbers;
    }
}

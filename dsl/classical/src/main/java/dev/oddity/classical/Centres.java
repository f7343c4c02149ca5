package dev.oddity.classical;

import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;

/**
 * Points that stand for clusters of rows.
 *
 * @param numbers row-major
 */
record Centres(double[] numbers, int columns) {

    static Centres of(Tensor centres) {
        return new Centres(centres.doubles(), centres.shape()[1]);
    }

    int count() {
        return numbers.length / columns;
    }

    /** Some of them, in the order given. */
    Centres select(int[] chosen) {
        double[] some = new double[chosen.length * columns];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(numbers, chosen[i] * columns, some, i * columns, columns);
        }
        return new Centres(some, columns);
    }

    /**
     * For every row the nearest of the centres, the first of equally near ones, and how far it is.
     *
     * @param squared squared Euclidean distances
     */
    record Nearest(int[] centres, double[] squared) {}

    /** (xⱼ − cⱼ)² of every number of every row, c the row's nearest centre. */
    double[] squaredDifferences(Features rows) {
        int[] nearest = nearest(rows).centres();
        double[] squared = new double[rows.values().length];
        for (int i = 0; i < squared.length; i++) {
            double difference = rows.values()[i] - numbers[nearest[i / columns] * columns + i % columns];
            squared[i] = difference * difference;
        }
        return squared;
    }

    Nearest nearest(Features rows) {
        RowBlock block = RowBlock.of(rows, 0, rows.rows());
        int[] nearest = new int[rows.rows()];
        double[] least = new double[rows.rows()];
        double[] squared = new double[rows.rows()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int centre = 0; centre < count(); centre++) {
            block.squaredDistances(numbers, centre * columns, squared);
            for (int row = 0; row < squared.length; row++) {
                if (squared[row] < least[row]) {
                    least[row] = squared[row];
                    nearest[row] = centre;
                }
            }
        }
        return new Nearest(nearest, least);
    }
}

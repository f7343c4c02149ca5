package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Map;

/**
 * How far each number of a row lies from its column's centre, in units of the column's scale: |xⱼ − cⱼ|/sⱼ − u, and of
 * these the largest or the mean.
 *
 * @param usual u, a distance that is no matter
 */
record ColumnDistances(double[] centres, double[] scales, boolean mean, double usual) implements RowScorer {

    /** @param combine how a row's columns become one number, {@code max} or {@code mean} */
    static NumbersModel model(String detector, ModelState state, String combine) {
        return model(detector, state, combine, 0);
    }

    static NumbersModel model(String detector, ModelState state, String combine, double usual) {
        ColumnDistances distances = new ColumnDistances(
                state.tensor("centres").doubles(), state.tensor("scales").doubles(), combine.equals("mean"), usual);
        return new NumbersModel(detector, distances.centres.length, state, distances.inParallel())
                .explainedBy(distances::each);
    }

    static ModelState state(double[] centres, double[] scales) {
        return new ModelState(Map.of("centres", Tensor.of(centres), "scales", Tensor.of(scales)), Map.of());
    }

    @Override
    public double[] score(Features rows) {
        double[] scores = new double[rows.rows()];
        for (int row = 0; row < scores.length; row++) {
            double largest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int column = 0; column < centres.length; column++) {
                double distance = distance(rows, row, column);
                largest = Math.max(largest, distance);
                sum += distance;
            }
            scores[row] = mean ? sum / centres.length : largest;
        }
        return scores;
    }

    /** Every number's distance, row-major. */
    double[] each(Features rows) {
        double[] distances = new double[rows.values().length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(rows, i / centres.length, i % centres.length);
        }
        return distances;
    }

    private double distance(Features rows, int row, int column) {
        return Math.abs(rows.at(row, column) - centres[column]) / scales[column] - usual;
    }
}

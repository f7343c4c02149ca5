package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Map;

/**
 * How far each number of a row lies from its column's centre, in units of the column's scale: |xⱼ − cⱼ|/sⱼ, and of these
 * the largest or the mean.
 */
record ColumnDistances(double[] centres, double[] scales, boolean mean) implements RowScorer {

    /** @param combine how a row's columns become one number, {@code max} or {@code mean} */
    static NumbersModel model(String detector, ModelState state, String combine) {
        ColumnDistances distances = new ColumnDistances(
                state.tensor("centres").doubles(), state.tensor("scales").doubles(), combine.equals("mean"));
        return new NumbersModel(detector, distances.centres.length, state, distances.inParallel());
    }

    static ModelState state(double[] centres, double[] scales) {
        return new ModelState(Map.of("centres", Tensor.of(centres), "scales", Tensor.of(scales)), Map.of());
    }

    @Override
    public double[] score(Features rows) {
        double[] scores = new double[rows.rows()];
        for (int row = 0; row < scores.length; row++) {
            double largest = 0;
            double sum = 0;
            for (int column = 0; column < centres.length; column++) {
                double distance = Math.abs(rows.at(row, column) - centres[column]) / scales[column];
                largest = Math.max(largest, distance);
                sum += distance;
            }
            scores[row] = mean ? sum / centres.length : largest;
        }
        return scores;
    }
}

package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are what they say: of the rows told to be anomalies with a probability near p, the share that are.
 * On the diagonal they are calibrated; below it the model is too sure of anomalies, above it too little. Bins are of equal
 * width, the last with its upper end, as in scikit-learn's {@code calibration_curve}; empty ones are left out.
 *
 * @param points one per bin that holds a row, by rising probability
 * @param method how probabilities were made, such as {@code Platt scaling on validation scores}
 */
public record CalibrationCurve(List<Point> points, String method) {

    private static final int BINS = 10;

    /**
     * @param probability mean of the bin's rows
     * @param share of them that are anomalies
     * @param rows how many they are
     */
    public record Point(double probability, double share, int rows) {}

    public CalibrationCurve {
        points = List.copyOf(points);
    }

    /**
     * With {@value #BINS} bins.
     *
     * @throws IllegalArgumentException if the predictions have no probabilities
     */
    public static CalibrationCurve of(Predictions predictions) {
        double[] probabilities = predictions.probabilities();
        boolean[] labels = predictions.labels();
        double[] sums = new double[BINS];
        int[] anomalies = new int[BINS];
        int[] rows = new int[BINS];
        for (int row = 0; row < labels.length; row++) {
            int bin = bin(probabilities[row]);
            sums[bin] += probabilities[row];
            anomalies[bin] += labels[row] ? 1 : 0;
            rows[bin]++;
        }
        List<Point> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (rows[bin] > 0) {
                points.add(new Point(sums[bin] / rows[bin], (double) anomalies[bin] / rows[bin], rows[bin]));
            }
        }
        return new CalibrationCurve(
                points, predictions.calibration().map(Calibration::toString).orElseThrow());
    }

    /** Mean distance of a bin from the diagonal, weighted by its rows, in [0, 1]: the expected calibration error. */
    public double expectedError() {
        double sum = 0;
        int rows = 0;
        for (Point point : points) {
            sum += point.rows() * Math.abs(point.share() - point.probability());
            rows += point.rows();
        }
        return sum / rows;
    }

    /** Upper ends belong to the bin below, as in numpy's {@code searchsorted}. */
    private static int bin(double probability) {
        return Math.max(0, Math.min(BINS - 1, (int) Math.ceil(probability * BINS) - 1));
    }
}

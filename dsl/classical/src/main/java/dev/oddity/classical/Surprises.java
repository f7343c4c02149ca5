package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;

/** −log of the share of training rows near a row's projection, for each of some projections; a row's score is their mean. */
final class Surprises implements RowScorer {

    private final Projection[] projections;
    private final Histogram[] histograms;

    /** Per projection and bin; last the one of an empty bin. */
    private final double[][] surprises;

    /** @param itself 1 for rows that are not among those in the histograms, 0 for those that are */
    Surprises(Projection[] projections, Histogram[] histograms, int itself) {
        this.projections = projections;
        this.histograms = histograms;
        this.surprises = Arrays.stream(histograms)
                .map(histogram -> surprises(histogram, itself))
                .toArray(double[][]::new);
    }

    private static double[] surprises(Histogram histogram, int itself) {
        double all = Arrays.stream(histogram.counts()).sum() + itself;
        double[] surprises = Arrays.copyOf(histogram.counts(), histogram.counts().length + 1);
        for (int bin = 0; bin < surprises.length; bin++) {
            surprises[bin] = Math.log(all / Math.max(1, surprises[bin] + itself));
        }
        return surprises;
    }

    int projections() {
        return projections.length;
    }

    Projection projection(int projection) {
        return projections[projection];
    }

    /** Of the row that begins here. */
    double of(int projection, float[] values, int from) {
        double[] each = surprises[projection];
        int bin = histograms[projection].bin(projections[projection].of(values, from));
        return each[bin < 0 ? each.length - 1 : bin];
    }

    /** What it is on average over the training rows. */
    double expected(int projection) {
        double[] counts = histograms[projection].counts();
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += counts[bin] * surprises[projection][bin];
        }
        return sum / Arrays.stream(counts).sum();
    }

    @Override
    public double[] score(Features rows) {
        double[] scores = new double[rows.rows()];
        int columns = rows.columns();
        for (int projection = 0; projection < projections.length; projection++) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] += of(projection, rows.values(), row * columns);
            }
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] /= projections.length;
        }
        return scores;
    }
}

package dev.oddity.core.comparison;

import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.reproducibility.SeedStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Percentile intervals by resampling (Efron, 1979); the randomness is the fixed stream {@code bootstrap}. */
final class Bootstrap {

    private static final double TAIL = .025;
    private static final int OF_SEEDS = 10_000;

    /** Of test rows: fewer where there are many, and less to be gained. */
    private static final int MOST = 1_000;

    private static final int FEWEST = 200;
    private static final int ROWS = 20_000_000;

    private Bootstrap() {}

    /**
     * Of the mean of a few independent values. Plain percentiles are too narrow for few values; the tail is therefore taken
     * at Φ(−√(n / (n − 1)) t₍₀.₉₇₅, ₙ₋₁₎) instead of 0.025 (Hesterberg, The American Statistician 69, 2015, section 5.3). Of
     * up to four values that is nearly their range.
     *
     * @param values at least two
     * @param things what they are one of each, such as {@code seeds}
     */
    static Interval ofMean(double[] values, String things) {
        int n = values.length;
        SplittableRandom random = random();
        double[] means = new double[OF_SEEDS];
        for (int resample = 0; resample < OF_SEEDS; resample++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += values[random.nextInt(n)];
            }
            means[resample] = sum / n;
        }
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability(1 - TAIL);
        double tail = new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.sqrt(n / (n - 1.0)) * t);
        return interval(means, tail, String.format(Locale.ROOT, "%,d resamples of %d %s", OF_SEEDS, n, things));
    }

    /** Of a metric on the test rows of one run, normal rows and anomalies resampled each by themselves. */
    static Interval ofRows(Metric metric, Predictions predictions) {
        return ofRows(metric, new Predictions[] {predictions});
    }

    /**
     * Of the first's metric minus the second's, both on the same resampled rows.
     *
     * @throws IllegalArgumentException if they are not of the same rows
     */
    static Interval ofRowDifference(Metric metric, Predictions first, Predictions second) {
        if (!Arrays.equals(first.labels(), second.labels())) {
            throw new IllegalArgumentException(
                    "the two models were judged on different test rows: compare them within one"
                            + " sentence, or with the same data, split and seed");
        }
        return ofRows(metric, new Predictions[] {first, second});
    }

    private static Interval ofRows(Metric metric, Predictions[] models) {
        boolean[] labels = models[0].labels();
        int n = labels.length;
        int resamples = Math.max(FEWEST, Math.min(MOST, ROWS / n));
        int[] anomalies = IntStream.range(0, n).filter(row -> labels[row]).toArray();
        int[] normals = IntStream.range(0, n).filter(row -> !labels[row]).toArray();
        Ordered[] ordered = Arrays.stream(models).map(Ordered::of).toArray(Ordered[]::new);
        SplittableRandom random = random();
        double[] figures = new double[resamples];
        int[] times = new int[n];
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.fill(times, 0);
            draw(anomalies, times, random);
            draw(normals, times, random);
            double first = metric.of(ordered[0].resampled(times));
            figures[resample] = models.length == 1 ? first : first - metric.of(ordered[1].resampled(times));
        }
        return interval(figures, TAIL, String.format(Locale.ROOT, "%,d resamples of %,d test rows", resamples, n));
    }

    private static void draw(int[] rows, int[] times, SplittableRandom random) {
        for (int i = 0; i < rows.length; i++) {
            times[rows[random.nextInt(rows.length)]]++;
        }
    }

    private static Interval interval(double[] figures, double tail, String basis) {
        Arrays.sort(figures);
        return new Interval(at(figures, tail), at(figures, 1 - tail), basis);
    }

    private static double at(double[] ascending, double q) {
        double position = q * (ascending.length - 1);
        int below = Math.min((int) position, ascending.length - 2);
        return ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]);
    }

    private static SplittableRandom random() {
        return new SplittableRandom(new SeedStream(0).named("bootstrap").seed());
    }

    /**
     * Rows by ascending score, so that what is resampled from them is sorted already.
     *
     * @param rows which row stands where
     * @param scores ascending
     * @param labels in the same order
     */
    private record Ordered(int[] rows, double[] scores, boolean[] labels, double threshold) {

        static Ordered of(Predictions predictions) {
            double[] scores = predictions.scores();
            boolean[] labels = predictions.labels();
            int[] rows = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] ascending = new double[rows.length];
            boolean[] truth = new boolean[rows.length];
            for (int place = 0; place < rows.length; place++) {
                ascending[place] = scores[rows[place]];
                truth[place] = labels[rows[place]];
            }
            return new Ordered(rows, ascending, truth, predictions.threshold());
        }

        Predictions resampled(int[] times) {
            double[] drawn = new double[rows.length];
            boolean[] truth = new boolean[rows.length];
            int next = 0;
            for (int place = 0; place < rows.length; place++) {
                for (int i = times[rows[place]]; i > 0; i--) {
                    drawn[next] = scores[place];
                    truth[next++] = labels[place];
                }
            }
            return new Predictions(drawn, truth, threshold);
        }
    }
}

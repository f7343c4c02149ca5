package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.chart.LatentMap;
import dev.oddity.core.chart.LossCurves;
import dev.oddity.core.chart.Rebuilt;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a trained model can be seen by: what it rebuilds, where it puts rows, what it generates, how its loss went.
 *
 * @param name of the detector
 * @param score that it was asked for
 * @param threshold above which a row is called an anomaly
 */
record ModelCharts(String name, TrainedModel model, Course course, Score score, double threshold) {

    private static final int IMAGES = 5;
    private static final int WINDOWS = 3;

    /** Rows drawn at most where a user chooses them. */
    private static final int MOST = 20;

    /** None if it does not train by epochs, or was loaded from a folder. */
    List<LossCurves> lossesIfAny() {
        return Course.losses(name, course.history());
    }

    ChartView losses() {
        List<LossCurves> losses = lossesIfAny();
        if (losses.isEmpty()) {
            throw new IllegalStateException(name + "() has no losses to draw: it does not train by epochs, or it was"
                    + " loaded from a folder, which keeps none; ask the detector that .fit() gave, or the report");
        }
        return Charts.lossCurves(losses);
    }

    /**
     * @param marked one per row
     * @param names what not being marked means, and what being marked
     */
    ChartView latent(Features rows, double[] scores, boolean[] marked, List<String> names) {
        Features latent = model.latent(rows)
                .orElseThrow(() -> new IllegalArgumentException(name + "() has no latent space; take a model that has"
                        + " one, such as autoencoder(), vae() or deepSvdd(), or look at explain(row)"));
        return Charts.latent(new LatentMap("Latent space of " + name, latent, scores, threshold, marked, names));
    }

    /**
     * @param rows those to draw
     * @param numbers their numbers in the data
     * @param kinds one per row, or none
     * @param highest so many come first for their high scores
     */
    ChartView reconstructions(Features rows, int[] numbers, double[] scores, List<String> kinds, int highest) {
        Features rebuilt = model.reconstruction(rows)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + "() rebuilds nothing; take a model that does, such as autoencoder() or pca()"));
        return Charts.reconstructions(
                new Rebuilt("Input and reconstruction by " + name, rows, rebuilt, numbers, scores, kinds, highest));
    }

    /** @param real rows to hold the generated ones against */
    ChartView generated(Features real) {
        if (course.generated().isEmpty()) {
            throw new IllegalArgumentException(name + "() has no generated rows to draw: only a generator makes some as"
                    + " it trains, such as gan() or wganGp(), and a folder it is loaded from keeps none");
        }
        return Charts.generated("What " + name + " makes of the same noise as it learns", course.generated(), real);
    }

    /**
     * Examples as one block.
     *
     * @throws IllegalArgumentException if there are none, or more than can be looked at
     */
    static Features together(List<Features> examples) {
        if (examples.isEmpty() || examples.size() > MOST) {
            throw new IllegalArgumentException(
                    "reconstructionChart(..) of " + examples.size() + " rows: choose 1 to " + MOST + " of them");
        }
        int columns = examples.get(0).columns();
        float[] values = new float[examples.size() * columns];
        for (int i = 0; i < examples.size(); i++) {
            System.arraycopy(examples.get(i).values(), 0, values, i * columns, columns);
        }
        int[] shape = examples.get(0).shape().clone();
        shape[0] = examples.size();
        return new Features(values, shape, examples.get(0).names());
    }

    double[] scores(Features rows) {
        return model.score(rows, score);
    }

    /**
     * The rows with the highest scores, highest first, then those with the lowest, lowest first; of windows that share
     * points the first of these alone.
     *
     * @param rows that were scored
     * @param starts where each begins
     * @param length points in each
     */
    static Extremes extremes(Features rows, double[] scores, int[] starts, int length) {
        int each = rows.shape().length == 4 ? IMAGES : WINDOWS;
        Integer[] descending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
                .toArray(Integer[]::new);
        Integer[] ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> scores[row]))
                .toArray(Integer[]::new);
        int[] high = apart(descending, new int[0], Math.min(each, (scores.length + 1) / 2), starts, length);
        int[] low = apart(ascending, high, Math.min(each, scores.length / 2), starts, length);
        return new Extremes(Stream.of(high, low).flatMapToInt(Arrays::stream).toArray(), high.length);
    }

    /** The first of an order that overlap neither each other nor the taken. */
    private static int[] apart(Integer[] order, int[] taken, int most, int[] starts, int length) {
        int[] chosen = taken.clone();
        for (int next = 0; next < order.length && chosen.length < taken.length + most; next++) {
            int row = order[next];
            if (IntStream.of(chosen).allMatch(other -> Math.abs(starts[other] - starts[row]) >= length)) {
                chosen = Arrays.copyOf(chosen, chosen.length + 1);
                chosen[chosen.length - 1] = row;
            }
        }
        return Arrays.copyOfRange(chosen, taken.length, chosen.length);
    }

    /**
     * Rows at both ends of the scores.
     *
     * @param rows the highest first
     * @param highest how many these are
     */
    record Extremes(int[] rows, int highest) {}
}

package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Training rows that a model remembers.
 *
 * @param rows each distinct one once
 * @param counts how many training rows each stands for
 */
record KeptRows(Features rows, double[] counts) {

    /**
     * Scores of the rows that were fitted: those that were kept are scored as themselves, those that a subsample passed
     * over as new. Of equal rows it does not matter which was kept: the first count as kept.
     */
    double[] trainingScores(Features train, RowScorer itself, RowScorer asNew) {
        int[] places = places(train);
        double[] unmet = counts.clone();
        boolean[] kept = new boolean[train.rows()];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = places[row] < unmet.length && unmet[places[row]]-- > 0;
        }
        double[] scores = new double[kept.length];
        for (boolean part : new boolean[] {false, true}) {
            int[] some = IntStream.range(0, kept.length)
                    .filter(row -> kept[row] == part)
                    .toArray();
            RowScorer scorer = part ? itself : asNew;
            double[] given = scorer.inParallel().onDistinctRows().score(train.select(some));
            for (int i = 0; i < some.length; i++) {
                scores[some[i]] = given[i];
            }
        }
        return scores;
    }

    /** For each row its place among those kept; a larger number where it is none of them. */
    private int[] places(Features others) {
        float[] joined = Arrays.copyOf(rows.values(), rows.values().length + others.values().length);
        System.arraycopy(others.values(), 0, joined, rows.values().length, others.values().length);
        int[] places = DistinctRows.of(Features.of(joined, others.columns())).indexOf();
        return Arrays.copyOfRange(places, rows.rows(), places.length);
    }
}

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
     * For each row that was fitted its place among those kept, −1 for one that a subsample passed over. Of equal rows it does
     * not matter which was kept: the first count as kept.
     */
    int[] places(Features train) {
        int[] equal = DistinctRows.places(rows, train);
        double[] unmet = counts.clone();
        return Arrays.stream(equal)
                .map(place -> place >= 0 && unmet[place]-- > 0 ? place : -1)
                .toArray();
    }

    /** Scores of the rows that were fitted: those that were kept are scored as themselves, those passed over as new. */
    double[] trainingScores(Features train, RowScorer itself, RowScorer asNew) {
        int[] places = places(train);
        double[] scores = new double[places.length];
        for (boolean kept : new boolean[] {false, true}) {
            int[] some = IntStream.range(0, places.length)
                    .filter(row -> places[row] >= 0 == kept)
                    .toArray();
            RowScorer scorer = kept ? itself : asNew;
            double[] given = scorer.inParallel().onDistinctRows().score(train.select(some));
            for (int i = 0; i < some.length; i++) {
                scores[some[i]] = given[i];
            }
        }
        return scores;
    }
}

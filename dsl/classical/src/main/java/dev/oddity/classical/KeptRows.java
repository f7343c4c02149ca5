package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training rows that a model remembers.
 *
 * @param rows each distinct one once
 * @param counts how many training rows each stands for
 */
record KeptRows(Features rows, double[] counts) {

    static KeptRows of(Features train) {
        DistinctRows distinct = DistinctRows.of(train);
        return new KeptRows(
                distinct.rows(),
                Arrays.stream(distinct.counts()).asDoubleStream().toArray());
    }

    static KeptRows of(ModelState state) {
        Tensor rows = state.tensor("rows");
        return new KeptRows(
                Features.of(rows.floats(), rows.shape()[1]),
                state.tensor("counts").doubles());
    }

    /** @param others tensors of the detector's own */
    ModelState state(Map<String, Tensor> others) {
        Map<String, Tensor> tensors = new HashMap<>(others);
        tensors.put("rows", Tensor.of(rows.values(), rows.rows(), rows.columns()));
        tensors.put("counts", Tensor.of(counts));
        return new ModelState(tensors, Map.of());
    }

    int columns() {
        return rows.columns();
    }

    /** How many rows were kept, repetitions counted. */
    double fitted() {
        return Arrays.stream(counts).sum();
    }

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

package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which of the rows a detector was fitted on are those it kept, distinct and each standing for as many as were repeated. */
final class KeptRows {

    private KeptRows() {}

    /**
     * For each training row its place among those kept, −1 for one that a subsample passed over. Of equal rows it does not
     * matter which was kept: the first count as kept.
     */
    static int[] places(Features kept, double[] counts, Features train) {
        float[] joined = Arrays.copyOf(kept.values(), kept.values().length + train.values().length);
        System.arraycopy(train.values(), 0, joined, kept.values().length, train.values().length);
        int[] found = DistinctRows.of(Features.of(joined, train.columns())).indexOf();
        double[] unmet = counts.clone();
        return IntStream.range(kept.rows(), found.length)
                .map(row -> found[row] < unmet.length && unmet[found[row]]-- > 0 ? found[row] : -1)
                .toArray();
    }
}

package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.stream.IntStream;

/** Gives every row one number that does not depend on the rows beside it, so that it may be computed piece by piece. */
@FunctionalInterface
interface RowScorer {

    /** Rows scored at a time: enough to amortise a call, few enough to stay in a core's cache. */
    int CHUNK = 256;

    double[] score(Features rows);

    /** The same numbers from all cores; which core does what changes nothing. */
    default RowScorer inParallel() {
        return inParallel(1);
    }

    /** @param each how many numbers this gives for a row, where that is not one */
    default RowScorer inParallel(int each) {
        return rows -> {
            double[] scores = new double[rows.rows() * each];
            inChunks(
                    rows.rows(),
                    (from, to) ->
                            System.arraycopy(score(rows.slice(from, to)), 0, scores, from * each, (to - from) * each));
            return scores;
        };
    }

    /** Something done to the rows {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    interface Chunk {

        void of(int from, int to);
    }

    /** All of so many rows, a chunk at a time, on all cores. */
    static void inChunks(int rows, Chunk work) {
        IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> work.of(chunk * CHUNK, Math.min((chunk + 1) * CHUNK, rows)));
    }

    /** The same numbers, each distinct row computed once: pays where a row is dear and logs repeat themselves. */
    default RowScorer onDistinctRows() {
        return rows -> {
            DistinctRows distinct = DistinctRows.of(rows);
            double[] each = score(distinct.rows());
            double[] scores = new double[rows.rows()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = each[distinct.indexOf()[row]];
            }
            return scores;
        };
    }
}

package dev.oddity.classical;

import dev.oddity.core.detector.FitContext;
import dev.oddity.datasets.Features;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Bounds the rows of a detector whose cost or memory grows faster than one may wait for, and says so. */
final class Subsample {

    private Subsample() {}

    /**
     * All rows if there are at most {@code maxRows}, else that many, drawn without replacement from the stream
     * {@code subsample} and kept in their order.
     *
     * @param because what would grow, as the end of "since …"
     */
    static Features of(Features rows, int maxRows, String detector, String because, FitContext context) {
        return rows.rows() <= maxRows ? rows : rows.select(places(rows.rows(), maxRows, detector, because, context));
    }

    /** The places of those rows, ascending. */
    static int[] places(int rows, int maxRows, String detector, String because, FitContext context) {
        if (rows <= maxRows) {
            return IntStream.range(0, rows).toArray();
        }
        context.warn(String.format(
                Locale.ROOT,
                "%s() was fitted on a random %,d of %,d rows, since %s; .maxRows(..) changes that",
                detector,
                maxRows,
                rows,
                because));
        return draw(rows, maxRows, context.seeds().named("subsample").random());
    }

    /**
     * That many rows, or all there are, in their order. Selection sampling: Knuth, The Art of Computer Programming 2,
     * 3.4.2, algorithm S.
     */
    static Features draw(Features rows, int most, Random random) {
        return rows.select(draw(rows.rows(), most, random));
    }

    private static int[] draw(int rows, int most, Random random) {
        int wanted = Math.min(most, rows);
        int[] drawn = new int[wanted];
        int have = 0;
        for (int row = 0; have < wanted; row++) {
            if ((rows - row) * random.nextDouble() < wanted - have) {
                drawn[have++] = row;
            }
        }
        return drawn;
    }
}

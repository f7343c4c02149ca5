package dev.oddity.datasets;

import java.util.Locale;

/**
 * Test rows that are verbatim copies of training rows: equal in every feature column, before preparation and whatever their
 * labels. What a detector scores well because it has seen it says nothing about new rows; {@link Split#withoutRepeats} leaves
 * such rows out.
 *
 * @param repeated test rows that equal some training row
 * @param tested all test rows
 */
public record Overlap(int repeated, int tested) {

    /** Counted in time linear in the rows. */
    public static Overlap of(Dataset dataset, Partition parts) {
        RowSet trained = RowSet.of(dataset.table(), parts.train());
        int repeated = 0;
        for (int row : parts.test()) {
            repeated += trained.holds(row) ? 1 : 0;
        }
        return new Overlap(repeated, parts.test().length);
    }

    /** Share of the test rows, in [0, 1]; 0 if there are none. */
    public double share() {
        return tested == 0 ? 0 : (double) repeated / tested;
    }

    /** {@code 71.3 % of the test rows (1,000 of 1,403) are verbatim copies of training rows}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the test rows (%,d of %,d) are verbatim copies of training rows",
                100 * share(),
                repeated,
                tested);
    }
}

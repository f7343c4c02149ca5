package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;

/** How dense rows lie among k neighbours, compared with how dense those lie among theirs. */
final class LocalDensity {

    /** Keeps the density of rows that were repeated more than k times finite, as scikit-learn does. */
    private static final double LEAST_REACH = 1e-10;

    private final KeptRows kept;
    private final int k;
    private final NearestRows nearest;

    /** Of each kept row, as itself: how far its k-th neighbour is, and its density. */
    private final double[] reaches;

    private final double[] densities;

    private LocalDensity(KeptRows kept, int k, double[] reaches, double[] densities) {
        this.kept = kept;
        this.k = k;
        this.nearest = new NearestRows(kept.rows());
        this.reaches = reaches;
        this.densities = densities;
    }

    static LocalDensity of(KeptRows kept, int k) {
        int count = kept.rows().rows();
        LocalDensity local = new LocalDensity(kept, k, new double[count], new double[count]);
        local.fill();
        return local;
    }

    static LocalDensity restored(KeptRows kept, int k, double[] reaches, double[] densities) {
        return new LocalDensity(kept, k, reaches, densities);
    }

    double[] reaches() {
        return reaches;
    }

    double[] densities() {
        return densities;
    }

    private void fill() {
        int count = reaches.length;
        int[][] places = new int[count][];
        double[][] distances = new double[count][];
        RowScorer.inChunks(count, (from, to) -> {
            Search search = new Search(1);
            for (int row = from; row < to; row++) {
                search.around(kept.rows(), row);
                reaches[row] = search.reach();
                places[row] = Arrays.copyOf(search.found.places, search.found.count);
                distances[row] = Arrays.copyOf(search.found.distances, search.found.count);
            }
        });
        RowScorer.inChunks(count, (from, to) -> {
            Search search = new Search(1);
            for (int row = from; row < to; row++) {
                search.again(places[row], distances[row]);
                densities[row] = search.density();
            }
        });
    }

    /** Of rows that are not among those kept, or are but may find themselves. */
    double[] factors(Features rows) {
        return factors(rows, 0);
    }

    /** Of rows that are kept: each left out of its own neighbours. */
    double[] ownFactors(Features rows) {
        return factors(rows, 1);
    }

    private double[] factors(Features rows, int leftOut) {
        double[] factors = new double[rows.rows()];
        Search search = new Search(leftOut);
        for (int row = 0; row < factors.length; row++) {
            search.around(rows, row);
            factors[row] = search.factor();
        }
        return factors;
    }

    /** The neighbours of one row after the other; each kept row counts as often as it was repeated, k in all. */
    private final class Search {

        private final int leftOut;
        private final double[] row = new double[kept.rows().columns()];
        private final NearestRows.Found found;

        /** @param leftOut 1 where the row itself is the nearest of those found, else 0 */
        Search(int leftOut) {
            this.leftOut = leftOut;
            this.found = new NearestRows.Found(Math.min(k + leftOut, reaches.length));
        }

        void around(Features rows, int number) {
            for (int column = 0; column < row.length; column++) {
                row[column] = rows.values()[number * row.length + column];
            }
            nearest.find(row, found);
        }

        void again(int[] places, double[] distances) {
            System.arraycopy(places, 0, found.places, 0, places.length);
            System.arraycopy(distances, 0, found.distances, 0, places.length);
            found.count = places.length;
        }

        /** How many of the k neighbours lie where the i-th found does. */
        private double times(int i, double seen) {
            return Math.min(kept.counts()[found.places[i]] - (i == 0 ? leftOut : 0), k - seen);
        }

        double reach() {
            double reach = 0;
            double seen = 0;
            for (int i = 0; i < found.count && seen < k; i++) {
                double times = times(i, seen);
                reach = times > 0 ? found.distances[i] : reach;
                seen += times;
            }
            return reach;
        }

        double density() {
            double sum = 0;
            double seen = 0;
            for (int i = 0; i < found.count && seen < k; i++) {
                double times = times(i, seen);
                sum += times * Math.max(found.distances[i], reaches[found.places[i]]);
                seen += times;
            }
            return 1 / ((seen > 0 ? sum / seen : 0) + LEAST_REACH);
        }

        double factor() {
            double sum = 0;
            double seen = 0;
            for (int i = 0; i < found.count && seen < k; i++) {
                double times = times(i, seen);
                sum += times * densities[found.places[i]];
                seen += times;
            }
            return seen > 0 ? sum / seen / density() : 1;
        }
    }
}

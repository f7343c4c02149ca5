package dev.oddity.classical;

import dev.oddity.datasets.Features;

/** Finds the nearest of kept rows by comparing with all of them, block after block. */
final class NearestRows {

    private final RowBlock[] blocks;

    NearestRows(Features kept) {
        blocks = new RowBlock[(kept.rows() + RowBlock.ROWS - 1) / RowBlock.ROWS];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] =
                    RowBlock.of(kept, block * RowBlock.ROWS, Math.min((block + 1) * RowBlock.ROWS, kept.rows()));
        }
    }

    /** The nearest found, nearest first, of equally near ones the first kept; reused from row to row. */
    static final class Found {

        final int[] places;
        final double[] distances;
        int count;
        private final double[] blockDistances = new double[RowBlock.ROWS];

        Found(int most) {
            places = new int[most];
            distances = new double[most];
        }

        private void offer(int place, double squared) {
            int at = count < places.length ? count++ : count - 1;
            while (at > 0 && distances[at - 1] > squared) {
                distances[at] = distances[at - 1];
                places[at] = places[at - 1];
                at--;
            }
            distances[at] = squared;
            places[at] = place;
        }
    }

    /** Fills {@code found} with Euclidean distances to as many rows as it has room for, or as there are. */
    void find(double[] row, Found found) {
        found.count = 0;
        double[] squared = found.blockDistances;
        for (int block = 0; block < blocks.length; block++) {
            blocks[block].squaredDistances(row, 0, squared);
            for (int i = 0; i < blocks[block].rows(); i++) {
                if (found.count < found.places.length || squared[i] < found.distances[found.count - 1]) {
                    found.offer(block * RowBlock.ROWS + i, squared[i]);
                }
            }
        }
        for (int i = 0; i < found.count; i++) {
            found.distances[i] = Math.sqrt(found.distances[i]);
        }
    }
}

package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rows without their repetitions. Connection logs repeat themselves: KDD99's 494,021 rows hold 145,584 distinct ones.
 *
 * @param rows each distinct row once, in order of first appearance
 * @param counts how often each appeared
 * @param indexOf for every original row, its place among the distinct ones
 */
record DistinctRows(Features rows, int[] counts, int[] indexOf) {

    static DistinctRows of(Features rows) {
        Map<Key, Integer> places = new HashMap<>();
        int[] firsts = new int[rows.rows()];
        int[] counts = new int[rows.rows()];
        int[] indexOf = new int[rows.rows()];
        for (int row = 0; row < rows.rows(); row++) {
            int next = places.size();
            Integer known = places.putIfAbsent(new Key(rows, row), next);
            int place = known == null ? next : known;
            if (known == null) {
                firsts[place] = row;
            }
            counts[place]++;
            indexOf[row] = place;
        }
        int distinct = places.size();
        return new DistinctRows(rows.select(Arrays.copyOf(firsts, distinct)), Arrays.copyOf(counts, distinct), indexOf);
    }

    /** How many there are, or {@code enough} as soon as that many are found: of five million rows no table is made. */
    static int count(Features rows, int enough) {
        Set<Key> known = new HashSet<>();
        for (int row = 0; row < rows.rows() && known.size() < enough; row++) {
            known.add(new Key(rows, row));
        }
        return known.size();
    }

    /** For each row the place of one of {@code kept} that equals it, the first if several do; −1 where none does. */
    static int[] places(Features kept, Features rows) {
        Map<Key, Integer> known = new HashMap<>();
        for (int row = 0; row < kept.rows(); row++) {
            known.putIfAbsent(new Key(kept, row), row);
        }
        int[] places = new int[rows.rows()];
        Arrays.setAll(places, row -> known.getOrDefault(new Key(rows, row), -1));
        return places;
    }

    /** A row compared by its numbers, where they lie. */
    private static final class Key {

        private final Features rows;
        private final int from;
        private final int to;
        private final int hash;

        Key(Features rows, int row) {
            this.rows = rows;
            this.from = row * rows.columns();
            this.to = from + rows.columns();
            int mixed = 1;
            for (int i = from; i < to; i++) {
                // The low bits of a 0 or a 1 are all zero: without the rotation, one-hot rows would share one bucket.
                mixed = (Integer.rotateLeft(mixed, 5) ^ Float.floatToIntBits(rows.values()[i])) * 0x9E3779B9;
            }
            this.hash = mixed;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Arrays.equals(rows.values(), from, to, that.rows.values(), that.from, that.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}

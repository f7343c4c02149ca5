package dev.oddity.deep;

import java.util.Arrays;

/** Rows that are windows of a series; a row of a table is a window of as many steps as it has columns, of one feature. */
record WindowShape(int steps, int features) {

    static WindowShape of(String detector, long[] shape) {
        int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        return switch (sizes.length) {
            case 1 -> new WindowShape(sizes[0], 1);
            case 2 -> new WindowShape(sizes[0], sizes[1]);
            default ->
                throw new IllegalArgumentException(detector + "(): a row has the shape " + Arrays.toString(shape)
                        + "; it learns from windows, steps × features, such as those of nab(\"..\").windows(64) and"
                        + " ecg5000(). For images take convAutoencoder()");
        };
    }
}

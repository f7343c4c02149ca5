package dev.oddity.datasets.catalogue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts of a column seen lately, by their bytes: a column of few kinds then makes few strings, not one per cell. */
final class TextCache {

    private static final int SLOTS = 1 << 10;

    private final byte[] @Nullable [] keys = new byte[SLOTS][];
    private final @Nullable String[] texts = new String[SLOTS];

    /** @param column its name in a message */
    String text(CsvCells cells, String column) {
        byte[] bytes = cells.bytes();
        int hash = 0;
        for (int i = cells.from(); i < cells.to(); i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        byte[] key = keys[slot];
        String text = texts[slot];
        if (key == null || text == null || !Arrays.equals(key, 0, key.length, bytes, cells.from(), cells.to())) {
            text = cells.text(column);
            keys[slot] = Arrays.copyOfRange(bytes, cells.from(), cells.to());
            texts[slot] = text;
        }
        return text;
    }
}

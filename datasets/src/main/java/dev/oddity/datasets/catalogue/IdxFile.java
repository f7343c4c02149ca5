package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A file of unsigned bytes in MNIST's idx format: two zero bytes, the type (8), the number of dimensions, each dimension as
 * a big-endian 32-bit number, then the bytes, the last dimension running fastest.
 *
 * @param items the first dimension
 * @param size bytes of an item
 * @param start where the bytes begin
 */
record IdxFile(byte[] content, int items, int size, int start) {

    private static final int UNSIGNED_BYTES = 8;

    static IdxFile of(byte[] content) {
        ByteBuffer header = ByteBuffer.wrap(content);
        int magic = header.getInt();
        int dimensions = magic & 0xff;
        if (magic >>> 8 != UNSIGNED_BYTES || dimensions == 0) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "not an idx file of unsigned bytes: it begins with %08x, not 000008 and dimensions",
                    magic));
        }
        int items = header.getInt();
        int size = 1;
        for (int i = 1; i < dimensions; i++) {
            size = Math.multiplyExact(size, header.getInt());
        }
        int start = header.position();
        if (content.length - start != (long) items * size) {
            throw new DataException("an idx file of " + items + " items of " + size + " bytes has "
                    + (content.length - start) + " bytes after its header; it is cut off or damaged");
        }
        return new IdxFile(content, items, size, start);
    }

    /** The byte of an item, 0 to 255. */
    int at(int item, int index) {
        return content[start + item * size + index] & 0xff;
    }
}

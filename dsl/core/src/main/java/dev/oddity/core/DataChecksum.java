package dev.oddity.core;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import dev.oddity.reproducibility.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** SHA-256 of what an experiment saw, wherever it came from: of its rows, and of their division. */
final class DataChecksum {

    private static final int BLOCK = 8192;

    private DataChecksum() {}

    /**
     * Of names and cells of features and keys, column after column, and of labels: numbers as the bits of a double, a missing
     * one as NaN; other cells as their text, ended by a zero byte.
     */
    static String of(Dataset dataset) {
        MessageDigest digest = Sha256.digest();
        update(digest, dataset.table());
        update(digest, dataset.keys());
        byte[] labels = new byte[dataset.labelled() ? dataset.rows() : 0];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) (dataset.labels()[row] ? 1 : 0);
        }
        digest.update(labels);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the row numbers of all parts, each preceded by how many there are. */
    static String of(Partition parts) {
        MessageDigest digest = Sha256.digest();
        for (int[] rows :
                new int[][] {parts.train(), parts.validation(), parts.test(), parts.labelled(), parts.mislabelled()}) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Integer.BYTES * (rows.length + 1)).putInt(rows.length);
            bytes.asIntBuffer().put(rows);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Table table) {
        for (Column<?> column : table.columns()) {
            update(digest, column.name());
            if (column instanceof NumericColumn<?> numbers) {
                update(digest, numbers);
            } else {
                for (int row = 0; row < column.size(); row++) {
                    update(digest, column.getUnformattedString(row));
                }
            }
        }
    }

    private static void update(MessageDigest digest, NumericColumn<?> numbers) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES);
        for (int row = 0; row < numbers.size(); row++) {
            block.putDouble(numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row));
            if (!block.hasRemaining() || row + 1 == numbers.size()) {
                digest.update(block.array(), 0, block.position());
                block.clear();
            }
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}

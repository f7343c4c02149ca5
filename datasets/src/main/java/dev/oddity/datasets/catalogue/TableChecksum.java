package dev.oddity.datasets.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** SHA-256 of a table's column names and cells as text, each ended by a zero byte, column after column. */
final class TableChecksum {

    private TableChecksum() {}

    static String of(Table table) {
        MessageDigest digest = Sha256.digest();
        for (Column<?> column : table.columns()) {
            update(digest, column.name());
            for (int row = 0; row < column.size(); row++) {
                update(digest, column.getUnformattedString(row));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}

package dev.oddity.datasets.catalogue;

import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A table that nobody changes any more. Its checksum is found when first asked for: a second for a few million cells. */
final class TableCopy {

    private final Table table;
    private @Nullable String sha256;

    TableCopy(Table original) {
        this.table = original.copy();
    }

    /** Not to be changed. */
    Table table() {
        return table;
    }

    synchronized String sha256() {
        String known = sha256 == null ? TableChecksum.of(table) : sha256;
        sha256 = known;
        return known;
    }
}

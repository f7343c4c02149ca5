package dev.oddity.datasets;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Small data sets for tests. */
public final class Data {

    private Data() {}

    public static Dataset of(boolean[] labels, Column<?>... columns) {
        return new Dataset(
                "example",
                Table.create("example", columns),
                labels,
                new Provenance("a test", "", "", "", ""),
                List.of());
    }

    /** Every row is normal. */
    public static Dataset of(Column<?>... columns) {
        return of(new boolean[columns[0].size()], columns);
    }

    public static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}

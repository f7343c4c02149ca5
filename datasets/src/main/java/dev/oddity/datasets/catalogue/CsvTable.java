package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A user's CSV as a table of number, date and text columns, read as a stream: once, or a second time if a column turned out to
 * be of text after it had begun as something else.
 */
final class CsvTable {

    private static final List<String> MISSING = List.of("NA", "NaN", "nan", "null", "N/A", "*", "-");

    /** A table, the SHA-256 of the file it was read from, and what a reader of its figures must know. */
    record Loaded(Table table, String sha256, List<String> notes) {}

    private final String name;
    private final CsvFormat format;
    private final Labelling labelling;
    private final byte[][] missing;
    private final boolean[] beginsMark = new boolean[256];

    private CsvTable(String name, CsvFormat format, Labelling labelling) {
        this.name = name;
        this.format = format;
        this.labelling = labelling;
        this.missing = Stream.concat(MISSING.stream(), format.missing().stream())
                .map(mark -> mark.getBytes(format.encoding()))
                .toArray(byte[][]::new);
        for (byte[] mark : missing) {
            if (mark.length > 0) {
                beginsMark[mark[0] & 0xff] = true;
            }
        }
    }

    /** @param content opens the file, at most twice */
    static Loaded read(String name, Supplier<CsvContent> content, CsvFormat format, Labelling labelling) {
        CsvTable reader = new CsvTable(name, format, labelling);
        Set<String> asText = new TreeSet<>();
        List<String> notes = new ArrayList<>();
        while (true) {
            try (CsvContent stream = content.get()) {
                List<CsvColumn> columns = reader.columns(stream, asText);
                Set<String> broken = reader.broken(columns);
                // A column that is read again says nothing then, and one that is not says the same again.
                columns.stream()
                        .filter(column -> broken.isEmpty() || broken.contains(column.name()))
                        .forEach(column -> column.note().ifPresent(notes::add));
                if (broken.isEmpty()) {
                    List<Column<?>> finished =
                            columns.stream().map(CsvColumn::finish).collect(Collectors.toList());
                    return new Loaded(Table.create(name, finished), stream.sha256(), notes);
                }
                asText.addAll(broken);
            }
        }
    }

    /** Gives tables of so many rows, or the last of fewer, whose columns are all of text. */
    static void pieces(String name, CsvContent content, CsvFormat format, int rows, Consumer<Table> piece) {
        CsvTable reader = new CsvTable(name, format, Labelling.NONE);
        CsvCells cells = new CsvCells(name, content, format);
        List<String> header = reader.header(cells);
        boolean more = cells.next();
        while (more) {
            CsvColumn[] columns = header.stream().map(CsvColumn::text).toArray(CsvColumn[]::new);
            for (int row = 0; row < rows && more; row++) {
                reader.readRow(cells, columns);
                more = cells.next();
            }
            piece.accept(Table.create(name, Arrays.stream(columns).<Column<?>>map(CsvColumn::finish)));
        }
    }

    private Set<String> broken(List<CsvColumn> columns) {
        return columns.stream()
                .filter(column -> column.mustBeReadAsText(name))
                .map(CsvColumn::name)
                .collect(Collectors.toSet());
    }

    private List<CsvColumn> columns(CsvContent stream, Set<String> asText) {
        CsvCells cells = new CsvCells(name, stream, format);
        List<String> header = header(cells);
        format.types().check(name, header);
        CsvColumn[] columns =
                header.stream().map(column -> column(column, asText)).toArray(CsvColumn[]::new);
        while (cells.next()) {
            readRow(cells, columns);
        }
        if (cells.row() == 0) {
            throw new DataException(name + " has a header and no rows; give it at least one row");
        }
        return List.of(columns);
    }

    private CsvColumn column(String column, Set<String> asText) {
        if (column.equals(labelling.label())
                || asText.contains(column)
                || format.types().categorical().contains(column)) {
            return CsvColumn.text(column);
        }
        if (format.types().numeric().contains(column)) {
            return CsvColumn.numeric(column);
        }
        return labelling.dropped().contains(column) ? CsvColumn.key(column) : CsvColumn.detected(column);
    }

    private List<String> header(CsvCells cells) {
        List<String> header = new ArrayList<>();
        do {
            if (!cells.next()) {
                throw new DataException(name + " is empty; a file begins with a header line of column names");
            }
            String column = cells.text("").isBlank() ? "column" + (header.size() + 1) : cells.text("");
            if (header.stream().anyMatch(column::equalsIgnoreCase)) {
                throw new DataException(name + " has two columns named '" + column
                        + "', upper and lower case aside; give each its own name");
            }
            header.add(column);
        } while (!cells.isLastOfRow());
        for (char other : new char[] {';', '\t', '|', ','}) {
            if (header.size() == 1 && header.get(0).indexOf(other) >= 0) {
                String mark = other == '\t' ? "\\t" : String.valueOf(other);
                throw new DataException(name + " has one column only, '" + header.get(0)
                        + "'; if its cells are separated by another character, add .separator('" + mark + "')");
            }
        }
        return header;
    }

    /** Adds the row whose first cell the walk is at. */
    private void readRow(CsvCells cells, CsvColumn[] columns) {
        int column = 0;
        while (true) {
            if (column < columns.length) {
                columns[column].add(cells, isMissing(cells));
            }
            column++;
            if (cells.isLastOfRow()) {
                break;
            }
            cells.next();
        }
        if (column != columns.length) {
            throw new DataException("row " + cells.row() + " of " + name + " has " + column
                    + (column == 1 ? " cell" : " cells") + ", its header " + columns.length
                    + "; give every row as many cells as the"
                    + " header, and put a cell in quotes if it holds a '" + format.separator() + "'");
        }
    }

    private boolean isMissing(CsvCells cells) {
        int length = cells.to() - cells.from();
        if (length == 0) {
            return true;
        }
        if (!beginsMark[cells.bytes()[cells.from()] & 0xff]) {
            return false;
        }
        for (byte[] mark : missing) {
            if (mark.length == length && Arrays.equals(mark, 0, length, cells.bytes(), cells.from(), cells.to())) {
                return true;
            }
        }
        return false;
    }
}

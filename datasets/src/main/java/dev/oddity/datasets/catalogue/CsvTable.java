package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A user's CSV as a table of number and text columns: looked over once to learn which is which, then read. */
final class CsvTable {

    private static final Set<String> MISSING = Set.of("NA", "NaN", "nan", "null", "N/A", "*", "-");

    private final String name;
    private final byte[] text;
    private final CsvFormat format;
    private final Labelling labelling;
    private final Set<String> missing;
    private final int longestMark;

    private CsvTable(String name, byte[] text, CsvFormat format, Labelling labelling) {
        this.name = name;
        this.text = text;
        this.format = format;
        this.labelling = labelling;
        this.missing = new HashSet<>(MISSING);
        missing.addAll(format.missing());
        this.longestMark = missing.stream().mapToInt(String::length).max().orElse(0);
    }

    static Table read(String name, byte[] content, CsvFormat format, Labelling labelling) {
        return new CsvTable(name, CsvContent.text(name, content), format, labelling).read();
    }

    private Table read() {
        CsvCells cells = cells();
        List<String> header = header(cells);
        List<CellKinds> kinds = header.stream().map(CellKinds::new).toList();
        int rows = 0;
        while (nextRow(cells, header.size(), column -> kinds.get(column).count(cells, isMissing(cells)))) {
            rows++;
        }
        if (rows == 0) {
            throw new DataException(name + " has a header and no rows; give it at least one row");
        }
        return fill(header, kinds, rows);
    }

    private Table fill(List<String> header, List<CellKinds> kinds, int rows) {
        List<StringColumn> texts = header.stream().map(StringColumn::create).toList();
        double[][] numbers = new double[header.size()][];
        for (int column = 0; column < numbers.length; column++) {
            boolean isText = isText(header.get(column)) || kinds.get(column).isText(name);
            numbers[column] = new double[isText ? 0 : rows];
        }
        CsvCells cells = cells();
        nextRow(cells, header.size(), column -> {});
        while (nextRow(cells, header.size(), column -> {
            if (numbers[column].length > 0) {
                numbers[column][cells.row() - 1] =
                        isMissing(cells) ? Double.NaN : Decimal.parse(cells.bytes(), cells.from(), cells.to());
            } else {
                texts.get(column).append(isMissing(cells) ? "" : cells.text());
            }
        })) {}
        List<Column<?>> columns = new ArrayList<>();
        for (int column = 0; column < numbers.length; column++) {
            columns.add(
                    numbers[column].length > 0
                            ? DoubleColumn.create(header.get(column), numbers[column])
                            : texts.get(column));
        }
        return Table.create(name, columns);
    }

    private CsvCells cells() {
        return new CsvCells(name, text, format.separator());
    }

    private List<String> header(CsvCells cells) {
        List<String> header = new ArrayList<>();
        do {
            if (!cells.next()) {
                throw new DataException(name + " is empty; a file begins with a header line of column names");
            }
            String column = cells.text().isBlank() ? "column" + (header.size() + 1) : cells.text();
            if (header.contains(column)) {
                throw new DataException(name + " has two columns named '" + column + "'; give each its own name");
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

    /** Hands each column of the next row, with the walk at its cell, to {@code visitor}; false if there is no more row. */
    private boolean nextRow(CsvCells cells, int columns, IntConsumer visitor) {
        int column = 0;
        do {
            if (!cells.next()) {
                return false;
            }
            if (column < columns) {
                visitor.accept(column);
            }
            column++;
        } while (!cells.isLastOfRow());
        if (column != columns) {
            throw new DataException("row " + cells.row() + " of " + name + " has " + column
                    + (column == 1 ? " cell" : " cells") + ", its header " + columns
                    + "; give every row as many cells as the"
                    + " header, and put a cell in quotes if it holds a '" + format.separator() + "'");
        }
        return true;
    }

    private boolean isMissing(CsvCells cells) {
        int length = cells.to() - cells.from();
        return length == 0 || length <= longestMark && missing.contains(cells.text());
    }

    private boolean isText(String column) {
        return column.equals(labelling.label())
                || labelling.dropped().contains(column)
                || format.categorical().contains(column);
    }
}

package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** A user's CSV as a table of number and text columns. */
final class CsvTable {

    private static final List<ColumnType> TYPES =
            List.of(ColumnType.INTEGER, ColumnType.LONG, ColumnType.DOUBLE, ColumnType.STRING);

    private static final List<String> MISSING = List.of("", "NA", "NaN", "nan", "null", "N/A", "*", "-");

    private CsvTable() {}

    static Table read(String name, byte[] content, CsvFormat format, Labelling labelling) {
        byte[] text = withoutMark(name, content);
        if (new String(text, 0, Math.min(text.length, 1024), StandardCharsets.UTF_8).isBlank()) {
            throw new DataException(name + " is empty; a file begins with a header line of column names");
        }
        Table table = parse(name, text, format, labelling);
        if (table.isEmpty()) {
            throw new DataException(name + " has a header and no rows; give it at least one row");
        }
        table.columns().stream()
                .filter(column -> column instanceof StringColumn)
                .filter(column -> !isText(column.name(), format, labelling))
                .forEach(column -> refuseStrayText(name, (StringColumn) column));
        return table;
    }

    /** Unzipped, and without the mark that some programs put before UTF-8. */
    private static byte[] withoutMark(String name, byte[] content) {
        byte[] text = content;
        if (content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
            try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
                text = stream.readAllBytes();
            } catch (IOException broken) {
                throw new DataException(
                        name + " is a damaged gzip file (" + broken.getMessage() + "); copy it again", broken);
            }
        }
        boolean marked =
                text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb && (text[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }

    private static Table parse(String name, byte[] text, CsvFormat format, Labelling labelling) {
        try {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(
                                    new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))
                            .tableName(name)
                            .separator(format.separator())
                            .sample(false)
                            .columnTypesToDetect(TYPES)
                            .columnTypesPartial(column -> isText(column, format, labelling)
                                    ? Optional.of(ColumnType.STRING)
                                    : Optional.empty())
                            .missingValueIndicator(Stream.concat(MISSING.stream(), format.missing().stream())
                                    .toArray(String[]::new))
                            .build());
        } catch (RuntimeException malformed) {
            throw new DataException(
                    name + " cannot be read as a table (" + malformed.getMessage()
                            + "); every line has as many cells as the header, separated by '" + format.separator()
                            + "'",
                    malformed);
        }
    }

    private static boolean isText(String column, CsvFormat format, Labelling labelling) {
        return column.equals(labelling.label())
                || labelling.dropped().contains(column)
                || format.categorical().contains(column);
    }

    /** A text column where most cells are numbers was meant to be of numbers. */
    private static void refuseStrayText(String name, StringColumn column) {
        int numbers = 0;
        int present = 0;
        int firstText = -1;
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                present++;
                if (isNumber(column.get(row))) {
                    numbers++;
                } else if (firstText < 0) {
                    firstText = row;
                }
            }
        }
        if (firstText >= 0 && 2 * numbers > present) {
            String text = column.get(firstText);
            throw new DataException(
                    "column '" + column.name() + "' of " + name + " holds numbers in " + numbers + " of "
                            + present + " cells, but text in row " + (firstText + 1) + ": '" + text
                            + "'; correct it, or say what it"
                            + " is: .missing(\"" + text + "\") for a missing value, .categorical(\"" + column.name()
                            + "\") for a column of codes, .drop(\"" + column.name() + "\") to leave the column out");
        }
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException text) {
            return false;
        }
    }
}

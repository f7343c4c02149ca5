package dev.oddity.datasets.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Reads the comma-separated files that published sets come as: known columns, one record a line, no missing cell, a cell
 * perhaps in quotes but without commas, quotes or line ends inside. Their SHA-256 has been checked, so that nothing else
 * can come. A general reader has to look at every cell for more than that, and takes several times as long.
 */
final class PlainCsv {

    private final byte[] bytes;
    private final char separator;
    private int at;

    private PlainCsv(byte[] bytes, char separator) {
        this.bytes = bytes;
        this.separator = separator;
    }

    /**
     * @param content the file, gzip-compressed or not
     * @param skippedLines lines before the first record, such as a header
     * @param names of all columns, in order
     * @param text those columns that are text; all others are numbers
     */
    static Table read(byte[] content, int skippedLines, List<String> names, Set<String> text) {
        return read(content, skippedLines, names, text, ',');
    }

    static Table read(byte[] content, int skippedLines, List<String> names, Set<String> text, char separator) {
        PlainCsv reader = new PlainCsv(isGzip(content) ? unzip(content) : content, separator);
        for (int i = 0; i < skippedLines; i++) {
            reader.skipLine();
        }
        int rows = reader.countRecords();
        double[][] numbers = new double[names.size()][];
        StringColumn[] texts = new StringColumn[names.size()];
        for (int column = 0; column < numbers.length; column++) {
            String name = names.get(column);
            if (text.contains(name)) {
                texts[column] = StringColumn.create(name);
            } else {
                numbers[column] = new double[rows];
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < numbers.length; column++) {
                if (numbers[column] == null) {
                    texts[column].append(reader.text());
                } else {
                    numbers[column][row] = reader.number();
                }
            }
        }
        List<Column<?>> columns = new ArrayList<>();
        for (int column = 0; column < numbers.length; column++) {
            columns.add(
                    numbers[column] == null ? texts[column] : DoubleColumn.create(names.get(column), numbers[column]));
        }
        return Table.create("", columns);
    }

    /** The names in the first line. */
    static List<String> header(byte[] content) {
        return header(content, ',');
    }

    static List<String> header(byte[] content, char separator) {
        int end = 0;
        while (content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        String line = new String(content, 0, end, StandardCharsets.UTF_8);
        String names = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return List.of(names.split(Pattern.quote(String.valueOf(separator))));
    }

    /** Where a column of numbers is 1. */
    static boolean[] ones(Table table, String column) {
        DoubleColumn numbers = table.doubleColumn(column);
        boolean[] ones = new boolean[numbers.size()];
        for (int row = 0; row < ones.length; row++) {
            ones[row] = numbers.getDouble(row) == 1;
        }
        return ones;
    }

    private static boolean isGzip(byte[] content) {
        return content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b;
    }

    private static byte[] unzip(byte[] content) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16)) {
            return stream.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a file whose checksum is right is whole", impossible);
        }
    }

    private void skipLine() {
        while (bytes[at++] != '\n') {}
    }

    private int countRecords() {
        int count = 0;
        for (int i = at; i < bytes.length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count + (bytes[bytes.length - 1] == '\n' ? 0 : 1);
    }

    private String text() {
        int from = at;
        int to = endOfCell();
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private double number() {
        int from = at;
        int to = endOfCell();
        if (bytes[from] == '"') {
            from++;
            to--;
        }
        return Decimal.parse(bytes, from, to);
    }

    /** Where the cell ends; moves on to the next one. */
    private int endOfCell() {
        int end = at;
        while (end < bytes.length && bytes[end] != separator && bytes[end] != '\n') {
            end++;
        }
        at = end + 1;
        return end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}

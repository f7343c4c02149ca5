package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over the cells of comma-separated text (RFC 4180, any separator, any line end): a cell in quotes may hold
 * separators, line ends and doubled quotes; around others blanks are taken off; lines without any character are skipped. Of the
 * text only a stretch is held at a time.
 */
final class CsvCells {

    /** A cell longer than this is not one: somewhere a quote is not closed, or the file is no table. */
    private static final int LONGEST_CELL = 1 << 24;

    private final String name;
    private final CsvContent source;
    private final char separator;
    private final Charset encoding;
    private final boolean decimalComma;
    private byte[] withPoint = new byte[32];
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int at;
    private int end;
    private int row = -1;
    private boolean rowEnded = true;
    private byte[] bytes = buffer;
    private int from;
    private int to;

    CsvCells(String name, CsvContent source, CsvFormat format) {
        this.name = name;
        this.source = source;
        this.separator = format.separator();
        this.encoding = format.encoding();
        this.decimalComma = format.decimalComma();
    }

    /** Moves to the next cell; false after the last one. */
    boolean next() {
        start = at;
        if (rowEnded) {
            while (has() && isLineEnd(buffer[at])) {
                start = ++at;
            }
            if (!has()) {
                return false;
            }
            row++;
        }
        skipBlanks();
        start = at;
        if (has() && buffer[at] == '"') {
            quoted();
        } else {
            plain();
        }
        boolean more = has();
        rowEnded = !more || isLineEnd(buffer[at]);
        at += more ? 1 : 0;
        return true;
    }

    /** The row of the cell: 0 is the header, the first one after it 1. */
    int row() {
        return row;
    }

    boolean isLastOfRow() {
        return rowEnded;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The number that the cell is; NaN if it is none. */
    double number() {
        return decimalComma ? numberWithComma() : Decimal.tryParse(bytes, from, to);
    }

    boolean isNumber() {
        return decimalComma ? !Double.isNaN(numberWithComma()) : Decimal.isNumber(bytes, from, to);
    }

    /** Whether the cell would be a number if a comma were a decimal one: {@code -3,14}. */
    boolean hasDecimalComma() {
        boolean comma = false;
        for (int i = from; i < to; i++) {
            comma |= bytes[i] == ',';
        }
        return comma && !Double.isNaN(numberWithComma());
    }

    private double numberWithComma() {
        int length = to - from;
        if (length > withPoint.length) {
            withPoint = new byte[2 * length];
        }
        for (int i = 0; i < length; i++) {
            byte letter = bytes[from + i];
            if (letter == '.') {
                return Double.NaN;
            }
            withPoint[i] = letter == ',' ? (byte) '.' : letter;
        }
        return Decimal.tryParse(withPoint, 0, length);
    }

    /** @param column its name in a message */
    String text(String column) {
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            ascii &= bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            String guess = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            throw new DataException(
                    (row == 0 ? "the header of " + name : "column '" + column + "' in row " + row + " of " + name)
                            + " is not written in " + encoding + "; save the file as UTF-8, or name its encoding:"
                            + " .encoding(\"ISO-8859-1\") reads '" + guess + "'",
                    other);
        }
    }

    private void plain() {
        do {
            while (at < end && buffer[at] != separator && !isLineEnd(buffer[at])) {
                at++;
            }
        } while (at == end && more());
        bytes = buffer;
        from = start;
        to = at;
        while (to > from && buffer[to - 1] == ' ') {
            to--;
        }
    }

    private void quoted() {
        at++;
        int doubled = 0;
        while (has() && (buffer[at] != '"' || isDoubled())) {
            doubled += buffer[at] == '"' ? 1 : 0;
            at += buffer[at] == '"' ? 2 : 1;
        }
        if (!has()) {
            throw new DataException("a quote opened in row " + row + " of " + name
                    + " is never closed; close it, or double the quotes that belong to a text");
        }
        int length = at - start - 1;
        at++;
        skipBlanks();
        if (has() && buffer[at] != separator && !isLineEnd(buffer[at])) {
            throw new DataException("text follows a closing quote in row " + row + " of " + name
                    + "; double the quotes that belong to a text");
        }
        bytes = buffer;
        from = start + 1;
        to = from + length;
        if (doubled > 0) {
            undouble(length - doubled);
        }
    }

    private void undouble(int length) {
        byte[] single = new byte[length];
        for (int i = 0, read = from; i < length; i++, read++) {
            single[i] = buffer[read];
            read += buffer[read] == '"' ? 1 : 0;
        }
        bytes = single;
        from = 0;
        to = length;
    }

    private boolean isDoubled() {
        return (at + 1 < end || more()) && buffer[at + 1] == '"';
    }

    private void skipBlanks() {
        while (has() && buffer[at] == ' ' && separator != ' ') {
            at++;
        }
    }

    private boolean has() {
        return at < end || more();
    }

    /** Reads on, keeping the cell begun at {@code start}; false at the end of the text. */
    private boolean more() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            at -= start;
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (end >= LONGEST_CELL) {
                throw new DataException("a cell in row " + row + " of " + name + " is longer than " + LONGEST_CELL
                        + " bytes; close its quotes, or check that the file is a table of text");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = source.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private static boolean isLineEnd(byte letter) {
        return letter == '\n' || letter == '\r';
    }
}

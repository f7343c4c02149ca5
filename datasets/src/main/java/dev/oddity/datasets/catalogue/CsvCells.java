package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the cells of comma-separated text (RFC 4180, any separator, any line end): a cell in quotes may hold
 * separators, line ends and doubled quotes; around others blanks are taken off; lines without any character are skipped.
 */
final class CsvCells {

    private final String name;
    private final byte[] source;
    private final char separator;
    private int at;
    private int row = -1;
    private boolean rowEnded = true;
    private byte[] bytes;
    private int from;
    private int to;

    CsvCells(String name, byte[] source, char separator) {
        this.name = name;
        this.source = source;
        this.separator = separator;
        this.bytes = source;
    }

    /** Moves to the next cell; false after the last one. */
    boolean next() {
        if (rowEnded) {
            while (at < source.length && isLineEnd(source[at])) {
                at++;
            }
            if (at >= source.length) {
                return false;
            }
            row++;
        }
        skipBlanks();
        if (at < source.length && source[at] == '"') {
            quoted();
        } else {
            plain();
        }
        rowEnded = at >= source.length || isLineEnd(source[at]);
        at++;
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

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void plain() {
        bytes = source;
        from = at;
        while (at < source.length && source[at] != separator && !isLineEnd(source[at])) {
            at++;
        }
        to = at;
        while (to > from && source[to - 1] == ' ') {
            to--;
        }
    }

    private void quoted() {
        int opened = ++at;
        int doubled = 0;
        while (at < source.length && (source[at] != '"' || isDoubled())) {
            doubled += source[at] == '"' ? 1 : 0;
            at += source[at] == '"' ? 2 : 1;
        }
        if (at >= source.length) {
            throw new DataException("a quote opened in row " + row + " of " + name
                    + " is never closed; close it, or double the quotes that belong to a text");
        }
        bytes = source;
        from = opened;
        to = at;
        if (doubled > 0) {
            bytes = new String(source, from, to - from, StandardCharsets.UTF_8)
                    .replace("\"\"", "\"")
                    .getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = bytes.length;
        }
        at++;
        skipBlanks();
        if (at < source.length && source[at] != separator && !isLineEnd(source[at])) {
            throw new DataException("text follows a closing quote in row " + row + " of " + name
                    + "; double the quotes that belong to a text");
        }
    }

    private boolean isDoubled() {
        return at + 1 < source.length && source[at + 1] == '"';
    }

    private void skipBlanks() {
        while (at < source.length && source[at] == ' ' && separator != ' ') {
            at++;
        }
    }

    private static boolean isLineEnd(byte letter) {
        return letter == '\n' || letter == '\r';
    }
}

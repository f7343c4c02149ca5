package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a file's cells are to be understood.
 *
 * @param separator between cells
 * @param encoding of texts; one that writes separators, quotes, digits and line ends as ASCII does
 * @param types of columns, where a user names them
 * @param missing marks of a missing value, besides the usual ones
 * @param decimalComma whether a comma stands where others write a point: {@code 3,14}
 */
record CsvFormat(char separator, Charset encoding, ColumnTypes types, Set<String> missing, boolean decimalComma) {

    static final CsvFormat PLAIN = new CsvFormat(',', StandardCharsets.UTF_8, ColumnTypes.AS_FOUND, Set.of(), false);

    CsvFormat {
        missing = Set.copyOf(missing);
    }

    CsvFormat withSeparator(char other) {
        return new CsvFormat(other, encoding, types, missing, decimalComma);
    }

    CsvFormat withEncoding(String name) {
        return new CsvFormat(separator, charset(name), types, missing, decimalComma);
    }

    CsvFormat withTypes(ColumnTypes other) {
        return new CsvFormat(separator, encoding, other, missing, decimalComma);
    }

    CsvFormat withMissing(Set<String> marks) {
        return new CsvFormat(separator, encoding, types, marks, decimalComma);
    }

    CsvFormat withDecimalComma() {
        return new CsvFormat(separator, encoding, types, missing, true);
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            byte[] ascii = "a0,;\"\r\n".getBytes(StandardCharsets.US_ASCII);
            if (Arrays.equals("a0,;\"\r\n".getBytes(charset), ascii)) {
                return charset;
            }
            throw new DataException(
                    "encoding(\"" + name
                            + "\") does not write plain letters as ASCII does; save the file as UTF-8 and leave .encoding(..) out");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new DataException(
                    "no encoding '" + name + "' here; take one such as UTF-8, ISO-8859-1 or windows-1252", unknown);
        }
    }

    void describe(Map<String, Object> tree) {
        tree.put("separator", String.valueOf(separator));
        tree.put("encoding", encoding.name());
        tree.put("missing", List.copyOf(new TreeSet<>(missing)));
        if (decimalComma) {
            tree.put("decimalComma", true);
        }
        types.describe(tree);
    }

    String sentence() {
        return (separator == ',' ? "" : ".separator('" + (separator == '\t' ? "\\t" : separator) + "')")
                + (encoding.equals(StandardCharsets.UTF_8) ? "" : ".encoding(\"" + encoding + "\")")
                + (decimalComma ? ".decimalComma()" : "")
                + types.sentence()
                + ColumnTypes.words(".missing", missing);
    }
}

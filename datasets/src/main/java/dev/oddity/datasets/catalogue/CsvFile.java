package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tech.tablesaw.api.Table;

/**
 * A file of your own: comma-separated values as in RFC 4180 with a header line, in UTF-8, perhaps gzip-compressed.
 *
 * <p>A column is of numbers if every cell is one (a decimal number, or {@code inf}) or missing: empty, {@code NA}, {@code
 * NaN}, {@code nan}, {@code null}, {@code N/A}, {@code *} or {@code -}. It is of dates or timestamps if every cell is one as
 * ISO 8601 has them ({@code 2026-11-22}, {@code 2026-11-22T10:15:30Z}, also with a blank for the T; UTC without an offset): a
 * preparation makes them days or seconds since 1970 began. It is of truth values if every cell is true or false, in letters of
 * either case, or missing: a preparation makes them 1 and 0. Else it is of text. One where most cells are numbers and some are
 * text is refused, as the text is most likely a slip: see {@link #categorical}, {@link #numeric} and {@link #missing}. Where all
 * cells are numbers with a decimal comma, a note says so: see {@link #decimalComma}. A column without a name is called {@code
 * column1} and so on, by its place.
 *
 * <p>The file is read as a stream, in time linear in its size; of a column of numbers 8 bytes a cell are kept.
 *
 * <p>By default a random 60 % of the normal rows train and all else tests, or, of data that are {@link #unlabelled}, all rows
 * train; text columns are one-hot coded, number columns
 * z-scored.
 */
public final class CsvFile extends CatalogueSource<CsvFile> {

    private final Path path;
    private final CsvFormat format;
    private final Labelling labelling;

    private CsvFile(Path path, CsvFormat format, Labelling labelling, Choices choices) {
        super(choices);
        this.path = path;
        this.format = format;
        this.labelling = labelling;
    }

    static CsvFile of(Path path) {
        return new CsvFile(path, CsvFormat.PLAIN, Labelling.NONE, Choices.NONE);
    }

    /** The column that says what is an anomaly: where it holds 1 or true; 0 or false is normal. */
    public CsvFile label(String column) {
        return new CsvFile(path, format, labelling.label(column), choices);
    }

    /**
     * Says that no column tells what is an anomaly: every row trains, none tests. Such data are there for {@code fit()}; there
     * is nothing to evaluate.
     */
    public CsvFile unlabelled() {
        return new CsvFile(path, format, labelling.none(), choices);
    }

    /** The label's values that mark an anomaly; every other value is normal. */
    public CsvFile positive(String... values) {
        return new CsvFile(path, format, labelling.positive(values), choices);
    }

    /** The label's values that are normal; every other value marks an anomaly, such as the names of attacks. */
    public CsvFile normal(String... values) {
        return new CsvFile(path, format, labelling.normal(values), choices);
    }

    /** Columns that are no features, such as row numbers; a split may still divide by them. */
    public CsvFile drop(String... columns) {
        return new CsvFile(path, format, labelling.drop(columns), choices);
    }

    /** Columns to be read as text even if they look like numbers or dates, such as codes. */
    public CsvFile categorical(String... columns) {
        return with(format.withTypes(format.types().categorical(columns)));
    }

    /** Columns to be read as numbers; a cell that is none counts as missing. */
    public CsvFile numeric(String... columns) {
        return with(format.withTypes(format.types().numeric(columns)));
    }

    /** Further marks of a missing value, such as {@code "?"}. */
    public CsvFile missing(String... marks) {
        Set<String> all = new TreeSet<>(format.missing());
        all.addAll(List.of(marks));
        return with(format.withMissing(all));
    }

    /** How texts are written, if not in UTF-8: such as ISO-8859-1 or windows-1252. */
    public CsvFile encoding(String name) {
        return with(format.withEncoding(name));
    }

    private CsvFile with(CsvFormat other) {
        return new CsvFile(path, other, labelling, choices);
    }

    /** What stands between cells, if it is no comma. */
    public CsvFile separator(char separator) {
        return with(format.withSeparator(separator));
    }

    /**
     * Numbers are written with a decimal comma, as in {@code 3,14}; a point is then no part of a number. Such files mostly have
     * {@code .separator(';')}; where the separator is a comma, such cells stand in quotes.
     */
    public CsvFile decimalComma() {
        return with(format.withDecimalComma());
    }

    @Override
    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("path", path.toString());
        format.describe(tree);
        labelling.describe(tree);
        return tree;
    }

    @Override
    public Dataset load() {
        CsvTable.Loaded loaded = CsvTable.read(name(), () -> CsvContent.open(path), format, labelling);
        Table table = loaded.table();
        Provenance provenance = new Provenance(
                "a file of " + String.format(Locale.ROOT, "%,d", table.rowCount()) + " rows",
                path.toString(),
                "unknown",
                "",
                loaded.sha256());
        return choices.of(labelling.of(name(), table, provenance, loaded.notes()));
    }

    /**
     * Reads its rows in pieces, in the order of the file, without holding more than one of them. Every column, the label too, is
     * one of text there, as what a column is of shows only at its end: a fitted preparation reads numbers and dates in text.
     *
     * @param rows of a piece, at least 1; the last may have fewer
     * @param piece given one table after the other
     */
    public void inPieces(int rows, Consumer<Table> piece) {
        try (CsvContent content = CsvContent.open(path)) {
            CsvTable.pieces(name(), content, format, rows, piece);
        }
    }

    @Override
    Split ownSplit() {
        return labelling.split();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.oneHot().standard();
    }

    @Override
    CsvFile with(Choices chosen) {
        return new CsvFile(path, format, labelling, chosen);
    }

    @Override
    public CsvFile sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "csv(" + Quoted.text(path) + ")" + labelling.sentence() + format.sentence() + choices.sentence();
    }
}

package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import java.util.Optional;
import java.util.regex.Pattern;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.dates.DateColumnType;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.DateTimeColumnType;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/**
 * One column while a file is read. The first cell that is not missing says what the column is of; a cell that is something else
 * later makes it one of text, for which the file has to be read again, as what was no text was not kept as such.
 */
final class CsvColumn {

    private enum Kind {
        UNDECIDED,
        NUMBER,
        DATE,
        TIME,
        TEXT,
        /** Began as something else than text; its cells are only counted from now on. */
        BROKEN
    }

    /** Read as 1.234 or as 1234, as one likes. */
    private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");

    private final String name;
    private final boolean numeric;
    private final boolean lenient;
    private Kind kind;
    private NumberList numbers = new NumberList();
    private StringColumn texts;
    private final TextCache cache = new TextCache();
    private int numberCells;
    private int otherCells;
    private int firstOtherRow;
    private String firstOther = "";
    private boolean onlyCommas = true;
    private String firstComma = "";

    private CsvColumn(String name, Kind kind, boolean numeric, boolean lenient) {
        this.name = name;
        this.kind = kind;
        this.numeric = numeric;
        this.lenient = lenient;
        this.texts = StringColumn.create(name);
    }

    static CsvColumn detected(String name) {
        return new CsvColumn(name, Kind.UNDECIDED, false, false);
    }

    /** Of numbers: what is none counts as missing. */
    static CsvColumn numeric(String name) {
        return new CsvColumn(name, Kind.NUMBER, true, true);
    }

    /** Of texts, whatever they look like. */
    static CsvColumn text(String name) {
        return new CsvColumn(name, Kind.TEXT, false, true);
    }

    /** No feature: found out as others are, but mixed cells are no slip. */
    static CsvColumn key(String name) {
        return new CsvColumn(name, Kind.UNDECIDED, false, true);
    }

    String name() {
        return name;
    }

    void add(CsvCells cells, boolean missing) {
        if (missing) {
            addMissing();
            return;
        }
        if (kind == Kind.UNDECIDED) {
            decide(cells);
        }
        switch (kind) {
            case NUMBER -> addNumber(cells);
            case DATE -> addTime(cells, IsoTime.days(cells));
            case TIME -> addTime(cells, IsoTime.millis(cells));
            case TEXT -> {
                count(cells);
                texts.append(cache.text(cells, name));
            }
            default -> count(cells);
        }
    }

    private void addMissing() {
        if (kind == Kind.TEXT) {
            texts.append("");
        } else if (kind != Kind.BROKEN) {
            numbers.add(Double.NaN);
        }
    }

    private void decide(CsvCells cells) {
        if (cells.isNumber()) {
            kind = Kind.NUMBER;
        } else if (!Double.isNaN(IsoTime.days(cells))) {
            kind = Kind.DATE;
        } else if (!Double.isNaN(IsoTime.millis(cells))) {
            kind = Kind.TIME;
        } else {
            kind = Kind.TEXT;
            for (int i = numbers.size(); i > 0; i--) {
                texts.append("");
            }
            numbers = new NumberList();
        }
    }

    private void addNumber(CsvCells cells) {
        double number = cells.number();
        if (!Double.isNaN(number)) {
            numberCells++;
            numbers.add(number);
        } else if (numeric) {
            look(cells);
            numbers.add(Double.NaN);
        } else {
            breakOff(cells);
        }
    }

    private void addTime(CsvCells cells, double time) {
        if (Double.isNaN(time)) {
            otherCells = numbers.size();
            onlyCommas = false;
            breakOff(cells);
        } else {
            numbers.add(time);
        }
    }

    private void breakOff(CsvCells cells) {
        kind = Kind.BROKEN;
        numbers = new NumberList();
        count(cells);
    }

    private void count(CsvCells cells) {
        if (lenient) {
            return;
        }
        if (cells.isNumber()) {
            numberCells++;
            return;
        }
        if (firstOtherRow == 0) {
            firstOtherRow = cells.row();
            firstOther = cells.text(name);
        }
        otherCells++;
        look(cells);
    }

    /** At a cell that is no number: perhaps it is one with a decimal comma. */
    private void look(CsvCells cells) {
        onlyCommas = onlyCommas && cells.hasDecimalComma();
        if (onlyCommas && firstComma.isEmpty()) {
            firstComma = cells.text(name);
        }
    }

    /** What a reader should know of the column: that it seems to be one of numbers, written in another way. */
    Optional<String> note() {
        return !onlyCommas || firstComma.isEmpty()
                ? Optional.empty()
                : Optional.of("Column '" + name + "' " + (numeric ? "has cells read as missing" : "was read as text")
                        + ", such as '" + firstComma
                        + "'; if that is a number with a decimal comma, add .decimalComma() to csv(..)"
                        + (GROUPED.matcher(firstComma).matches()
                                ? ", and if its comma groups thousands, write the numbers without."
                                : "."));
    }

    /**
     * Whether the file has to be read again, with this as a column of text.
     *
     * @throws DataException if most cells are numbers but not all: then the others are most likely slips
     */
    boolean mustBeReadAsText(String file) {
        if (!lenient && otherCells > 0 && numberCells > otherCells) {
            throw new DataException("column '" + name + "' of " + file + " holds numbers in " + numberCells + " of "
                    + (numberCells + otherCells) + " cells, but text in row " + firstOtherRow + ": '" + firstOther
                    + "'; "
                    + (note().isPresent() ? "if that is a number with a decimal comma, add .decimalComma(); else " : "")
                    + "correct it, or say what it is: .missing(\"" + firstOther
                    + "\") for a missing value, .numeric(\"" + name
                    + "\") if all that is no number is one, .categorical(\"" + name
                    + "\") for a column of codes, .drop(\"" + name + "\") to leave the column out");
        }
        return kind == Kind.BROKEN;
    }

    /** The column; what was gathered for it is let go. */
    Column<?> finish() {
        if (kind == Kind.TEXT) {
            StringColumn column = texts;
            texts = StringColumn.create(name);
            return lenient || !isOfTruths(column) ? column : truths(column);
        }
        double[] values = numbers.toArray();
        numbers = new NumberList();
        return switch (kind) {
            case DATE -> DateColumn.createInternal(name, dates(values));
            case TIME -> DateTimeColumn.createInternal(name, times(values));
            default -> DoubleColumn.create(name, values);
        };
    }

    private static boolean isOfTruths(StringColumn column) {
        return column.unique().asList().stream()
                .allMatch(text -> text.isEmpty() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    }

    private BooleanColumn truths(StringColumn column) {
        BooleanColumn truths = BooleanColumn.create(name);
        for (String text : column) {
            if (text.isEmpty()) {
                truths.appendMissing();
            } else {
                truths.append(text.equalsIgnoreCase("true"));
            }
        }
        return truths;
    }

    private static int[] dates(double[] days) {
        int[] packed = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            packed[i] = Double.isNaN(days[i])
                    ? DateColumnType.missingValueIndicator()
                    : PackedLocalDate.pack(IsoTime.date(days[i]));
        }
        return packed;
    }

    private static long[] times(double[] millis) {
        long[] packed = new long[millis.length];
        for (int i = 0; i < millis.length; i++) {
            packed[i] = Double.isNaN(millis[i])
                    ? DateTimeColumnType.missingValueIndicator()
                    : PackedLocalDateTime.pack(IsoTime.time(millis[i]));
        }
        return packed;
    }
}

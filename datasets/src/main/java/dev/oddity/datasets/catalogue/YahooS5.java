package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.DataUnavailableException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A real series of Yahoo's Webscope S5 (Laptev and Amizadeh 2015): hourly traffic to a service, with points marked by hand.
 * Yahoo gives the data to researchers on request and allows no redistribution: ask at <a
 * href="https://webscope.sandbox.yahoo.com/catalog.php?datatype=s&amp;did=70">webscope.sandbox.yahoo.com</a>, unpack what
 * comes, and name the folder that holds {@code A1Benchmark}.
 *
 * <p>By default the first 40 % of the points train, without anomalies, and the later ones test; z-scores.
 */
public final class YahooS5 extends CatalogueSource<YahooS5> {

    private static final String HOW = "Yahoo S5 may not be passed on: ask for it at"
            + " https://webscope.sandbox.yahoo.com (data set S5), unpack it, and name the folder that holds A1Benchmark";
    private static final int SERIES = 67;
    private static final List<String> COLUMNS = List.of("timestamp", "value", "is_anomaly");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "yahooS5(folder)",
            "Hourly traffic to services of Yahoo, 67 real series, points marked by hand.",
            CatalogueEntry.Kind.SERIES,
            List.of(),
            "https://webscope.sandbox.yahoo.com/catalog.php?datatype=s&did=70",
            "research on request; Yahoo Webscope agreement, no redistribution",
            "Laptev, N., Amizadeh, S. (2015). A Labeled Anomaly Detection Dataset S5. Yahoo Webscope.",
            List.of(),
            HOW,
            List.of(
                    Trap.always(
                            "Points were marked by hand, and many series can be solved by one line of code (Wu and Keogh"
                                    + " 2021)."),
                    Trap.aside(
                            "Nothing is known here of the files before you give them: there are no counts and no SHA-256;"
                                    + " the report says the SHA-256 of what was read."),
                    Trap.aside("The licence forbids to pass the data on, also in a notebook's output.")));

    private final Path folder;
    private final int number;

    private YahooS5(Path folder, int number, Choices choices) {
        super(choices);
        this.folder = folder;
        this.number = number;
    }

    static YahooS5 of(Path folder) {
        return new YahooS5(folder, 1, Choices.NONE);
    }

    /**
     * Another of the 67 real series.
     *
     * @param number 1 to 67, as in {@code real_1.csv}
     */
    public YahooS5 real(int number) {
        if (number < 1 || number > SERIES) {
            throw new DataException("real(" + number + "): the real series have the numbers 1 to 67, such as real(1)");
        }
        return new YahooS5(folder, number, choices);
    }

    @Override
    public String name() {
        return "yahooS5/real_" + number;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe("yahooS5", ownSplit(), ownPreparation());
        tree.put("series", "A1Benchmark/real_" + number);
        return tree;
    }

    @Override
    public Dataset load() {
        Path file = folder.resolve("A1Benchmark").resolve("real_" + number + ".csv");
        if (!Files.isRegularFile(file)) {
            throw new DataUnavailableException("no file " + file + "; " + HOW);
        }
        CsvTable.Loaded loaded =
                CsvTable.read(file.toString(), () -> CsvContent.open(file), CsvFormat.PLAIN, Labelling.NONE);
        Table table = loaded.table();
        if (!table.columnNames().equals(COLUMNS)) {
            throw new DataException(file + " has the columns " + String.join(", ", table.columnNames())
                    + ", and the series of A1Benchmark have timestamp, value, is_anomaly; put the original file there");
        }
        for (Column<?> column : table.columns()) {
            if (!(column instanceof DoubleColumn)) {
                throw new DataException("the column '" + column.name() + "' of " + file
                        + " is not one of numbers, as in the series of A1Benchmark; put the original file there");
            }
        }
        boolean[] labels = PlainCsv.ones(table, "is_anomaly");
        table.removeColumns("timestamp", "is_anomaly");
        return choices.of(new Dataset(
                        name(),
                        table,
                        labels,
                        new Provenance(
                                "A1Benchmark/real_" + number + ".csv",
                                ENTRY.source(),
                                ENTRY.licence(),
                                ENTRY.citation(),
                                loaded.sha256()),
                        ENTRY.notes())
                .asSeries());
    }

    @Override
    Split ownSplit() {
        return Splits.temporal(0.4).normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.standard();
    }

    @Override
    YahooS5 with(Choices chosen) {
        return new YahooS5(folder, number, chosen);
    }

    @Override
    public String toString() {
        return "yahooS5(" + Quoted.text(folder) + ")" + (number == 1 ? "" : ".real(" + number + ")")
                + choices.sentence();
    }
}

package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.RowShape;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Vibration of bearings (Case Western Reserve University), drive end, no load, 48 kHz: a healthy bearing, and faults of
 * 0.007 inch in the inner race, the ball and the outer race, 120,000 samples each. Each record is cut into windows of 1,024
 * samples without overlap; windows of the faults are the anomalies.
 *
 * <p>A window is a row, and a window of steps × 1 feature. Rows are in the order of time, the first window of every record,
 * then the second, and so on. By default the healthy windows of the first 60 % of the time train, and all four records'
 * windows of the rest test: windows of one record depend on each other, and drawn at random a test window would lie between
 * two training windows.
 */
public final class Bearing extends CatalogueSource<Bearing> {

    static final PublishedFile SIGNALS = new PublishedFile(
            "cwru/cwru_48k_de_load0_007.csv",
            5_055_636,
            "8e6b6c306339d2d0e4a7aee09f949fa7ec17e18acb01d80e024c3028af4ea691",
            "");

    static final PublishedFile FEATURES = new PublishedFile(
            "cwru/feature_time_48k_2048_load_1.csv",
            348_422,
            "dfd038d7da29269101a9fbd9d87557a5b1181db81758c1ee395351df30bd5d80",
            "");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "bearing()",
            "Vibration of bearings, healthy or with a fault made by a machine (Case Western Reserve University).",
            CatalogueEntry.Kind.SERIES,
            List.of(
                    new Variant("bearing()", "windows of 1,024 samples, 4 records", 4 * 117, 1_024, 3 * 117),
                    new Variant("bearing().features()", "9 statistics of windows, 10 records", 2_300, 9, 2_070)),
            "https://engineering.case.edu/bearingdatacenter",
            "unknown",
            "Case Western Reserve University Bearing Data Center.",
            List.of(SIGNALS, FEATURES),
            "ask at https://engineering.case.edu/bearingdatacenter; columns normal, ir007, ball007, or007 as"
                    + " cwru/cwru_48k_de_load0_007.csv",
            List.of(
                    Trap.under(
                            "bearing()",
                            "Three of four records are faults, made by a machine: the anomalies are easier than worn"
                                    + " bearings."),
                    Trap.under(".features()", "Anomalies are nine of ten records, 90 % of all rows."),
                    Trap.under(
                            Trap.AT_RANDOM,
                            "Windows of one record depend strongly on each other, and this split is not one in time: test"
                                    + " windows lie between training windows of the same record."),
                    Trap.under("bearing()", "Whether the healthy record was sampled at 12 or 48 kHz is disputed."),
                    Trap.aside(
                            "The windows are of few records: a figure says how well these bearings are told apart, not"
                                    + " how well others would be.")));

    private static final int LENGTH = 1_024;
    private static final String FAULT = "fault";
    private static final String HEALTHY = "Normal_1";

    private final int length;
    private final boolean features;

    private Bearing(int length, boolean features, Choices choices) {
        super(choices);
        this.length = length;
        this.features = features;
    }

    static Bearing signals() {
        return new Bearing(LENGTH, false, Choices.NONE);
    }

    /**
     * Windows of so many samples.
     *
     * @param samples 1 to 40,000
     */
    public Bearing length(int samples) {
        if (samples < 1 || samples > 40_000) {
            throw new DataException("length(" + samples
                    + "): a window of a record of 120,000 samples has 1 to 40,000 of them, such as length(1024)");
        }
        return new Bearing(samples, features, choices);
    }

    /**
     * Nine statistics of windows of 2,048 samples (maximum, minimum, mean, standard deviation, root mean square, skewness,
     * kurtosis, crest and form factor), load 1 hp: 230 windows each of the healthy bearing and of nine faults. z-scores.
     */
    public Bearing features() {
        return new Bearing(length, true, choices);
    }

    @Override
    public String name() {
        return "bearing";
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe(name(), ownSplit(), ownPreparation());
        tree.put("features", features);
        if (!features) {
            tree.put("length", length);
        }
        return tree;
    }

    @Override
    public Dataset load() {
        return load(Lookup.here());
    }

    Dataset load(Lookup lookup) {
        return choices.of(features ? statistics(lookup) : windows(lookup));
    }

    private Dataset windows(Lookup lookup) {
        byte[] content = lookup.read(SIGNALS);
        List<String> records = PlainCsv.header(content);
        Table signals = PlainCsv.read(content, 1, records, Set.of());
        int windows = signals.rowCount() / length;
        boolean[] labels = new boolean[windows * records.size()];
        double[][] samples = new double[length][labels.length];
        for (int record = 0; record < records.size(); record++) {
            DoubleColumn signal = signals.doubleColumn(record);
            for (int window = 0; window < windows; window++) {
                int row = window * records.size() + record;
                labels[row] = !records.get(record).equals("normal");
                for (int step = 0; step < length; step++) {
                    samples[step][row] = signal.getDouble(window * length + step);
                }
            }
        }
        Table table = Table.create(
                name(), IntStream.range(0, length).mapToObj(step -> DoubleColumn.create("t" + step, samples[step])));
        return new Dataset(
                        name(),
                        table,
                        labels,
                        ENTRY.provenance("raw signals, 4 records of 120,000 samples", SIGNALS),
                        notes())
                .withLayout(RowShape.steps(length, 1));
    }

    private Dataset statistics(Lookup lookup) {
        byte[] content = lookup.read(FEATURES);
        Table raw = PlainCsv.read(content, 1, PlainCsv.header(content), Set.of(FAULT));
        int[] inTime = inTime(raw.stringColumn(FAULT));
        // Table.rows keeps the table's own order, whatever order is asked for; columns obey.
        Table table = Table.create(raw.name(), raw.columns().stream().<Column<?>>map(column -> column.subset(inTime)));
        StringColumn faults = table.stringColumn(FAULT);
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = !faults.get(row).equals(HEALTHY);
        }
        table.removeColumns(FAULT);
        return new Dataset(name(), table, labels, ENTRY.provenance("window features, 2,300 rows", FEATURES), notes());
    }

    /** Row numbers such that the first row of every record comes first, then the second of every record. */
    private static int[] inTime(StringColumn records) {
        Map<String, Integer> seen = new TreeMap<>();
        int[] places = new int[records.size()];
        for (int row = 0; row < places.length; row++) {
            places[row] = seen.merge(records.get(row), 1, Integer::sum);
        }
        return IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingInt(row -> places[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<String> notes() {
        return ENTRY.notes(features ? ".features()" : ENTRY.word(), split().exchangeable() ? Trap.AT_RANDOM : "");
    }

    @Override
    Split ownSplit() {
        return Splits.temporal(0.6).normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return features ? Preparations.standard() : Preparations.passthrough();
    }

    @Override
    Bearing with(Choices chosen) {
        return new Bearing(length, features, chosen);
    }

    @Override
    public Bearing sample(int rows) {
        return with(choices.sample(rows));
    }

    @Override
    public String toString() {
        return "bearing()" + (features ? ".features()" : length == LENGTH ? "" : ".length(" + length + ")")
                + choices.sentence();
    }
}

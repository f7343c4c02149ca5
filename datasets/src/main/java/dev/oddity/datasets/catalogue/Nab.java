package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Provenance;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A series of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015): one value per point, in the order of time, with the
 * benchmark's labelled windows. A point is an anomaly if its time lies in a window of {@code combined_windows.json}, both
 * ends included.
 *
 * <p>By default the first 15 % of the points train, without those in windows, and the later ones test; z-scores. (In the
 * benchmark itself a detector learns as it goes; 15 %, at most 750 points, are its probation.) Each point is an example by
 * itself; {@code .windows(64)} makes windows. The timestamps, as text, are kept beside the features.
 */
public final class Nab extends CatalogueSource<Nab> {

    static final PublishedFile WINDOWS = new PublishedFile(
            "nab/labels/combined_windows.json",
            15_359,
            "1e1fbc4601321aad8d0f8b3784c8134299379f68f6c1f7777565f8ffd57ab6b1",
            "https://raw.githubusercontent.com/numenta/NAB/master/labels/combined_windows.json");

    private static final String ADDRESS = "https://raw.githubusercontent.com/numenta/NAB/master/data/";
    private static final List<String> COLUMNS = List.of("timestamp", "value");
    private static final Pattern WINDOW = Pattern.compile("\"([^\"]+)\",\\s*\"([^\"]+)\"");

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "nab(name)",
            "The Numenta Anomaly Benchmark: servers, traffic, temperatures, tweets; one value per point, windows labelled.",
            CatalogueEntry.Kind.SERIES,
            list().inOrder()
                    .map(series -> new Variant(word(series), "", series.rows(), 1, series.anomalies()))
                    .toList(),
            "https://github.com/numenta/NAB",
            "MIT; earlier releases AGPL-3.0",
            "Lavin, A., Ahmad, S. (2015). Evaluating Real-time Anomaly Detection Algorithms: the Numenta Anomaly"
                    + " Benchmark. IEEE ICMLA.",
            Stream.concat(list().inOrder().map(Nab::file), Stream.of(WINDOWS)).toList(),
            CatalogueEntry.FETCHED,
            List.of(
                    Trap.always(
                            "Labels are wide windows around anomalies, about a tenth of every series that has any: many"
                                    + " points in a window are normal by themselves."),
                    Trap.under(
                            "nab(\"realKnownCause/machine_temperature_system_failure\")",
                            "Some timestamps are earlier than the one before; the points are taken in the order of the file."),
                    Trap.atRandom(),
                    Trap.aside("Six of the 58 series have no anomaly: nothing can be evaluated on them."),
                    Trap.aside("In eight series a timestamp occurs more than once.")));

    private final SeriesList.Series series;

    private Nab(SeriesList.Series series, Choices choices) {
        super(choices);
        this.series = series;
    }

    static Nab of(String name) {
        return new Nab(list().find(name), Choices.NONE);
    }

    static SeriesList list() {
        return SeriesList.read("nab", "nab.tsv");
    }

    static PublishedFile file(SeriesList.Series series) {
        String path = series.name() + ".csv";
        return new PublishedFile("nab/data/" + path, series.bytes(), series.sha256(), ADDRESS + path);
    }

    private static String word(SeriesList.Series series) {
        return "nab(\"" + series.name() + "\")";
    }

    @Override
    public String name() {
        return series.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe("nab", ownSplit(), ownPreparation());
        tree.put("series", series.name());
        return tree;
    }

    @Override
    public Dataset load() {
        return load(LoadListener.NONE);
    }

    @Override
    public Dataset load(LoadListener listener) {
        return load(Lookup.here(listener));
    }

    Dataset load(Lookup lookup) {
        Table table = PlainCsv.read(lookup.read(file(series)), 1, COLUMNS, Set.of("timestamp"));
        StringColumn times = table.stringColumn("timestamp");
        List<String[]> windows = windows(new String(lookup.read(WINDOWS), StandardCharsets.UTF_8));
        boolean[] labels = new boolean[table.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            String time = times.get(row);
            labels[row] = windows.stream().anyMatch(window -> within(time, window));
        }
        table.removeColumns("timestamp");
        return choices.of(new Dataset(
                        name(),
                        table,
                        Table.create("", times),
                        labels,
                        provenance(),
                        ENTRY.notes(word(series), split().exchangeable() ? Trap.AT_RANDOM : ""))
                .asSeries());
    }

    /** Of this series, start and end; written as {@code "name.csv": [["…", "…"], …]}. */
    private List<String[]> windows(String json) {
        String key = "\"" + series.name() + ".csv\":";
        int from = json.indexOf(key) + key.length();
        int next = json.indexOf(".csv\":", from);
        List<String[]> windows = new ArrayList<>();
        Matcher matcher = WINDOW.matcher(json).region(from, next < 0 ? json.length() : next);
        while (matcher.find()) {
            windows.add(new String[] {matcher.group(1), matcher.group(2)});
        }
        return windows;
    }

    /** Times are written alike up to the second, so that text order is time order. */
    private static boolean within(String time, String[] window) {
        int seconds = time.length();
        return time.compareTo(window[0].substring(0, seconds)) >= 0
                && time.compareTo(window[1].substring(0, seconds)) <= 0;
    }

    private Provenance provenance() {
        return ENTRY.provenance(
                series.name() + ", " + String.format(Locale.ROOT, "%,d", series.rows()) + " points",
                file(series),
                WINDOWS);
    }

    @Override
    Split ownSplit() {
        return Splits.temporal(0.15).normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.standard();
    }

    @Override
    Nab with(Choices chosen) {
        return new Nab(series, chosen);
    }

    @Override
    public String toString() {
        return word(series) + choices.sentence();
    }
}

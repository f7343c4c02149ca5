package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.LoadListener;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Preparations;
import dev.oddity.datasets.Split;
import dev.oddity.datasets.Splits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * A run of the Skoltech Anomaly Benchmark (Katser and Kozitsin 2020): a water circuit with eight sensors, one reading a
 * second, in which a valve is shut or another fault is brought about. Named by folder and number, such as {@code valve1/3}.
 *
 * <p>By default the first 400 readings train, as in the benchmark's own notebooks, but without anomalies, and the later ones
 * test; z-scores. The column {@code changepoint} is left out. Each reading is an example by itself; {@code .windows(60)}
 * makes windows.
 */
public final class Skab extends CatalogueSource<Skab> {

    private static final String ADDRESS = "https://raw.githubusercontent.com/waico/SKAB/master/data/";
    private static final String LABEL = "anomaly";

    static final CatalogueEntry ENTRY = new CatalogueEntry(
            "skab(name)",
            "The Skoltech Anomaly Benchmark: eight sensors of a water circuit, in which faults are brought about.",
            CatalogueEntry.Kind.SERIES,
            list().inOrder()
                    .map(run -> new Variant(word(run), "", run.rows(), 8, run.anomalies()))
                    .toList(),
            "https://github.com/waico/SKAB",
            "GPL-3.0",
            "Katser, I. D., Kozitsin, V. O. (2020). Skoltech Anomaly Benchmark (SKAB). Kaggle.",
            list().inOrder().map(Skab::file).toList(),
            CatalogueEntry.FETCHED,
            List.of(
                    Trap.always(
                            "Anomalies are readings while a fault was on, 25 to 49 % of a run: they come in stretches, so"
                                    + " that point scores are not independent."),
                    Trap.atRandom(),
                    Trap.aside(
                            "The run without anomalies, anomaly-free, is for training: nothing can be evaluated on it."),
                    Trap.aside(
                            "About one reading in twenty comes more than a second after the one before, up to 247 s: windows"
                                    + " count readings, not seconds."),
                    Trap.aside(
                            "In one of the 34 runs with faults an anomaly is among the first 400 readings; it is left out of"
                                    + " training.")));

    private final SeriesList.Series run;

    private Skab(SeriesList.Series run, Choices choices) {
        super(choices);
        this.run = run;
    }

    static Skab of(String name) {
        return new Skab(list().find(name), Choices.NONE);
    }

    static SeriesList list() {
        return SeriesList.read("skab", "skab.tsv");
    }

    static PublishedFile file(SeriesList.Series run) {
        String path = run.name() + ".csv";
        return new PublishedFile("skab/" + path, run.bytes(), run.sha256(), ADDRESS + path);
    }

    private static String word(SeriesList.Series run) {
        return "skab(\"" + run.name() + "\")";
    }

    @Override
    public String name() {
        return "skab/" + run.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = choices.describe("skab", ownSplit(), ownPreparation());
        tree.put("series", run.name());
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
        byte[] content = lookup.read(file(run));
        List<String> columns = PlainCsv.header(content, ';');
        Table table = PlainCsv.read(content, 1, columns, Set.of("datetime"), ';');
        boolean labelled = columns.contains(LABEL);
        boolean[] labels = labelled ? PlainCsv.ones(table, LABEL) : new boolean[table.rowCount()];
        Table times = Table.create("", table.stringColumn("datetime"));
        table.removeColumns("datetime");
        if (labelled) {
            table.removeColumns(LABEL, "changepoint");
        }
        return choices.of(new Dataset(
                        name(),
                        table,
                        times,
                        labels,
                        ENTRY.provenance(
                                run.name() + ", " + String.format(Locale.ROOT, "%,d", run.rows()) + " readings",
                                file(run)),
                        ENTRY.notes(split().exchangeable() ? Trap.AT_RANDOM : ""))
                .asSeries());
    }

    @Override
    Split ownSplit() {
        return Splits.official(400).normalOnly();
    }

    @Override
    Preparation ownPreparation() {
        return Preparations.standard();
    }

    @Override
    Skab with(Choices chosen) {
        return new Skab(run, chosen);
    }

    @Override
    public String toString() {
        return word(run) + choices.sentence();
    }
}

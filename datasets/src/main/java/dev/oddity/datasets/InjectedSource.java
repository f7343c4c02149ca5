package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A source with anomalies put into its number columns, and labelled: the source's own labels stay. Each injection changes
 * one random column that varies. The same seed (1 unless {@link #seed} says otherwise) injects the same.
 *
 * <p>The rows are points of one series. Of several in one table, say so before: {@code
 * .windows(64).groups("machine").inject(collective(0.05))} looks at each machine by itself, in the order of its time.
 */
public final class InjectedSource implements DataSource {

    private final DataSource clean;
    private final List<Injection> injections;
    private final long seed;

    InjectedSource(DataSource clean, List<Injection> injections, long seed) {
        this.clean = clean;
        this.injections = List.copyOf(injections);
        this.seed = seed;
    }

    /** One more kind of anomaly, after those there are. */
    @Override
    public InjectedSource inject(Injection injection) {
        List<Injection> more = new ArrayList<>(injections);
        more.add(injection);
        return new InjectedSource(clean, more, seed);
    }

    /** Other places and sizes of the same kinds. */
    public InjectedSource seed(long other) {
        return new InjectedSource(clean, injections, other);
    }

    @Override
    public String name() {
        return clean.name();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>(clean.describe());
        tree.put("injected", injections.stream().map(Injection::toString).toList());
        tree.put("injectionSeed", seed);
        return tree;
    }

    @Override
    public Dataset load() {
        return load(LoadListener.NONE);
    }

    @Override
    public Dataset load(LoadListener listener) {
        Dataset data = clean.load(listener);
        Table table = data.table().copy();
        boolean[] labels = data.labels().clone();
        List<String> channels = table.columns().stream()
                .filter(NumericColumn.class::isInstance)
                .filter(InjectedSource::varies)
                .map(column -> column.name())
                .toList();
        if (channels.isEmpty()) {
            throw new DataException(data.name()
                    + " has no column of numbers that vary to inject anomalies into; name another data set");
        }
        Random random = new Random(seed);
        int[] series = series(data);
        for (Injection injection : injections) {
            String channel = channels.get(random.nextInt(channels.size()));
            double[] values = table.numberColumn(channel).asDoubleArray();
            injection.into(values, series, labels, random);
            table.replaceColumn(channel, DoubleColumn.create(channel, values));
        }
        List<String> notes = new ArrayList<>(data.notes());
        notes.add("Anomalies were injected: " + words() + ", seed " + seed + ".");
        return new Dataset(
                data.name(),
                table,
                data.keys(),
                labels,
                data.provenance(),
                notes,
                data.layout(),
                data.officialTraining(),
                data.series());
    }

    /** The number of the series that each row is of: one series, unless windows know of more. */
    private static int[] series(Dataset data) {
        int[] series = new int[data.rows()];
        if (data.layout() instanceof Windows windows) {
            windows.seriesStarts().forEach(start -> series[start]++);
            Arrays.parallelPrefix(series, Integer::sum);
        }
        return series;
    }

    /** A constant has no deviation to be away by, and no other value to take. */
    private static boolean varies(Column<?> column) {
        return Arrays.stream(((NumericColumn<?>) column).asDoubleArray())
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private String words() {
        return injections.stream().map(Injection::toString).collect(Collectors.joining(", "));
    }

    @Override
    public Split split() {
        return clean.split();
    }

    @Override
    public Preparation preparation() {
        return clean.preparation();
    }

    @Override
    public InjectedSource split(Split split) {
        return new InjectedSource(clean.split(split), injections, seed);
    }

    @Override
    public InjectedSource prepare(Preparation preparation) {
        return new InjectedSource(clean.prepare(preparation), injections, seed);
    }

    @Override
    public String toString() {
        return clean
                + injections.stream()
                        .map(injection -> ".inject(" + injection + ")")
                        .collect(Collectors.joining())
                + (seed == 1 ? "" : ".seed(" + seed + ")");
    }
}

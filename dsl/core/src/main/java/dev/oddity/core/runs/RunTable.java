package dev.oddity.core.runs;

import dev.oddity.reproducibility.CanonicalJson;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Runs as a table, newest first: what they are, in which settings they differ, what came out. */
final class RunTable {

    private static final int MOST_SETTINGS = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunTable() {}

    /** The models of a run stay in their order, best first. */
    static Table of(List<RunRow> oldestFirst) {
        List<RunRow> rows = new ArrayList<>(oldestFirst);
        rows.sort(Comparator.comparing((RunRow row) -> row.run().id()).reversed());
        Table table = Table.create(
                "runs",
                texts("Run", rows, row -> row.run().id()),
                texts("Started (UTC)", rows, row -> TIME.format(row.run().started())),
                texts("Experiment", rows, row -> row.run().name()),
                texts("Data", rows, row -> String.valueOf(row.run().data().get("name"))),
                texts("Model", rows, row -> row.model().name()));
        for (String setting : differing(rows)) {
            table.addColumns(texts(setting, rows, row -> text(row.settings().get(setting))));
        }
        table.addColumns(IntColumn.create(
                "Seeds",
                rows.stream().mapToInt(row -> row.model().fits().size()).toArray()));
        for (String metric : metrics(rows)) {
            table.addColumns(DoubleColumn.create(
                    metric, rows.stream().mapToDouble(row -> row.mean(metric)).toArray()));
        }
        return table;
    }

    /** What was asked when, and why it came to nothing; newest first. */
    static Table ofFailed(List<FailedRun> oldestFirst) {
        List<FailedRun> rows = new ArrayList<>(oldestFirst);
        rows.sort(Comparator.comparing(FailedRun::id).reversed());
        return Table.create(
                "failed runs",
                texts("Run", rows, FailedRun::id),
                texts("Started (UTC)", rows, run -> TIME.format(run.started())),
                texts("Experiment", rows, FailedRun::name),
                texts("Outcome", rows, FailedRun::outcome),
                texts("Cause", rows, run -> run.cause().lines().findFirst().orElse("")));
    }

    /** In the order of the alphabet. */
    static List<String> metrics(List<RunRow> rows) {
        Set<String> metrics = new TreeSet<>();
        rows.forEach(row -> metrics.addAll(row.model().figures().keySet()));
        return List.copyOf(metrics);
    }

    /** What the experiments say otherwise, and the parameters with several values of one model; the first few. */
    private static List<String> differing(List<RunRow> rows) {
        Map<String, Set<String>> asked = new TreeMap<>();
        Map<String, Map<String, Set<String>>> byModel = new TreeMap<>();
        for (RunRow row : rows) {
            gather(asked, row.asked());
            gather(byModel.computeIfAbsent(row.model().name(), unseen -> new TreeMap<>()), row.parameters());
        }
        return Stream.concat(Stream.of(asked), byModel.values().stream())
                .flatMap(values -> values.entrySet().stream())
                .filter(setting -> setting.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .distinct()
                .limit(MOST_SETTINGS)
                .toList();
    }

    private static void gather(Map<String, Set<String>> values, Map<String, Object> settings) {
        settings.forEach((name, value) ->
                values.computeIfAbsent(name, unseen -> new HashSet<>()).add(text(value)));
    }

    private static String text(@Nullable Object leaf) {
        if (leaf == null || leaf instanceof String) {
            return leaf == null ? "" : (String) leaf;
        }
        String list = CanonicalJson.of(List.of(leaf));
        return list.substring(1, list.length() - 1);
    }

    private static <T> StringColumn texts(String head, List<T> rows, Function<T, String> cell) {
        return StringColumn.create(head, rows.stream().map(cell));
    }
}

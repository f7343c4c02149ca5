package dev.oddity.core.runs;

import dev.oddity.reproducibility.CanonicalJson;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

    static Table of(List<RunRow> oldestFirst) {
        List<RunRow> rows = new ArrayList<>(oldestFirst);
        Collections.reverse(rows);
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

    /** In the order of the alphabet. */
    static List<String> metrics(List<RunRow> rows) {
        Set<String> metrics = new TreeSet<>();
        rows.forEach(row -> metrics.addAll(row.model().figures().keySet()));
        return List.copyOf(metrics);
    }

    /** Settings with several values among those rows that have them; the first few. */
    private static List<String> differing(List<RunRow> rows) {
        List<Map<String, Object>> settings = rows.stream().map(RunRow::settings).toList();
        Set<String> names = new TreeSet<>();
        settings.forEach(each -> names.addAll(each.keySet()));
        return names.stream()
                .filter(name -> {
                    Set<String> values = new HashSet<>();
                    settings.stream()
                            .filter(each -> each.containsKey(name))
                            .forEach(each -> values.add(text(each.get(name))));
                    return values.size() > 1;
                })
                .limit(MOST_SETTINGS)
                .toList();
    }

    private static String text(@Nullable Object leaf) {
        if (leaf == null || leaf instanceof String) {
            return leaf == null ? "" : (String) leaf;
        }
        String list = CanonicalJson.of(List.of(leaf));
        return list.substring(1, list.length() - 1);
    }

    private static StringColumn texts(String head, List<RunRow> rows, Function<RunRow, String> cell) {
        return StringColumn.create(head, rows.stream().map(cell));
    }
}

package dev.oddity.core;

import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The models of a report beside each other, as numbers and as text. */
final class Leaderboard {

    private Leaderboard() {}

    static Table table(Report report) {
        List<ModelResult> judged =
                report.models().stream().filter(ModelResult::judged).toList();
        Table table = Table.create(report.experiment().name());
        table.addColumns(StringColumn.create("Model", judged.stream().map(ModelResult::name)));
        for (Metric metric : report.experiment().metrics()) {
            List<Summary> summaries =
                    judged.stream().map(model -> model.metric(metric)).toList();
            table.addColumns(column(metric.label(), summaries.stream().map(Summary::mean).toList()));
            if (report.experiment().seeds().size() > 1) {
                table.addColumns(column(
                        metric.label() + " sd",
                        summaries.stream()
                                .map(summary -> summary.standardDeviation().orElse(Double.NaN))
                                .toList()));
            }
        }
        table.addColumns(
                column("Fit s", judged.stream().map(ModelResult::fitSeconds).toList()),
                column("Score s", judged.stream().map(ModelResult::scoreSeconds).toList()));
        return table;
    }

    /** Head and cells as a person reads them, a row per model; a failed model has its sentence in the second cell. */
    static List<List<String>> cells(Report report) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("Model"));
        report.experiment().metrics().forEach(metric -> head.add(metric.label()));
        head.addAll(List.of("Fit s", "Score s"));
        rows.add(head);
        for (ModelResult model : report.models()) {
            List<String> row = new ArrayList<>(List.of(model.name()));
            for (Metric metric : report.experiment().metrics()) {
                row.add(model.judged() ? model.metric(metric).toString() : "–");
            }
            row.add(seconds(model.fitSeconds()));
            row.add(seconds(model.scoreSeconds()));
            rows.add(row);
        }
        return rows;
    }

    static String text(Report report) {
        List<List<String>> rows = cells(report);
        StringBuilder text = new StringBuilder(report.experiment().name()).append('\n');
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = width(rows, column);
                String cell = row.get(column);
                String space = " ".repeat(width - cell.length());
                text.append(column == 0 ? cell + space : "  " + space + cell);
            }
            text.append('\n');
        }
        for (ModelResult model : report.models()) {
            if (!model.failure().isEmpty()) {
                text.append(model.name()).append(" failed: ").append(model.failure()).append('\n');
            }
        }
        report.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f" : "%.0f", seconds);
    }

    private static DoubleColumn column(String name, List<Double> values) {
        return DoubleColumn.create(name, values);
    }
}

package dev.oddity.core;

import dev.oddity.core.display.TableView;
import dev.oddity.core.evaluation.ConfusionMatrix;
import dev.oddity.core.evaluation.Metric;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The models of a report beside each other. */
final class Leaderboard {

    /** Models shown of so many that the middle is left out: in a comparison every one is looked for. */
    private static final int MOST = 100;

    private Leaderboard() {}

    /** To compute with: means and standard deviations in columns of their own. */
    static Table numbers(Report report) {
        List<ModelResult> judged =
                report.models().stream().filter(ModelResult::judged).toList();
        Table table = Table.create(report.experiment().name(), texts("Model", judged, ModelResult::name));
        for (Metric metric : report.experiment().metrics()) {
            table.addColumns(numbers(
                    metric.label(), judged, model -> model.metric(metric).mean()));
            if (report.experiment().seeds().size() > 1) {
                table.addColumns(numbers(
                        metric.label() + " sd",
                        judged,
                        model -> model.metric(metric).standardDeviation().orElse(Double.NaN)));
            }
        }
        return table.addColumns(
                numbers("Fit s", judged, ModelResult::fitSeconds),
                numbers("Score s", judged, ModelResult::scoreSeconds));
    }

    /**
     * To read: mean ± standard deviation in one cell; a model without figures has empty cells. An arrow marks the columns
     * where lower is better.
     */
    static Table texts(Report report) {
        List<ModelResult> models = report.models();
        Table table = Table.create(report.experiment().name(), texts("Model", models, ModelResult::name));
        if (LikeForLike.needsTelling(models)) {
            table.addColumns(texts("Learns from", models, LikeForLike::told));
        }
        for (Metric metric : report.experiment().metrics()) {
            table.addColumns(texts(
                    metric.label() + (metric.higherIsBetter() ? "" : " ↓"),
                    models,
                    model -> model.judged() ? model.metric(metric).toString() : ""));
        }
        return table.addColumns(
                texts("Fit", models, model -> model.judged() ? seconds(model.fitSeconds()) : ""),
                texts("Score", models, model -> model.judged() ? seconds(model.scoreSeconds()) : ""));
    }

    /** What became of the anomalies and the normal rows at each model's threshold. */
    static Table decisions(Report report) {
        List<ModelResult> judged =
                report.models().stream().filter(ModelResult::judged).toList();
        return Table.create(
                "decisions",
                texts("Model", judged, ModelResult::name),
                counts("anomalies found", judged, ConfusionMatrix::truePositives),
                counts("anomalies missed", judged, ConfusionMatrix::falseNegatives),
                counts("false alarms", judged, ConfusionMatrix::falsePositives),
                counts("normal rows passed", judged, ConfusionMatrix::trueNegatives));
    }

    static TableView view(Table table) {
        return new TableView(table, MOST);
    }

    /** A sentence for each model that failed, and with which seed if it has figures of earlier ones. */
    static List<String> failures(Report report) {
        List<Long> seeds = report.experiment().seeds();
        return report.models().stream()
                .filter(model -> !model.failure().isEmpty())
                .map(model -> model.name() + " failed"
                        + (model.judged()
                                ? " with seed " + seeds.get(model.runs().size()) + ", so its figures are of "
                                        + model.runs().size() + " of " + seeds.size() + " seeds"
                                : "")
                        + ": " + model.failure())
                .toList();
    }

    static String text(Report report) {
        StringBuilder text = new StringBuilder(report.experiment().name())
                .append('\n')
                .append(view(texts(report)).lines());
        failures(report).forEach(failure -> text.append('\n').append(failure));
        report.notes().forEach(note -> text.append("\nnote: ").append(note));
        return text.toString();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
    }

    private static StringColumn texts(String head, List<ModelResult> models, Function<ModelResult, String> cell) {
        return StringColumn.create(head, models.stream().map(cell));
    }

    private static IntColumn counts(String head, List<ModelResult> models, ToIntFunction<ConfusionMatrix> cell) {
        return IntColumn.create(
                head,
                models.stream()
                        .mapToInt(model -> cell.applyAsInt(model.confusionMatrix()))
                        .toArray());
    }

    private static DoubleColumn numbers(String head, List<ModelResult> models, ToDoubleFunction<ModelResult> cell) {
        return DoubleColumn.create(head, models.stream().mapToDouble(cell).toArray());
    }
}

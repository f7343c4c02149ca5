package dev.oddity.core.comparison;

import dev.oddity.core.display.TableView;
import dev.oddity.core.evaluation.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A comparison as tables and text. */
final class ComparisonTables {

    /** Models shown of so many that the middle is left out. */
    static final int MODELS = 100;

    private ComparisonTables() {}

    static Table numbers(Comparison comparison) {
        StringColumn models = StringColumn.create("Model");
        StringColumn dataSets = StringColumn.create("Data set");
        DoubleColumn means = DoubleColumn.create(comparison.metric().label());
        DoubleColumn deviations = DoubleColumn.create("sd");
        DoubleColumn lows = DoubleColumn.create("low");
        DoubleColumn highs = DoubleColumn.create("high");
        IntColumn runs = IntColumn.create("runs");
        for (String model : comparison.models()) {
            for (String dataSet : comparison.dataSets()) {
                comparison.figures(model, dataSet).ifPresent(figures -> {
                    Optional<Interval> interval = comparison.interval(model, dataSet);
                    models.append(model);
                    dataSets.append(dataSet);
                    means.append(figures.mean());
                    deviations.append(figures.standardDeviation().orElse(Double.NaN));
                    lows.append(interval.map(Interval::low).orElse(Double.NaN));
                    highs.append(interval.map(Interval::high).orElse(Double.NaN));
                    runs.append(figures.n());
                });
            }
        }
        return Table.create("comparison", models, dataSets, means, deviations, lows, highs, runs);
    }

    /** To read: models in the order of their ranks, a column of mean ± sd per data set, or one with its interval. */
    static Table figures(Comparison comparison) {
        List<String> models = ordered(comparison);
        Map<String, Double> ranks = comparison.averageRanks();
        Table table = Table.create("comparison", StringColumn.create("Model", models));
        for (String dataSet : comparison.dataSets()) {
            table.addColumns(StringColumn.create(
                    dataSet,
                    models.stream()
                            .map(model -> comparison
                                    .figures(model, dataSet)
                                    .map(Summary::toString)
                                    .orElse(""))));
        }
        if (comparison.dataSets().size() == 1) {
            String only = comparison.dataSets().get(0);
            table.addColumns(StringColumn.create(
                    "95 % interval",
                    models.stream()
                            .map(model -> comparison
                                    .interval(model, only)
                                    .map(Interval::toString)
                                    .orElse(""))));
        }
        return table.addColumns(StringColumn.create(
                "mean rank",
                models.stream()
                        .map(model -> Optional.ofNullable(ranks.get(model))
                                .map(rank -> String.format(Locale.ROOT, "%.2f", rank))
                                .orElse(""))));
    }

    /** Whether the cell of {@link #figures} holds its column's best. */
    static boolean isBest(Comparison comparison, int row, int column) {
        if (column < 1 || column > comparison.dataSets().size()) {
            return false;
        }
        String dataSet = comparison.dataSets().get(column - 1);
        int sign = comparison.metric().higherIsBetter() ? 1 : -1;
        OptionalDouble best = comparison.models().stream()
                .flatMap(model -> comparison.figures(model, dataSet).stream())
                .mapToDouble(figures -> sign * figures.mean())
                .max();
        return best.isPresent()
                && comparison
                        .figures(ordered(comparison).get(row), dataSet)
                        .filter(figures -> sign * figures.mean() == best.getAsDouble())
                        .isPresent();
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static Table tests(List<PairedTest> tests) {
        return Table.create(
                "paired tests",
                StringColumn.create("Models", tests.stream().map(test -> test.first() + " − " + test.second())),
                StringColumn.create(
                        "difference",
                        tests.stream().map(test -> String.format(Locale.ROOT, "%+.4f", test.difference()))),
                StringColumn.create(
                        "95 % interval",
                        tests.stream().map(test -> test.interval().toString())),
                StringColumn.create("p", tests.stream().map(test -> p(test.p()))),
                StringColumn.create("p (Holm)", tests.stream().map(test -> p(test.holm()))));
    }

    /** Who leads, and whether the models differ at all. */
    static String summary(Comparison comparison) {
        Map<String, Double> ranks = comparison.averageRanks();
        if (ranks.isEmpty()) {
            return count(comparison.models().size(), "model") + ", "
                    + count(comparison.dataSets().size(), "data set") + ".";
        }
        Blocks blocks = comparison.blocks();
        Map.Entry<String, Double> first = ranks.entrySet().iterator().next();
        String leads = String.format(
                Locale.ROOT,
                "%s has the best mean rank by %s, %.2f of %d, over %d %s",
                first.getKey(),
                comparison.metric().label(),
                first.getValue(),
                ranks.size(),
                blocks.values().length,
                blocks.unit());
        if (comparison.friedmanP().isEmpty()) {
            return leads + ".";
        }
        Friedman friedman = comparison.friedman();
        return leads
                + String.format(
                        Locale.ROOT,
                        ". Friedman's test that all models are alike: χ² = %.2f, p %s; mean ranks that differ by %.2f"
                                + " or more are told apart at 0.05 (Nemenyi).",
                        friedman.statistic(),
                        friedman.p() < 1e-4 ? p(friedman.p()) : "= " + p(friedman.p()),
                        comparison.criticalDifference().orElseThrow());
    }

    static String text(Comparison comparison) {
        StringBuilder text = new StringBuilder("comparison by ")
                .append(comparison.metric().label())
                .append('\n')
                .append(new TableView(figures(comparison), MODELS).lines())
                .append('\n')
                .append(summary(comparison));
        List<PairedTest> tests = comparison.tests();
        if (!tests.isEmpty()) {
            text.append('\n').append(new TableView(tests(tests)).lines());
        }
        comparison.notes().forEach(note -> text.append("\nnote: ").append(note));
        return text.toString();
    }

    static String p(double p) {
        return p < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** By mean rank; those without one last. */
    private static List<String> ordered(Comparison comparison) {
        List<String> models = new ArrayList<>(comparison.averageRanks().keySet());
        comparison.models().stream().filter(model -> !models.contains(model)).forEach(models::add);
        return models;
    }
}

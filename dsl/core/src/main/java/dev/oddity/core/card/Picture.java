package dev.oddity.core.card;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.chart.ExampleImages;
import dev.oddity.core.display.Html;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.RowShape;
import dev.oddity.datasets.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.NumericColumn;

/** The picture that fits what the rows of a data set are. */
final class Picture {

    private static final int EXAMPLES = 10;
    private static final int CURVES = 5;
    private static final Set<String> STAMPS = Set.of("timestamp", "datetime");

    private Picture() {}

    static Optional<Html> of(Dataset dataset) {
        List<NumericColumn<?>> channels = dataset.table().columns().stream()
                .filter(NumericColumn.class::isInstance)
                .<NumericColumn<?>>map(NumericColumn.class::cast)
                .toList();
        if (isSeries(dataset) && !channels.isEmpty()) {
            NumericColumn<?> first = channels.get(0);
            return Optional.of(new ChartView(Charts.series(first.name(), first.asDoubleArray(), marks(dataset)))
                    .html(channels.size() == 1 ? "" : "the first of " + channels.size() + " channels"));
        }
        if (dataset.layout() instanceof RowShape shape && shape.dimensions().size() == 3) {
            return Optional.of(new ExampleImages(
                            dataset.name(),
                            examples(dataset, false, EXAMPLES),
                            examples(dataset, true, EXAMPLES),
                            shape.dimensions().get(2))
                    .html("above: normal; below: anomalies"));
        }
        if (dataset.layout() instanceof RowShape) {
            return Optional.of(
                    new ChartView(Charts.examples(examples(dataset, false, CURVES), examples(dataset, true, CURVES)))
                            .html("the first " + CURVES + " of each kind"));
        }
        return Optional.empty();
    }

    /** Rows that follow each other: known to, seen through windows, stamped with a time, or of one number each. */
    private static boolean isSeries(Dataset dataset) {
        return dataset.series()
                || dataset.layout() instanceof Windows
                || dataset.keys().columnNames().stream().anyMatch(STAMPS::contains)
                || dataset.table().columnCount() == 1
                        && dataset.table().column(0) instanceof NumericColumn<?>
                        && dataset.rows() > 1;
    }

    /** The points to mark; none where nobody knows. */
    private static boolean[] marks(Dataset dataset) {
        return dataset.labelled() ? dataset.labels() : new boolean[dataset.rows()];
    }

    /** The first rows of one kind. */
    private static List<double[]> examples(Dataset dataset, boolean anomalies, int most) {
        List<double[]> examples = new ArrayList<>();
        for (int row = 0; row < dataset.rows() && examples.size() < most; row++) {
            if (dataset.labels()[row] == anomalies) {
                double[] values = new double[dataset.table().columnCount()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = dataset.table().numberColumn(column).getDouble(row);
                }
                examples.add(values);
            }
        }
        return examples;
    }
}

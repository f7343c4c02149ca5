package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Windows;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * Raw rows in the pictures of a fitted model.
 *
 * @param charts of the model
 * @param examples that raw rows make
 */
record RowCharts(ModelCharts charts, Examples examples, Threshold.Cut cut) {

    /** @param anomalies one per row: how it is drawn */
    XYChart scoreMap(Table rows, boolean[] anomalies) {
        if (examples.preparation().layout() instanceof Windows windows) {
            throw new IllegalArgumentException(
                    "a window of " + windows.length() + " rows is no point of a plane; a score map needs single rows");
        }
        requireSome("scoreMap", rows);
        Plane plane = new Plane(rows);
        double[] scores = charts.scores(examples.of(plane.grid()));
        return Charts.scoreMap(plane.map("Scores of " + charts.name(), scores, cut.value(), anomalies));
    }

    ChartView latent(Table rows) {
        Features prepared = toDraw("latentChart", rows);
        double[] scores = charts.scores(prepared);
        return charts.latent(prepared, scores, cut.calls(scores), List.of("below threshold", "above threshold"));
    }

    ChartView reconstructions(Table rows) {
        Features prepared = toDraw("reconstructionChart", rows);
        return reconstructions(prepared, charts.scores(prepared), examples.starts(rows), List.of());
    }

    /**
     * @param chosen numbers of the rows to draw
     * @param kinds of the chosen, or none
     */
    ChartView reconstructions(Table rows, int[] chosen, List<String> kinds) {
        Features together = ModelCharts.together(IntStream.of(chosen)
                .mapToObj(row -> examples.at(row, rows, examples.preparation().layout(rows)))
                .toList());
        return charts.reconstructions(together, chosen, charts.scores(together), kinds, 0);
    }

    /**
     * @param starts the row that each example begins with
     * @param kinds of the examples, or none
     */
    ChartView reconstructions(Features prepared, double[] scores, int[] starts, List<String> kinds) {
        ModelCharts.Extremes extremes = ModelCharts.extremes(prepared, scores, starts, examples.length());
        int[] chosen = extremes.rows();
        return charts.reconstructions(
                prepared.select(chosen),
                IntStream.of(chosen).map(row -> starts[row]).toArray(),
                IntStream.of(chosen).mapToDouble(row -> scores[row]).toArray(),
                kinds.isEmpty()
                        ? kinds
                        : IntStream.of(chosen).mapToObj(kinds::get).toList(),
                extremes.highest());
    }

    ChartView generated(Table rows) {
        return charts.generated(toDraw("generatorChart", rows));
    }

    private Features toDraw(String chart, Table rows) {
        requireSome(chart, rows);
        return examples.of(rows);
    }

    private static void requireSome(String chart, Table rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(chart + "(..) of no rows has nothing to draw; give it at least one");
        }
    }
}

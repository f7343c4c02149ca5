package dev.oddity.core;

import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Layout;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Does something to the rows that a fitted detector calls anomalies.
 *
 * @param detector its name
 */
record Cleaner(String detector, FittedPreparation preparation, TrainedModel model, Threshold.Cut cut) {

    /** @param scores one per row */
    Table clean(Table rows, Cleaning cleaning, double[] scores) {
        return cleaning.of(
                rows, cut.calls(scores), scores, () -> rebuilt(rows, preparation.layout(rows), Examples.all(rows)));
    }

    /**
     * Some rows of data, cleaned.
     *
     * @param scores one per row
     */
    Table clean(Dataset data, int[] rows, Cleaning cleaning, double[] scores) {
        return cleaning.of(
                ScoredExamples.inOrder(data.table(), rows),
                cut.calls(scores),
                scores,
                () -> rebuilt(data.table(), data.layout(), rows));
    }

    private Map<String, double[]> rebuilt(Table table, Layout layout, int[] rows) {
        Features rebuilt = model.reconstruction(preparation.transform(table, layout, rows, unheard -> {}))
                .orElseThrow(() -> new IllegalArgumentException(detector
                        + "() rebuilds nothing; clean with replaceWith(median()), or fit one that does, such as"
                        + " autoencoder() or pca()"));
        return preparation.undo(rebuilt, layout, rows);
    }
}

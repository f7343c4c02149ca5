package dev.oddity.core.chart;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import org.knowm.xchart.XYChart;

/** See {@link Charts#lossCurves}. */
final class LossChart {

    private static final int EPOCH_LABELS = 12;

    private LossChart() {}

    static XYChart of(Map<String, double[]> losses) {
        XYChart chart = Theme.xy(Legible.title("Training loss", losses), "epoch", "loss");
        chart.getStyler().setYAxisLogarithmic(spanDecades(losses)).setXAxisMaxLabelCount(EPOCH_LABELS);
        Legible.of(losses).forEach((model, byEpoch) -> {
            Polyline line = new Polyline();
            for (int epoch = 1; epoch <= byEpoch.length; epoch++) {
                if (Double.isFinite(byEpoch[epoch - 1])) {
                    line.to(epoch, byEpoch[epoch - 1]);
                }
            }
            if (line.size() > 0) {
                line.addTo(chart, model);
            }
        });
        return chart;
    }

    /** Whether one model's losses would press another's flat on a linear axis. */
    private static boolean spanDecades(Map<String, double[]> losses) {
        DoubleSummaryStatistics all = losses.values().stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        return all.getMin() > 0 && all.getMax() / all.getMin() > 100;
    }
}

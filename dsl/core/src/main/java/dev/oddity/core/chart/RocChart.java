package dev.oddity.core.chart;

import dev.oddity.core.evaluation.RocCurve;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;

/** See {@link Charts#rocCurves}. */
final class RocChart {

    private RocChart() {}

    static XYChart of(Map<String, RocCurve> curves) {
        XYChart chart =
                Theme.xy(Legible.title("ROC curves", curves), "false-positive rate", "true-positive rate (recall)");
        UnitSquare.frame(chart);
        Legible.of(curves).forEach((model, curve) -> {
            Polyline line = new Polyline();
            curve.points().forEach(point -> line.to(point.falsePositiveRate(), point.truePositiveRate()));
            line.thinned().addTo(chart, String.format(Locale.ROOT, "%s (AUC %.4f)", model, curve.area()));
        });
        new Polyline().to(0, 0).to(1, 1).addForComparison(chart, "chance (AUC 0.5)");
        return chart;
    }
}

package dev.oddity.core.chart;

import dev.oddity.core.evaluation.PrecisionRecallCurve;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;

/** See {@link Charts#precisionRecallCurves}. */
final class PrecisionRecallChart {

    private PrecisionRecallChart() {}

    static XYChart of(Map<String, PrecisionRecallCurve> curves) {
        XYChart chart = Theme.xy(Legible.title("Precision-recall curves", curves), "recall", "precision");
        UnitSquare.frame(chart);
        Legible.of(curves)
                .forEach((model, curve) -> steps(curve)
                        .thinned()
                        .addTo(chart, String.format(Locale.ROOT, "%s (AP %.4f)", model, curve.averagePrecision())));
        curves.values().stream()
                .findFirst()
                .ifPresent(curve -> new Polyline()
                        .to(0, curve.baseRate())
                        .to(1, curve.baseRate())
                        .addForComparison(chart, String.format(Locale.ROOT, "chance (AP %.4f)", curve.baseRate())));
        return chart;
    }

    private static Polyline steps(PrecisionRecallCurve curve) {
        Polyline line = new Polyline();
        double recall = 0;
        for (PrecisionRecallCurve.Point point : curve.points()) {
            line.to(recall, point.precision()).to(point.recall(), point.precision());
            recall = point.recall();
        }
        return line;
    }
}

package dev.oddity.core.chart;

import dev.oddity.core.evaluation.CalibrationCurve;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** See {@link Charts#calibrationCurves}. */
final class CalibrationChart {

    private CalibrationChart() {}

    static XYChart of(Map<String, CalibrationCurve> curves) {
        XYChart chart = Theme.xy(Legible.title("Calibration", curves), "probability given", "share that are anomalies");
        UnitSquare.frame(chart);
        Legible.of(curves).forEach((model, curve) -> {
            Polyline line = new Polyline();
            curve.points().forEach(point -> line.to(point.probability(), point.share()));
            line.addTo(chart, String.format(Locale.ROOT, "%s (error %.4f)", model, curve.expectedError()))
                    .setMarker(SeriesMarkers.CIRCLE);
        });
        new Polyline().to(0, 0).to(1, 1).addForComparison(chart, "calibrated");
        return chart;
    }
}

package dev.oddity.core.chart;

import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** See {@link Charts#overRuns}. */
final class RunsChart {

    private static final int RUN_LABELS = 12;

    private RunsChart() {}

    static XYChart of(String metric, Map<String, double[]> byRun) {
        XYChart chart = Theme.xy(Legible.title(metric + " over runs", byRun), "run", metric);
        chart.getStyler().setXAxisMaxLabelCount(RUN_LABELS).setMarkerSize(6);
        Legible.of(byRun).forEach((model, values) -> {
            Polyline line = new Polyline();
            for (int run = 0; run < values.length; run++) {
                if (Double.isFinite(values[run])) {
                    line.to(run + 1, values[run]);
                }
            }
            if (line.size() > 0) {
                XYSeries series = line.addTo(chart, model);
                series.setMarker(SeriesMarkers.CIRCLE);
            }
        });
        return chart;
    }
}

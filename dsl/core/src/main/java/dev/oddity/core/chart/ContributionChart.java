package dev.oddity.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** See {@link Charts#contributions}. XChart's own horizontal bars leave names out where bars lie close. */
final class ContributionChart {

    private static final int FRAME = 110;
    private static final int BAR = 26;
    private static final double HALF = .34;

    private ContributionChart() {}

    static XYChart of(String title, Map<String, Double> contributions) {
        List<String> features = new ArrayList<>(contributions.keySet());
        XYChart chart = Theme.xy(title, FRAME + BAR * features.size());
        chart.setXAxisTitle("contribution to the score");
        for (int bar = 0; bar < features.size(); bar++) {
            double y = features.size() - bar;
            double end = contributions.get(features.get(bar));
            XYSeries series = new Polyline()
                    .to(0, y - HALF)
                    .to(0, y + HALF)
                    .to(end, y + HALF)
                    .to(end, y - HALF)
                    .to(0, y - HALF)
                    .addTo(chart, features.get(bar));
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
            series.setLineColor(Theme.VERMILION);
            series.setLineWidth(1);
            series.setFillColor(Theme.VERMILION);
        }
        RowNames.along(chart, features);
        return chart;
    }
}

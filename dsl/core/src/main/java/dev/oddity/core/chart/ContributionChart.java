package dev.oddity.core.chart;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.HorizontalBarChart;

/** See {@link Charts#contributions}. */
final class ContributionChart {

    private static final int BAR = 24;
    private static final int AROUND = 110;

    private ContributionChart() {}

    static HorizontalBarChart of(String title, Map<String, Double> contributions) {
        Fonts.require();
        HorizontalBarChart chart = new HorizontalBarChart(Theme.WIDTH, AROUND + BAR * contributions.size());
        chart.setTitle(title);
        chart.setXAxisTitle("contribution to the score");
        Theme.applyTo(chart.getStyler());
        chart.getStyler().setPlotGridHorizontalLinesVisible(false).setLegendVisible(false);
        chart.getStyler().setAvailableSpaceFill(.7);
        // Of each bar, or names are left out where bars lie close.
        chart.getStyler().setYAxisTickMarkSpacingHint(BAR / 2);
        List<String> features = List.copyOf(contributions.keySet());
        chart.addSeries(
                        "contribution",
                        features.stream().map(contributions::get).toList(),
                        features)
                .setFillColor(Theme.VERMILION);
        return chart;
    }
}

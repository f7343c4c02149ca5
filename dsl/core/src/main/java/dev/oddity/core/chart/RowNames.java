package dev.oddity.core.chart;

import java.util.List;
import org.knowm.xchart.XYChart;

/** Names beside things that lie below each other in a chart: the first at height n, the last at 1. */
final class RowNames {

    private static final int TICKS = 20;

    private RowNames() {}

    static void along(XYChart chart, List<String> names) {
        chart.getStyler()
                .setYAxisMin(.5)
                .setYAxisMax(names.size() + .5)
                .setYAxisTickMarkSpacingHint(TICKS)
                .setPlotGridHorizontalLinesVisible(false)
                .setYAxisTickLabelsFormattingFunction(tick -> label(names, tick));
        chart.getStyler().setLegendVisible(false);
    }

    /** The name at this height; between two a blank, each another, as XChart drops ticks with equal labels. */
    private static String label(List<String> names, double tick) {
        int place = names.size() - (int) Math.round(tick);
        boolean named = Math.abs(tick - Math.rint(tick)) < 1e-6 && place >= 0 && place < names.size();
        return named ? names.get(place) : " ".repeat(1 + (int) Math.abs(2 * tick));
    }
}

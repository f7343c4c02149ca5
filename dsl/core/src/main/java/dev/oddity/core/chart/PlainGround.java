package dev.oddity.core.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.theme.Theme;
import org.knowm.xchart.style.theme.XChartTheme;

/**
 * A white ground without a frame for charts as XChart makes them, grey with a dark frame about the plot. One whose theme
 * or ground somebody chose is painted as it is; the chart itself keeps its style.
 */
final class PlainGround {

    private PlainGround() {}

    static void paint(IChart chart, Graphics2D graphics, int width, int height) {
        if (!(chart instanceof Chart<?, ?> styled) || !isStock(styled.getStyler())) {
            chart.paint(graphics, width, height);
            return;
        }
        Styler styler = styled.getStyler();
        Color ground = styler.getChartBackgroundColor();
        boolean framed = styler.isPlotBorderVisible();
        styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
        try {
            chart.paint(graphics, width, height);
        } finally {
            styler.setChartBackgroundColor(ground).setPlotBorderVisible(framed);
        }
    }

    private static boolean isStock(Styler styler) {
        Theme theme = styler.getTheme();
        return theme instanceof XChartTheme
                && theme.getChartBackgroundColor().equals(styler.getChartBackgroundColor())
                && theme.getPlotBackgroundColor().equals(styler.getPlotBackgroundColor())
                && theme.getPlotBorderColor().equals(styler.getPlotBorderColor());
    }
}

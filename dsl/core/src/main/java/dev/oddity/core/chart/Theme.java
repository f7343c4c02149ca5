package dev.oddity.core.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The one look of all charts: a near-white card that stands on light and dark pages alike, quiet grey axes, and the
 * colours of Okabe and Ito ("Color Universal Design", 2008), which stay apart for colour-blind readers. Ordered so that
 * the first ones have the most contrast with the card; from the eighth series on the lines are dashed.
 */
public final class Theme {

    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color CARD = new Color(0xFCFCFB);
    static final Color INK = new Color(0x33373D);
    static final Color QUIET = new Color(0x6B7280);
    static final Color GRID = new Color(0xE7E8EB);

    private static final Color[] COLOURS = {
        BLUE,
        VERMILION,
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000),
    };

    private static final float LINE = 1.8f;

    private Theme() {}

    /** An empty chart with this look. */
    static XYChart xy(String title, String x, String y) {
        XYChart chart = xy(title, HEIGHT);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        return chart;
    }

    /** An empty chart with this look, of its own height, without axis titles. */
    static XYChart xy(String title, int height) {
        Fonts.require();
        XYChart chart = new XYChart(WIDTH, height);
        chart.setTitle(title);
        XYStyler styler = chart.getStyler();
        applyTo(styler);
        return chart;
    }

    /** An empty chart with this look, as one of several under a common title. */
    static XYChart panel(String title, int width, int height) {
        XYChart chart = new XYChart(width, height);
        chart.setTitle(title);
        XYStyler styler = chart.getStyler();
        applyTo(styler);
        // The title is painted by who lays the panels out: XChart's stands higher where a letter hangs lower.
        styler.setChartPadding(5)
                .setChartTitleVisible(false)
                .setLegendFont(font(Font.PLAIN, 10))
                .setLegendPadding(2)
                .setLegendSeriesLineLength(16);
        styler.setAxisTitleFont(font(Font.PLAIN, 10))
                .setAxisTickLabelsFont(font(Font.PLAIN, 10))
                .setXAxisTickMarkSpacingHint(100)
                .setYAxisTickMarkSpacingHint(36);
        return chart;
    }

    /** Gives any chart with axes this look. */
    public static void applyTo(AxesChartStyler styler) {
        styler.setBaseFont(font(Font.PLAIN, 12))
                .setChartBackgroundColor(CARD)
                .setPlotBackgroundColor(CARD)
                .setPlotBorderVisible(false)
                .setPlotContentSize(0.97)
                .setChartPadding(14)
                .setChartFontColor(INK)
                .setChartTitleFont(font(Font.BOLD, 14))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(8)
                .setLegendFont(font(Font.PLAIN, 12))
                .setLegendBorderColor(CARD)
                .setLegendBackgroundColor(CARD)
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setSeriesColors(COLOURS)
                .setSeriesLines(strokes())
                .setSeriesMarkers(new Marker[] {SeriesMarkers.NONE})
                .setAnnotationLineColor(INK)
                .setAnnotationTextFont(font(Font.PLAIN, 12))
                .setAnnotationTextFontColor(INK)
                .setAntiAlias(true)
                .setXAxisTitleColor(INK)
                .setYAxisTitleColor(INK);
        styler.setAxisTitleFont(font(Font.PLAIN, 12))
                .setAxisTickLabelsFont(font(Font.PLAIN, 11))
                .setAxisTickLabelsColor(QUIET)
                .setAxisTickMarksColor(GRID)
                .setAxisTickMarksStroke(new BasicStroke(1))
                .setAxisTicksMarksVisible(false)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0)
                .setXAxisTickMarkSpacingHint(80)
                .setYAxisTickMarkSpacingHint(44);
    }

    /** Of a line that is there for comparison only. */
    static BasicStroke dashed() {
        return dashes(1.2f, 5, 4);
    }

    /** The card of a chart that is painted by hand, with its title; leaves the pen as the rest of it is written. */
    static void heading(Graphics2D graphics, String title, int width, int height) {
        graphics.setColor(CARD);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(INK);
        graphics.setFont(font(Font.BOLD, 14));
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = cut(title, metrics, width - 24);
        graphics.drawString(shown, (width - metrics.stringWidth(shown)) / 2f, 28);
        graphics.setFont(font(Font.PLAIN, 12));
    }

    /** Makes the pen ready for words. */
    static void write(Graphics2D graphics, Color colour, int size) {
        graphics.setColor(colour);
        graphics.setFont(font(Font.PLAIN, size));
    }

    /** A text as it fits into so many pixels, its end cut if need be. */
    static String cut(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > room) {
            length--;
        }
        return text.substring(0, length) + "…";
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static BasicStroke[] strokes() {
        // XChart takes the next stroke when it has been through all colours.
        return new BasicStroke[] {
            new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), dashes(LINE, 7, 3)
        };
    }

    private static BasicStroke dashes(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
    }
}

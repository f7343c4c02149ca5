package dev.oddity.core.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * See {@link Charts#boxPlots}. The boxes lie on their sides, so that long names can be read; XChart's own stand up, in
 * colours that no theme reaches.
 */
final class BoxPlots {

    private static final int FRAME = 110;
    private static final int PER_BOX = 40;
    private static final int TICKS = 30;
    private static final int BITS = 8;
    private static final double HALF = .26;
    private static final double CAP = .13;
    private static final double WHISKER = 1.5;
    private static final float THICK = 2.4f;

    private BoxPlots() {}

    static XYChart of(String title, Map<String, double[]> figures) {
        List<String> models = new ArrayList<>(figures.keySet());
        XYChart chart = Theme.xy(title, FRAME + PER_BOX * models.size());
        Polyline whiskers = new Polyline();
        Polyline medians = new Polyline();
        Polyline dots = new Polyline();
        for (int model = 0; model < models.size(); model++) {
            double y = models.size() - model;
            double[] ascending = figures.get(models.get(model)).clone();
            Arrays.sort(ascending);
            Box box = Box.of(ascending);
            addBox(chart, models.get(model), box, y);
            addWhisker(whiskers, box.lower(), box.low(), y);
            addWhisker(whiskers, box.upper(), box.high(), y);
            medians.to(box.median(), y - HALF).to(box.median(), y + HALF).to(box.median(), Double.NaN);
            Arrays.stream(ascending).forEach(figure -> dots.to(figure, y));
        }
        draw(whiskers, chart, "whiskers", Theme.BLUE, new BasicStroke(1.4f));
        draw(medians, chart, "medians", Theme.VERMILION, new BasicStroke(THICK));
        XYSeries figuresThemselves = dots.addTo(chart, "figures");
        figuresThemselves.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        figuresThemselves.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(translucent(Theme.INK, 110));
        name(chart, models);
        return chart;
    }

    private static void name(XYChart chart, List<String> models) {
        chart.getStyler()
                .setYAxisMin(.5)
                .setYAxisMax(models.size() + .5)
                .setYAxisTickMarkSpacingHint(TICKS)
                .setPlotGridHorizontalLinesVisible(false)
                .setYAxisTickLabelsFormattingFunction(tick -> label(models, tick));
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setMarkerSize(5);
    }

    /** The name at this height; between two a blank. */
    private static String label(List<String> names, double tick) {
        int place = names.size() - (int) Math.round(tick);
        boolean named = Math.abs(tick - Math.rint(tick)) < 1e-6 && place >= 0 && place < names.size();
        return named ? names.get(place) : blank(Math.round(tick * (1 << BITS)));
    }

    /** Another for each number: XChart looks for ticks without end where two labels are equal. */
    private static String blank(long number) {
        StringBuilder blank = new StringBuilder();
        for (int bit = 0; bit < 2 * BITS; bit++) {
            blank.append((number >> bit & 1) == 0 ? ' ' : '\u2009');
        }
        return blank.toString();
    }

    private static void addBox(XYChart chart, String model, Box box, double y) {
        XYSeries series = new Polyline()
                .to(box.lower(), y - HALF)
                .to(box.lower(), y + HALF)
                .to(box.upper(), y + HALF)
                .to(box.upper(), y - HALF)
                .to(box.lower(), y - HALF)
                .addTo(chart, model);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setLineColor(Theme.BLUE);
        series.setLineStyle(new BasicStroke(1.4f));
        series.setFillColor(translucent(Theme.BLUE, 50));
    }

    private static void addWhisker(Polyline whiskers, double from, double to, double y) {
        whiskers.to(from, y).to(to, y).to(to, y - CAP).to(to, y + CAP).to(to, Double.NaN);
    }

    private static void draw(Polyline line, XYChart chart, String name, Color colour, BasicStroke stroke) {
        XYSeries series = line.addTo(chart, name);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
    }

    private static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** Whiskers' ends and quartiles; quantiles are linear between order statistics. */
    private record Box(double low, double lower, double median, double upper, double high) {

        static Box of(double[] ascending) {
            double lower = quantile(ascending, .25);
            double upper = quantile(ascending, .75);
            double reach = WHISKER * (upper - lower);
            double low = Arrays.stream(ascending)
                    .filter(figure -> figure >= lower - reach)
                    .min()
                    .orElse(lower);
            double high = Arrays.stream(ascending)
                    .filter(figure -> figure <= upper + reach)
                    .max()
                    .orElse(upper);
            return new Box(Math.min(low, lower), lower, quantile(ascending, .5), upper, Math.max(high, upper));
        }

        private static double quantile(double[] ascending, double q) {
            double position = q * (ascending.length - 1);
            int below = (int) position;
            int above = Math.min(below + 1, ascending.length - 1);
            return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
        }
    }
}

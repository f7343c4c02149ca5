package dev.oddity.core.chart;

import dev.oddity.core.evaluation.Predictions;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** See {@link Charts#scoreHistogram}. */
final class ScoreHistogramChart {

    /** Where an empty bin is drawn on a logarithmic count axis: below one row. */
    private static final double FLOOR = 0.5;

    /** Scores that are written without an exponent. */
    private static final double PLAIN_FROM = 1e-6;

    private static final double PLAIN_TO = 1e7;

    private ScoreHistogramChart() {}

    static XYChart of(String model, Predictions predictions) {
        ScoreScale scale = ScoreScale.of(predictions);
        int[] normal = scale.count(predictions, false);
        int[] anomalous = scale.count(predictions, true);
        double top = 1.5 * Math.max(highest(normal), highest(anomalous));
        XYChart chart = Theme.xy(
                "Scores of " + model,
                scale.gathering() ? "anomaly score (outermost bins hold the scores beyond)" : "anomaly score",
                "rows per bin");
        chart.getStyler()
                .setXAxisLogarithmic(scale.logarithmic())
                .setXAxisMin(scale.low())
                .setXAxisMax(scale.high())
                .setYAxisLogarithmic(true)
                .setYAxisMin(FLOOR)
                .setYAxisMax(top)
                .setYAxisDecimalPattern("#,##0")
                .setPlotGridVerticalLinesVisible(false);
        if (scale.logarithmic() && scale.low() >= PLAIN_FROM && scale.high() <= PLAIN_TO) {
            chart.getStyler().setXAxisDecimalPattern("#,##0.######");
        }
        addBars(chart, "normal", Theme.BLUE, scale, normal);
        addBars(chart, "anomaly", Theme.VERMILION, scale, anomalous);
        if (predictions.threshold() >= scale.low() && predictions.threshold() <= scale.high()) {
            XYSeries line = new Polyline()
                    .to(predictions.threshold(), FLOOR)
                    .to(predictions.threshold(), top)
                    .addTo(chart, String.format(Locale.ROOT, "threshold %.4g", predictions.threshold()));
            line.setLineColor(Theme.INK);
            line.setLineStyle(Theme.dashed());
        }
        return chart;
    }

    private static void addBars(XYChart chart, String name, Color colour, ScoreScale scale, int[] counts) {
        Polyline outline = new Polyline().to(scale.edge(0), FLOOR);
        for (int bin = 0; bin < counts.length; bin++) {
            double height = Math.max(FLOOR, counts[bin]);
            outline.to(scale.edge(bin), height).to(scale.edge(bin + 1), height);
        }
        XYSeries series = outline.to(scale.edge(counts.length), FLOOR).addTo(chart, name);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setLineColor(colour);
        series.setLineWidth(1.4f);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 80));
    }

    private static int highest(int[] counts) {
        return Arrays.stream(counts).max().orElseThrow();
    }
}

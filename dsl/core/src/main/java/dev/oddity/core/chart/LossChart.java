package dev.oddity.core.chart;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** See {@link Charts#lossCurves}. */
final class LossChart {

    private static final int EPOCH_LABELS = 12;
    private static final int PANEL_HEIGHT = 190;
    private static final double MARGIN = .05;
    private static final String TITLE = "Training loss";

    private LossChart() {}

    static XYChart of(LossCurves curves) {
        XYChart chart = Theme.xy(TITLE + " of " + curves.title(), "epoch", "loss");
        chart.getStyler().setXAxisMaxLabelCount(EPOCH_LABELS);
        return drawn(curves, chart);
    }

    /** One after the other as small charts, since losses of different models are numbers of different kinds. */
    static ChartView of(List<LossCurves> models) {
        if (models.size() == 1) {
            return new ChartView(of(models.get(0)));
        }
        Panels grid = Panels.of(
                models.size() <= Panels.MOST
                        ? TITLE
                        : TITLE + ", the first " + Panels.MOST + " of " + models.size() + " charts",
                List.of(),
                models.stream().limit(Panels.MOST).toList(),
                PANEL_HEIGHT,
                LossChart::panel);
        return new ChartView(grid);
    }

    private static XYChart panel(LossCurves curves, int width, int height) {
        XYChart chart = Theme.panel(curves.title(), width, height);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
        // XChart's ticks would stand at every third epoch or so, too close for their numbers.
        chart.getStyler().setXAxisTicksVisible(false);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        int epochs = curves.losses().values().stream()
                .mapToInt(byEpoch -> byEpoch.length)
                .max()
                .orElse(0);
        chart.setXAxisTitle(epochs == 1 ? "epoch 1" : "epochs 1 to " + epochs);
        return drawn(curves, chart);
    }

    private static XYChart drawn(LossCurves curves, XYChart chart) {
        DoubleSummaryStatistics all = range(curves);
        boolean decades = all.getMin() > 0 && all.getMax() / all.getMin() > 100;
        chart.getStyler().setYAxisLogarithmic(decades).setXAxisDecimalPattern("#,##0.##");
        if (!decades && all.getMax() > all.getMin()) {
            double margin = MARGIN * (all.getMax() - all.getMin());
            chart.getStyler().setYAxisMin(all.getMin() - margin).setYAxisMax(all.getMax() + margin);
        }
        if (!decades) {
            chart.getStyler().setYAxisDecimalPattern(all.getMax() < .001 ? "0.#E0" : "#,##0.####");
        }
        curves.losses().forEach((name, byEpoch) -> add(chart, name, byEpoch));
        if (add(chart, "validation loss", curves.validation())) {
            chart.getSeries("validation loss").setLineStyle(Theme.dashed()).setLineColor(Theme.INK);
            int best = curves.bestEpoch();
            XYSeries dot = chart.addSeries(
                    "best epoch " + best, new double[] {best}, new double[] {curves.validation()[best - 1]});
            dot.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            dot.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(Theme.INK);
        }
        chart.getStyler().setLegendVisible(chart.getSeriesCollection().size() > 1);
        return chart;
    }

    /** False if there is nothing to draw. */
    private static boolean add(XYChart chart, String name, double[] byEpoch) {
        Polyline line = new Polyline();
        for (int epoch = 1; epoch <= byEpoch.length; epoch++) {
            if (Double.isFinite(byEpoch[epoch - 1])) {
                line.to(epoch, byEpoch[epoch - 1]);
            }
        }
        if (line.size() > 0) {
            XYSeries series = line.addTo(chart, name);
            if (line.size() == 1) {
                // One epoch makes no line.
                series.setMarker(SeriesMarkers.CIRCLE);
            }
        }
        return line.size() > 0;
    }

    private static DoubleSummaryStatistics range(LossCurves curves) {
        return Stream.concat(curves.losses().values().stream(), Stream.of(curves.validation()))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
    }
}

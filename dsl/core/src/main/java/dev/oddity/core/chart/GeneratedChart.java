package dev.oddity.core.chart;

import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** See {@link Charts#generated}. */
final class GeneratedChart {

    private static final int MOST_ROWS = 300;
    private static final int CURVES = 5;
    private static final int REAL_CURVES = 20;
    private static final int PANEL_HEIGHT = 210;
    private static final Color REAL = new Color(0xB4BAC2);

    private GeneratedChart() {}

    static ChartView of(String title, List<Generated> byEpoch, Features real) {
        return switch (real.shape().length) {
            case 4 -> new ChartView(GeneratedImages.of(title, byEpoch, real));
            case 3 -> new ChartView(curves(title, byEpoch, real));
            default -> new ChartView(points(title, byEpoch, real));
        };
    }

    /** Windows as curves over real ones; of several features the first. */
    private static Panels curves(String title, List<Generated> byEpoch, Features real) {
        Features shown = real.select(Sample.of(all(real), REAL_CURVES));
        Frame up = Frame.of(Stream.concat(Stream.of(shown), byEpoch.stream().map(Generated::rows))
                .flatMapToDouble(rows -> IntStream.range(0, Math.min(rows.rows(), REAL_CURVES))
                        .mapToObj(row -> curve(rows, row))
                        .flatMapToDouble(Arrays::stream))
                .toArray());
        return Panels.of(title, keys(), byEpoch, PANEL_HEIGHT, (generated, width, height) -> {
            XYChart chart = panel(generated, width, height);
            chart.getStyler().setYAxisMin(up.low()).setYAxisMax(up.high());
            // XChart's ticks would stand at every eleventh step, too close for their numbers.
            chart.getStyler().setXAxisTicksVisible(false);
            chart.setXAxisTitle("steps 0 to " + (real.shape()[1] - 1));
            line(chart, "real", shown, REAL_CURVES, REAL, 1);
            line(chart, "generated", generated.rows(), CURVES, Theme.VERMILION, 1.6f);
            return chart;
        });
    }

    private static void line(XYChart chart, String kind, Features rows, int most, Color colour, float width) {
        for (int row = 0; row < Math.min(most, rows.rows()); row++) {
            double[] values = curve(rows, row);
            XYSeries series = chart.addSeries(
                    kind + " " + (row + 1),
                    IntStream.range(0, values.length).asDoubleStream().toArray(),
                    values);
            series.setLineColor(colour);
            series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
    }

    private static double[] curve(Features windows, int row) {
        int features = windows.shape()[2];
        return IntStream.range(0, windows.shape()[1])
                .mapToDouble(step -> windows.at(row, step * features))
                .toArray();
    }

    /** Rows of a table in the plane in which real ones vary most. */
    private static Panels points(String title, List<Generated> byEpoch, Features real) {
        PrincipalPlane plane = PrincipalPlane.of(real, "column");
        Features shown = real.select(Sample.of(all(real), MOST_ROWS));
        List<Features> everything = new ArrayList<>(List.of(shown));
        byEpoch.forEach(generated -> everything.add(generated.rows()));
        Frame across = frame(plane, everything, 0);
        Frame up = frame(plane, everything, 1);
        return Panels.of(title, keys(), byEpoch, PANEL_HEIGHT, (generated, width, height) -> {
            XYChart chart = panel(generated, width, height);
            chart.getStyler()
                    .setXAxisMin(across.low())
                    .setXAxisMax(across.high())
                    .setYAxisMin(up.low())
                    .setYAxisMax(up.high());
            chart.setXAxisTitle(plane.shortName(0));
            chart.setYAxisTitle(plane.dimensions() == 1 ? "" : plane.shortName(1));
            dots(chart, "real", shown, plane, across, up, REAL);
            dots(chart, "generated", generated.rows(), plane, across, up, Theme.VERMILION);
            return chart;
        });
    }

    private static Frame frame(PrincipalPlane plane, List<Features> everything, int axis) {
        return Frame.of(everything.stream()
                .flatMapToDouble(
                        rows -> IntStream.range(0, rows.rows()).mapToDouble(row -> place(plane, rows, row, axis)))
                .toArray());
    }

    /** Rows of one number lie on a line. */
    private static double place(PrincipalPlane plane, Features rows, int row, int axis) {
        return axis < plane.dimensions() ? plane.at(rows, row, axis) : 0;
    }

    private static void dots(
            XYChart chart, String kind, Features rows, PrincipalPlane plane, Frame across, Frame up, Color colour) {
        XYSeries series = chart.addSeries(
                kind,
                IntStream.range(0, rows.rows())
                        .mapToDouble(row -> across.held(place(plane, rows, row, 0)))
                        .toArray(),
                IntStream.range(0, rows.rows())
                        .mapToDouble(row -> up.held(place(plane, rows, row, 1)))
                        .toArray());
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
    }

    private static XYChart panel(Generated generated, int width, int height) {
        XYChart chart = Theme.panel("epoch " + generated.epoch(), width, height);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setMarkerSize(4);
        return chart;
    }

    private static List<Panels.Key> keys() {
        return List.of(new Panels.Key(REAL, "real"), new Panels.Key(Theme.VERMILION, "generated"));
    }

    private static int[] all(Features rows) {
        return IntStream.range(0, rows.rows()).toArray();
    }
}

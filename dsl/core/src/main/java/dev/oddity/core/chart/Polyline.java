package dev.oddity.core.chart;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** A line that grows point by point. */
final class Polyline {

    /** Of the unit square: half a pixel of a chart at double density. */
    private static final double FINEST = 1.0 / 2000;

    private final List<double[]> points = new ArrayList<>();

    Polyline to(double x, double y) {
        points.add(new double[] {x, y});
        return this;
    }

    /** Without the points, on axes from 0 to 1, that nobody could tell from the one before. */
    Polyline thinned() {
        Polyline thin = new Polyline();
        double[] kept = null;
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            if (kept == null
                    || i + 1 == points.size()
                    || Math.abs(point[0] - kept[0]) > FINEST
                    || Math.abs(point[1] - kept[1]) > FINEST) {
                thin.points.add(point);
                kept = point;
            }
        }
        return thin;
    }

    /** Whether there is anything to draw but gaps. */
    boolean hasPoints() {
        return points.stream().anyMatch(point -> Double.isFinite(point[1]));
    }

    int size() {
        return points.size();
    }

    XYSeries addTo(XYChart chart, String name) {
        return chart.addSeries(
                name,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    /** As a quiet dashed line. */
    void addForComparison(XYChart chart, String name) {
        XYSeries series = addTo(chart, name);
        series.setLineColor(Theme.QUIET);
        series.setLineStyle(Theme.dashed());
    }
}

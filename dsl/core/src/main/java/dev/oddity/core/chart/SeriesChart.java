package dev.oddity.core.chart;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** See {@link Charts#series} and {@link Charts#examples}. */
final class SeriesChart {

    /** Two points in each: a chart is {@value Theme#WIDTH} wide. */
    private static final int BUCKETS = 500;

    private static final int STEP_LABELS = 12;
    private static final String NORMAL = "normal";
    private static final String ANOMALY = "anomaly";

    private SeriesChart() {}

    static XYChart of(String name, double[] values, boolean[] labels) {
        XYChart chart = Theme.xy(name, "point", name);
        Polyline normal = new Polyline();
        Polyline anomalous = new Polyline();
        int perBucket = Math.max(1, (int) Math.ceil((double) values.length / BUCKETS));
        for (int from = 0; from < values.length; from += perBucket) {
            int to = Math.min(values.length, from + perBucket);
            draw(normal, anomalous, values, labels, from, to);
        }
        add(chart, NORMAL, normal, Theme.BLUE);
        add(chart, ANOMALY, anomalous, Theme.VERMILION);
        return chart;
    }

    static XYChart ofExamples(List<double[]> normal, List<double[]> anomalies) {
        XYChart chart = Theme.xy("examples", "step", "value");
        chart.getStyler().setXAxisMaxLabelCount(STEP_LABELS);
        addAll(chart, NORMAL, normal, Theme.BLUE);
        addAll(chart, ANOMALY, anomalies, Theme.VERMILION);
        return chart;
    }

    /** The bucket's least and most, in their order; in the anomalies' line if one of its points is an anomaly. */
    private static void draw(Polyline normal, Polyline anomalous, double[] values, boolean[] labels, int from, int to) {
        int least = -1;
        int most = -1;
        boolean anomaly = false;
        for (int point = from; point < to; point++) {
            anomaly |= labels[point];
            if (Double.isFinite(values[point])) {
                least = least < 0 || values[point] < values[least] ? point : least;
                most = most < 0 || values[point] > values[most] ? point : most;
            }
        }
        Polyline line = anomaly ? anomalous : normal;
        Polyline other = anomaly ? normal : anomalous;
        other.to(from, Double.NaN);
        if (least < 0) {
            line.to(from, Double.NaN);
            return;
        }
        line.to(Math.min(least, most), values[Math.min(least, most)]);
        if (least != most) {
            line.to(Math.max(least, most), values[Math.max(least, most)]);
        }
    }

    private static void addAll(XYChart chart, String name, List<double[]> examples, Color colour) {
        for (int example = 0; example < examples.size(); example++) {
            Polyline line = new Polyline();
            for (int step = 0; step < examples.get(example).length; step++) {
                line.to(step, examples.get(example)[step]);
            }
            if (line.size() > 0) {
                XYSeries series = line.addTo(chart, example == 0 ? name : name + " " + (example + 1));
                series.setLineColor(colour).setShowInLegend(example == 0);
            }
        }
    }

    private static void add(XYChart chart, String name, Polyline line, Color colour) {
        if (line.hasPoints()) {
            line.addTo(chart, name).setLineColor(colour);
        }
    }
}

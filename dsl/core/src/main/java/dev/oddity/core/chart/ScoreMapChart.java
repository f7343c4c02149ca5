package dev.oddity.core.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;

/** See {@link Charts#scoreMap}. */
final class ScoreMapChart {

    /** Shades on each side of the threshold. */
    private static final int SHADES = 6;

    private static final int PLOT_WIDTH = 470;
    private static final int PLOT_HEIGHT = 350;
    private static final double DOT = 2.2;

    private ScoreMapChart() {}

    static XYChart of(ScoreMap map) {
        XYChart chart = Theme.xy(map.title(), map.xName(), map.yName());
        double[] sorted = map.scores().clone();
        Arrays.sort(sorted);
        chart.getStyler()
                .setXAxisMin(map.x()[0])
                .setXAxisMax(map.x()[map.x().length - 1])
                .setYAxisMin(map.y()[0])
                .setYAxisMax(map.y()[map.y().length - 1])
                .setPlotGridLinesVisible(false);
        double width = (double) PLOT_WIDTH / (map.x().length - 1);
        double height = (double) PLOT_HEIGHT / (map.y().length - 1);
        for (int shade = 0; shade < 2 * SHADES; shade++) {
            int wanted = shade;
            int[] cells = IntStream.range(0, map.scores().length)
                    .filter(cell -> shade(map.scores()[cell], map.threshold(), sorted) == wanted)
                    .toArray();
            if (cells.length > 0) {
                XYSeries series = chart.addSeries(
                        "shade " + shade,
                        IntStream.of(cells)
                                .mapToDouble(cell -> map.x()[cell % map.x().length])
                                .toArray(),
                        IntStream.of(cells)
                                .mapToDouble(cell -> map.y()[cell / map.x().length])
                                .toArray());
                scatter(series, new Cell(width, height), colour(shade));
                series.setShowInLegend(false);
            }
        }
        dots(chart, "normal", map.normal(), Theme.BLUE);
        dots(chart, "anomaly", map.anomalies(), Theme.VERMILION);
        return chart;
    }

    private static void dots(XYChart chart, String name, double[][] rows, Color colour) {
        if (rows.length > 0) {
            XYSeries series = chart.addSeries(
                    name,
                    Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> row[1]).toArray());
            scatter(series, new Dot(), colour);
        }
    }

    private static void scatter(XYSeries series, Marker marker, Color colour) {
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(colour);
    }

    /** By rank on its side of the threshold, so that one far corner does not leave the rest in one shade. */
    private static int shade(double score, double threshold, double[] sorted) {
        int below = below(sorted, threshold);
        int rank = below(sorted, score);
        if (score > threshold) {
            return SHADES + Math.min(SHADES - 1, (rank - below) * SHADES / Math.max(1, sorted.length - below));
        }
        return Math.min(SHADES - 1, rank * SHADES / Math.max(1, below));
    }

    /** How many are not greater. */
    private static int below(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** White by the threshold, bluer the more usual, redder the more anomalous. */
    private static Color colour(int shade) {
        boolean anomalous = shade >= SHADES;
        double strength = (anomalous ? shade - SHADES + 1.0 : SHADES - shade - 0.5) / SHADES * .5;
        Color full = anomalous ? Theme.VERMILION : Theme.BLUE;
        return new Color(mix(full.getRed(), strength), mix(full.getGreen(), strength), mix(full.getBlue(), strength));
    }

    private static int mix(int channel, double strength) {
        return (int) Math.round(255 + (channel - 255) * strength);
    }

    /** A place of the grid. A pixel more than its size, so that no gap shows between two. */
    private static final class Cell extends Marker {

        private final double width;
        private final double height;

        Cell(double width, double height) {
            this.width = width + 1;
            this.height = height + 1;
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            graphics.fill(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
        }
    }

    /** A row, with a light edge that sets it off from the ground. */
    private static final class Dot extends Marker {

        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            Color colour = graphics.getColor();
            graphics.setColor(Theme.CARD);
            graphics.fill(new Ellipse2D.Double(x - DOT - .8, y - DOT - .8, 2 * DOT + 1.6, 2 * DOT + 1.6));
            graphics.setColor(colour);
            graphics.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
        }
    }
}

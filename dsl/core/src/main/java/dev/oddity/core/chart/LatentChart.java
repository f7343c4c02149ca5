package dev.oddity.core.chart;

import dev.oddity.core.evaluation.Predictions;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.markers.Marker;

/**
 * See {@link Charts#latent}: a scatter of XChart's, with a bar for its colours beside it.
 *
 * @param scatter of the rows
 * @param scale of the scores
 * @param threshold on it
 * @param keys the kinds of rows, whether each is drawn as a diamond
 * @param notes what is not drawn as it is, one sentence each
 */
record LatentChart(XYChart scatter, ScoreScale scale, double threshold, List<Key> keys, List<String> notes)
        implements IChart {

    private static final int MOST_DOTS = 1_500;
    private static final int MOST_DIAMONDS = 500;
    private static final int SHADES = 24;
    private static final double DOT = 2.4;
    private static final double DIAMOND = 4.0;
    private static final int SIDE = 118;
    private static final int BAR_TOP = 76;
    private static final int BAR_HEIGHT = 200;
    private static final int BAR_WIDTH = 14;
    private static final int NOTE = 16;

    /** A kind of rows. */
    record Key(String name, boolean diamond) {}

    /** The rows' places along one axis, and what of it is seen. */
    private record Axis(double[] places, Frame frame) {

        /** @param drawn the rows that the frame must suit */
        static Axis of(double[] places, int[] drawn) {
            return new Axis(
                    places,
                    Frame.of(IntStream.of(drawn).mapToDouble(row -> places[row]).toArray()));
        }

        boolean holds(int row) {
            return frame.holds(places[row]);
        }

        double[] held(int[] rows) {
            return IntStream.of(rows)
                    .mapToDouble(row -> frame.held(places[row]))
                    .toArray();
        }
    }

    /** Where rows lie, and how high they score. */
    private record Scatter(Axis across, Axis up, double[] scores, ScoreScale scale) {}

    static LatentChart of(LatentMap map) {
        PrincipalPlane plane = PrincipalPlane.of(map.latent(), "latent dimension");
        boolean flat = plane.dimensions() == 1;
        double[] x = IntStream.range(0, map.scores().length)
                .mapToDouble(row -> plane.at(map.latent(), row, 0))
                .toArray();
        double[] y = flat
                ? map.scores()
                : IntStream.range(0, x.length)
                        .mapToDouble(row -> plane.at(map.latent(), row, 1))
                        .toArray();
        int[][] all = {kind(map, false), kind(map, true)};
        int[][] drawn = {Sample.of(all[0], MOST_DOTS), Sample.of(all[1], MOST_DIAMONDS)};
        int[] both = Stream.of(drawn).flatMapToInt(Arrays::stream).toArray();
        ScoreScale scale = ScoreScale.of(new Predictions(map.scores(), map.marked(), map.threshold()));
        Scatter scatter = new Scatter(Axis.of(x, both), Axis.of(y, both), map.scores(), scale);
        Frame across = scatter.across().frame();
        Frame up = scatter.up().frame();
        XYChart chart = Theme.xy(map.title(), plane.name(0), flat ? "score" : plane.name(1));
        chart.getStyler()
                .setXAxisMin(across.low())
                .setXAxisMax(across.high())
                .setYAxisMin(up.low())
                .setYAxisMax(up.high())
                .setLegendVisible(false);
        List<Key> keys = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        // The fewer lie on top.
        int first = drawn[0].length < drawn[1].length ? 1 : 0;
        for (int kind : new int[] {first, 1 - first}) {
            String name = map.names().get(kind);
            if (drawn[kind].length > 0) {
                Key key = new Key(name, kind == 1);
                keys.add(key);
                add(chart, key, drawn[kind], scatter);
            }
            if (drawn[kind].length < all[kind].length) {
                notes.add(String.format(
                        Locale.ROOT, "%s: %,d of %,d rows drawn", name, drawn[kind].length, all[kind].length));
            }
        }
        long beyond = IntStream.of(both)
                .filter(row -> !scatter.across().holds(row) || !scatter.up().holds(row))
                .count();
        if (beyond > 0) {
            notes.add(
                    beyond == 1
                            ? "1 row lies farther out than its place at the edge"
                            : beyond + " rows lie farther out than their places at the edge");
        }
        return new LatentChart(chart, scale, map.threshold(), List.copyOf(keys), List.copyOf(notes));
    }

    private static int[] kind(LatentMap map, boolean marked) {
        return IntStream.range(0, map.scores().length)
                .filter(row -> map.marked()[row] == marked)
                .toArray();
    }

    /** A series for each shade, the lowest scores first, so that high ones lie on top. */
    private static void add(XYChart chart, Key key, int[] rows, Scatter scatter) {
        double[] scores = scatter.scores();
        int[] ascending = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int shade = 0; shade < SHADES; shade++) {
            int wanted = shade;
            int[] same = IntStream.of(ascending)
                    .filter(row -> Math.min(SHADES - 1, (int) (scatter.scale().share(scores[row]) * SHADES)) == wanted)
                    .toArray();
            if (same.length > 0) {
                XYSeries series = chart.addSeries(
                        key.name() + ", shade " + (shade + 1),
                        scatter.across().held(same),
                        scatter.up().held(same));
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                series.setMarker(new Shape(key.diamond()));
                series.setMarkerColor(Ramp.SCORE.at((shade + .5) / SHADES));
            }
        }
    }

    @Override
    public int getWidth() {
        return scatter.getWidth() + SIDE;
    }

    @Override
    public int getHeight() {
        return scatter.getHeight() + (notes.isEmpty() ? 0 : NOTE);
    }

    @Override
    public String getTitle() {
        return scatter.getTitle();
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setColor(Theme.CARD);
        graphics.fillRect(0, 0, width, height);
        scatter.paint((Graphics2D) graphics.create(), scatter.getWidth(), scatter.getHeight());
        double left = scatter.getWidth() + 4.0;
        Theme.write(graphics, Theme.INK, 12);
        graphics.drawString("score", (float) left, BAR_TOP - 14);
        Ramp.SCORE.paintBar(graphics, left, BAR_TOP, BAR_WIDTH, BAR_HEIGHT);
        Theme.write(graphics, Theme.QUIET, 11);
        tick(graphics, left, 0, "");
        tick(graphics, left, 1, "");
        if (threshold > scale.low() && threshold < scale.high()) {
            Theme.write(graphics, Theme.INK, 11);
            double share = scale.share(threshold);
            boolean apart = share > .08 && share < .92;
            tick(graphics, left, share, apart ? "threshold" : "");
        }
        paintKeys(graphics, left);
        Theme.write(graphics, Theme.QUIET, 11);
        graphics.drawString(String.join("; ", notes), 18, height - 12f);
    }

    private void tick(Graphics2D graphics, double left, double share, String name) {
        double y = BAR_TOP + BAR_HEIGHT * (1 - share);
        double value = share == 0 ? scale.low() : share == 1 ? scale.high() : threshold;
        graphics.fillRect((int) left + BAR_WIDTH, (int) Math.round(y), 4, 1);
        float text = (float) left + BAR_WIDTH + 8;
        graphics.drawString(String.format(Locale.ROOT, "%.3g", value), text, (float) y + (name.isEmpty() ? 4 : -2));
        graphics.drawString(name, text, (float) y + 10);
    }

    private void paintKeys(Graphics2D graphics, double left) {
        Shape dot = new Shape(false);
        Shape diamond = new Shape(true);
        double y = BAR_TOP + BAR_HEIGHT + 34.0;
        for (Key key : keys) {
            graphics.setColor(Ramp.SCORE.at(key.diamond() ? .7 : .3));
            (key.diamond() ? diamond : dot).paint(graphics, left + 6, y - 4, 0);
            Theme.write(graphics, Theme.INK, 11);
            graphics.drawString(
                    Theme.cut(key.name(), graphics.getFontMetrics(), SIDE - 26), (float) left + 18, (float) y);
            y += 20;
        }
    }

    /** A dot with a light edge, or a diamond with a dark one: told apart by form, since the colour says the score. */
    private static final class Shape extends Marker {

        private final boolean diamond;

        Shape(boolean diamond) {
            this.diamond = diamond;
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            Color colour = graphics.getColor();
            if (diamond) {
                graphics.setColor(Theme.INK);
                graphics.fill(diamond(x, y, DIAMOND));
                graphics.setColor(colour);
                graphics.fill(diamond(x, y, DIAMOND - 1.2));
            } else {
                graphics.setColor(Theme.CARD);
                graphics.fill(circle(x, y, DOT + .7));
                graphics.setColor(colour);
                graphics.fill(circle(x, y, DOT));
            }
        }

        private static Ellipse2D circle(double x, double y, double radius) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }

        private static Path2D diamond(double x, double y, double reach) {
            Path2D path = new Path2D.Double();
            path.moveTo(x, y - reach);
            path.lineTo(x + reach, y);
            path.lineTo(x, y + reach);
            path.lineTo(x - reach, y);
            path.closePath();
            return path;
        }
    }
}

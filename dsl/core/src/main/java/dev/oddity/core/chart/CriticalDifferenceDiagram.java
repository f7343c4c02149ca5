package dev.oddity.core.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * See {@link Charts#criticalDifference}. XChart has no chart of this kind; this one is painted in the same theme.
 *
 * @param models names, by ascending mean rank
 * @param ranks their mean ranks
 * @param difference the critical one
 * @param title of the chart
 */
record CriticalDifferenceDiagram(List<String> models, double[] ranks, double difference, String title)
        implements IChart {

    private static final int SIDE = 190;
    private static final int AXIS = 92;
    private static final int TICK = 5;
    private static final int BAR = 9;
    private static final int LINE = 22;
    private static final int GAP = 8;
    private static final int BOTTOM = 24;
    private static final float THICK = 3.6f;

    static CriticalDifferenceDiagram of(Map<String, Double> ranks, double difference, String over) {
        Fonts.require();
        List<Map.Entry<String, Double>> ascending = new ArrayList<>(ranks.entrySet());
        ascending.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        return new CriticalDifferenceDiagram(
                ascending.stream().map(Map.Entry::getKey).toList(),
                ascending.stream().mapToDouble(Map.Entry::getValue).toArray(),
                difference,
                "Mean ranks over " + over);
    }

    /**
     * The longest runs of models whose outermost ranks lie within the critical difference.
     *
     * @return first and last index of each, at least two models long
     */
    List<int[]> groups() {
        List<int[]> groups = new ArrayList<>();
        int reached = -1;
        for (int first = 0; first < ranks.length; first++) {
            int last = first;
            while (last + 1 < ranks.length && ranks[last + 1] - ranks[first] < difference) {
                last++;
            }
            if (last > first && last > reached) {
                groups.add(new int[] {first, last});
                reached = last;
            }
        }
        return groups;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, title, width, height);
        paintDifference(graphics, width);
        paintAxis(graphics, width);
        int bars = paintGroups(graphics, width);
        int left = (models.size() + 1) / 2;
        for (int model = 0; model < models.size(); model++) {
            boolean onLeft = model < left;
            int level = onLeft ? model : models.size() - 1 - model;
            paintModel(graphics, width, model, onLeft, bars + GAP + LINE * (level + 1) - LINE / 2);
        }
    }

    private void paintDifference(Graphics2D graphics, int width) {
        double from = x(1, width);
        double to = from + Math.min(difference, models.size() - 1.0) * (x(2, width) - from);
        double y = AXIS - 30;
        line(graphics, Theme.INK, 1.4f, from, y, to, y);
        line(graphics, Theme.INK, 1.4f, from, y - TICK, from, y + TICK);
        line(graphics, Theme.INK, 1.4f, to, y - TICK, to, y + TICK);
        String text = String.format(Locale.ROOT, "CD %.2f", difference);
        graphics.drawString(text, (float) to + GAP, (float) y + 4);
    }

    private void paintAxis(Graphics2D graphics, int width) {
        line(graphics, Theme.QUIET, 1.2f, x(1, width), AXIS, x(models.size(), width), AXIS);
        int step = models.size() > 15 ? 2 : 1;
        for (int rank = 1; rank <= models.size(); rank += step) {
            line(graphics, Theme.QUIET, 1.2f, x(rank, width), AXIS - TICK, x(rank, width), AXIS);
            graphics.setColor(Theme.QUIET);
            centred(graphics, String.valueOf(rank), x(rank, width), AXIS - TICK - 4);
        }
    }

    /** @return how far down the bars reach */
    private int paintGroups(Graphics2D graphics, int width) {
        int y = AXIS + BAR;
        for (int[] group : groups()) {
            line(graphics, Theme.VERMILION, THICK, x(ranks[group[0]], width) - 3, y, x(ranks[group[1]], width) + 3, y);
            y += BAR;
        }
        return y;
    }

    private void paintModel(Graphics2D graphics, int width, int model, boolean onLeft, int y) {
        double at = x(ranks[model], width);
        double edge = onLeft ? SIDE - GAP : width - SIDE + GAP;
        line(graphics, Theme.BLUE, 1.2f, at, AXIS, at, y);
        line(graphics, Theme.BLUE, 1.2f, at, y, edge, y);
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = label(models.get(model), ranks[model], metrics);
        double start = onLeft ? edge - GAP / 2.0 - metrics.stringWidth(shown) : edge + GAP / 2.0;
        graphics.setColor(Theme.INK);
        graphics.drawString(shown, (float) start, y + metrics.getAscent() / 2f - 1);
    }

    /** Name and rank, the name cut where it does not fit beside the line. */
    private static String label(String model, double rank, FontMetrics metrics) {
        String figure = String.format(Locale.ROOT, "  %.2f", rank);
        int room = SIDE - 3 * GAP - metrics.stringWidth(figure);
        return Theme.cut(model, metrics, room) + figure;
    }

    private double x(double rank, int width) {
        return SIDE + (rank - 1) / (models.size() - 1) * (width - 2.0 * SIDE);
    }

    private static void centred(Graphics2D graphics, String text, double x, double y) {
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    private static void line(
            Graphics2D graphics, Color colour, float thickness, double x1, double y1, double x2, double y2) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public int getWidth() {
        return Theme.WIDTH;
    }

    @Override
    public int getHeight() {
        return AXIS + BAR * (groups().size() + 1) + GAP + LINE * ((models.size() + 1) / 2) + BOTTOM;
    }

    @Override
    public String getTitle() {
        return title;
    }
}

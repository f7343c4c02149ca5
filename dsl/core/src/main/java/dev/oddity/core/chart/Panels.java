package dev.oddity.core.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Small charts in a grid under one title, read line by line (Tufte's small multiples).
 *
 * @param title heads them all
 * @param keys what the colours in all of them mean
 * @param charts each painted in its place
 * @param columns of the grid
 */
record Panels(String title, List<Key> keys, List<IChart> charts, int columns) implements IChart {

    /** As many as can be looked over. */
    static final int MOST = 12;

    private static final int TOP = 44;
    private static final int KEYS = 22;
    private static final int HEAD = 20;
    private static final int EDGE = 14;
    private static final int WIDE = 860;

    /** A colour and its meaning. */
    record Key(Color colour, String meaning) {}

    /** Makes one of the small charts. */
    @FunctionalInterface
    interface Maker<T> {

        IChart of(T content, int width, int height);
    }

    static <T> Panels of(String title, List<Key> keys, List<T> contents, int height, Maker<T> maker) {
        Fonts.require();
        int columns = contents.size() <= 1 ? 1 : contents.size() == 2 || contents.size() == 4 ? 2 : 3;
        int width = (width(columns) - 2 * EDGE) / columns;
        List<IChart> charts = new ArrayList<>();
        contents.forEach(content -> charts.add(maker.of(content, width, height)));
        return new Panels(title, List.copyOf(keys), List.copyOf(charts), columns);
    }

    private static int width(int columns) {
        return columns < 3 ? Theme.WIDTH : WIDE;
    }

    @Override
    public int getWidth() {
        return width(columns);
    }

    @Override
    public int getHeight() {
        int lines = (charts.size() + columns - 1) / columns;
        int height = charts.isEmpty() ? 0 : charts.get(0).getHeight();
        return TOP + (keys.isEmpty() ? 0 : KEYS) + lines * (HEAD + height) + EDGE;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, title, width, height);
        paintKeys(graphics, keys, width, TOP + 10);
        int top = TOP + (keys.isEmpty() ? 0 : KEYS);
        for (int i = 0; i < charts.size(); i++) {
            IChart chart = charts.get(i);
            int left = EDGE + i % columns * chart.getWidth();
            int y = top + i / columns * (HEAD + chart.getHeight());
            Theme.write(graphics, Theme.INK, 12);
            String name = Theme.cut(chart.getTitle(), graphics.getFontMetrics(), chart.getWidth() - 60);
            graphics.drawString(name, left + 48, y + HEAD - 3);
            Graphics2D inPlace = (Graphics2D) graphics.create();
            inPlace.translate(left, y + HEAD);
            chart.paint(inPlace, chart.getWidth(), chart.getHeight());
            inPlace.dispose();
        }
    }

    /** A line of dots with their meanings, in the middle. */
    static void paintKeys(Graphics2D graphics, List<Key> keys, int width, int y) {
        FontMetrics metrics = graphics.getFontMetrics();
        int gap = 24;
        int dot = 9;
        int all = keys.stream()
                        .mapToInt(key -> dot + 6 + metrics.stringWidth(key.meaning()) + gap)
                        .sum()
                - gap;
        double x = (width - all) / 2.0;
        for (Key key : keys) {
            graphics.setColor(key.colour());
            graphics.fill(new Ellipse2D.Double(x, y - dot, dot, dot));
            graphics.setColor(Theme.INK);
            graphics.drawString(key.meaning(), (float) x + dot + 6, y);
            x += dot + 6 + metrics.stringWidth(key.meaning()) + gap;
        }
    }
}

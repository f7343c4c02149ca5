package dev.oddity.core.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Bars below each other, named on the left and with their numbers at their ends. XChart's own horizontal bars leave names
 * out where bars lie close.
 *
 * @param title heads the chart
 * @param amounts by name, from above
 */
record ContributionChart(String title, Map<String, Double> amounts) implements IChart {

    private static final int TOP = 52;
    private static final int BOTTOM = 18;
    private static final int LINE = 26;
    private static final int BAR = 16;
    private static final int EDGE = 18;
    private static final int GAP = 8;
    private static final int NUMBERS = 78;
    private static final int MOST_FOR_NAMES = 280;

    ContributionChart {
        Fonts.require();
    }

    @Override
    public int getWidth() {
        return Theme.WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + LINE * amounts.size() + BOTTOM;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, title, width, height);
        FontMetrics metrics = graphics.getFontMetrics();
        int names = Math.min(
                MOST_FOR_NAMES,
                amounts.keySet().stream().mapToInt(metrics::stringWidth).max().orElse(0));
        double least =
                Math.min(0, amounts.values().stream().mapToDouble(a -> a).min().orElse(0));
        double most =
                Math.max(0, amounts.values().stream().mapToDouble(a -> a).max().orElse(0));
        double left = EDGE + names + GAP;
        double scale = (width - left - NUMBERS) / Math.max(most - least, Double.MIN_NORMAL);
        double zero = left - least * scale;
        int y = TOP;
        for (Map.Entry<String, Double> amount : amounts.entrySet()) {
            float base = y + BAR - 3f;
            String name = Theme.cut(amount.getKey(), metrics, MOST_FOR_NAMES);
            graphics.setColor(Theme.INK);
            graphics.drawString(name, (float) (EDGE + names - metrics.stringWidth(name)), base);
            double end = zero + amount.getValue() * scale;
            graphics.setColor(amount.getValue() < 0 ? Theme.BLUE : Theme.VERMILION);
            graphics.fill(new Rectangle2D.Double(Math.min(zero, end), y, Math.max(1, Math.abs(end - zero)), BAR));
            graphics.setColor(Theme.QUIET);
            graphics.drawString(
                    String.format(Locale.ROOT, "%.3g", amount.getValue()),
                    (float) Math.max(zero, end) + GAP / 2f,
                    base);
            y += LINE;
        }
        graphics.setColor(Theme.GRID);
        graphics.fill(new Rectangle2D.Double(zero - .5, TOP - 4, 1, LINE * (double) amounts.size()));
    }
}

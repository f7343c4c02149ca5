package dev.oddity.core.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Colours for numbers from low to high. Each gets darker all the way, so that it can be read without hue, and none turns
 * from red to green.
 */
enum Ramp {
    /** Usual to odd: pale blue, orange, vermilion, dark. */
    SCORE(0x9CC3E4, 0xE0A83A, 0xD55E00, 0x6B1D00),
    /** Nothing to much: the card's white, vermilion, dark. */
    ERROR(0xFFFFFF, 0xF3B48A, 0xD55E00, 0x6B1D00),
    /** Pixels: dark is high, as ink on paper. */
    INK(0xFFFFFF, 0x000000);

    private final Color[] stops;

    Ramp(int... stops) {
        this.stops = new Color[stops.length];
        for (int i = 0; i < stops.length; i++) {
            this.stops[i] = new Color(stops[i]);
        }
    }

    /** @param share 0 lowest, 1 highest; beyond, the end */
    Color at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
        int below = Math.min((int) place, stops.length - 2);
        double rest = place - below;
        Color from = stops[below];
        Color to = stops[below + 1];
        return new Color(
                mix(from.getRed(), to.getRed(), rest),
                mix(from.getGreen(), to.getGreen(), rest),
                mix(from.getBlue(), to.getBlue(), rest));
    }

    private static int mix(int from, int to, double rest) {
        return (int) Math.round(from + (to - from) * rest);
    }

    /** As a bar from left to right, or from the bottom up. */
    void paintBar(Graphics2D graphics, double x, double y, double width, double height) {
        boolean upright = height > width;
        double length = upright ? height : width;
        for (double at = 0; at < length; at += .5) {
            graphics.setColor(at(at / length));
            graphics.fill(
                    upright
                            ? new Rectangle2D.Double(x, y + height - at - .5, width, .5)
                            : new Rectangle2D.Double(x + at, y, .5, height));
        }
        graphics.setColor(Theme.GRID);
        graphics.draw(new Rectangle2D.Double(x, y, width, height));
    }
}

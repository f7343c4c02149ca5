package dev.oddity.core.chart;

import dev.oddity.datasets.Features;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntToDoubleFunction;

/**
 * How images are painted: pixels as sharp squares, in one range for all, so that two can be compared.
 *
 * @param channels of an image; three are red, green and blue, of others the mean is painted
 * @param height in pixels
 * @param width in pixels
 * @param low painted as nothing
 * @param high painted in full
 */
record Tile(int channels, int height, int width, double low, double high) {

    /** For images in the range of these. */
    static Tile of(Features images) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float pixel : images.values()) {
            low = Math.min(low, pixel);
            high = Math.max(high, pixel);
        }
        int[] shape = images.shape();
        return new Tile(shape[1], shape[2], shape[3], low, high);
    }

    /** The side of a tile of about so many pixels of the page in which every pixel of an image has the same size. */
    double side(double wanted) {
        int longest = Math.max(width, height);
        int each = (int) (2 * wanted) / longest;
        return each == 0 ? wanted : each * longest / 2.0;
    }

    /** Paints an image, each number of it by its place. */
    void paint(Graphics2D graphics, IntToDoubleFunction image, double x, double y, double side) {
        paint(graphics, x, y, side, pixel -> colour(image, pixel));
    }

    /** Paints errors by one ramp, the mean of the channels. */
    void paintError(Graphics2D graphics, IntToDoubleFunction error, double most, double x, double y, double side) {
        paint(graphics, x, y, side, pixel -> Ramp.ERROR.at(most > 0 ? mean(error, pixel) / most : 0));
    }

    private interface Paint {

        Color of(int pixel);
    }

    private void paint(Graphics2D graphics, double x, double y, double side, Paint paint) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < width * height; pixel++) {
            image.setRGB(pixel % width, pixel / width, paint.of(pixel).getRGB());
        }
        double scale = side / Math.max(width, height);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, place, null);
        graphics.setColor(Theme.GRID);
        graphics.draw(new Rectangle2D.Double(x, y, width * scale, height * scale));
    }

    private Color colour(IntToDoubleFunction image, int pixel) {
        if (channels == 3) {
            int size = width * height;
            return new Color(
                    (float) share(image.applyAsDouble(pixel)), (float) share(image.applyAsDouble(pixel + size)), (float)
                            share(image.applyAsDouble(pixel + 2 * size)));
        }
        return Ramp.INK.at(share(mean(image, pixel)));
    }

    private double mean(IntToDoubleFunction image, int pixel) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += image.applyAsDouble(pixel + channel * width * height);
        }
        return sum / channels;
    }

    private double share(double value) {
        return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
    }
}

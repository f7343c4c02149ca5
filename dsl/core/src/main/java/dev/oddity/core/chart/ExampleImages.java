package dev.oddity.core.chart;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Grey images in two lines, normal above and anomalies below, each stretched to its own range; dark is high.
 *
 * @param name of the data
 * @param normal pixels of each image, row after row
 * @param anomalies pixels of each image, row after row
 * @param width pixels in a row of one image
 */
public record ExampleImages(String name, List<double[]> normal, List<double[]> anomalies, int width)
        implements Displayable {

    private static final int TILE = 60;
    private static final int GAP = 4;

    @Override
    public MimeBundle display() {
        BufferedImage picture = picture();
        return MimeBundle.text("examples of " + name)
                .withPng(ChartView.encode(picture), picture.getWidth() / 2, picture.getHeight() / 2);
    }

    /** As a piece of a page. */
    public Html html(String caption) {
        BufferedImage picture = picture();
        return Html.figure(
                ChartView.encode(picture),
                picture.getWidth() / 2,
                picture.getHeight() / 2,
                "examples of " + name,
                caption);
    }

    /** Twice the size at which it is shown, for dense screens. */
    private BufferedImage picture() {
        int columns = Math.max(1, Math.max(normal.size(), anomalies.size()));
        int pitch = 2 * (TILE + GAP);
        BufferedImage picture = new BufferedImage(columns * pitch, 2 * pitch, BufferedImage.TYPE_INT_ARGB);
        for (int column = 0; column < normal.size(); column++) {
            paint(picture, normal.get(column), column * pitch, 0);
        }
        for (int column = 0; column < anomalies.size(); column++) {
            paint(picture, anomalies.get(column), column * pitch, pitch);
        }
        return picture;
    }

    private void paint(BufferedImage picture, double[] pixels, int left, int top) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double pixel : pixels) {
            least = Math.min(least, pixel);
            most = Math.max(most, pixel);
        }
        int height = pixels.length / width;
        for (int y = 0; y < 2 * TILE; y++) {
            for (int x = 0; x < 2 * TILE; x++) {
                double pixel = pixels[y * height / (2 * TILE) * width + x * width / (2 * TILE)];
                int grey = most > least ? (int) Math.round(255 - 255 * (pixel - least) / (most - least)) : 255;
                picture.setRGB(left + x, top + y, 0xFF000000 | grey << 16 | grey << 8 | grey);
            }
        }
    }
}

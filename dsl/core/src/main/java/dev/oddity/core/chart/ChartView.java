package dev.oddity.core.chart;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Shows an XChart chart as a PNG of twice its size, for dense screens, on a card with round corners;
 * as SVG where that is asked for. A chart that keeps XChart's own colours gets a white ground in place of the grey one.
 *
 * @param chart any XChart chart; painted anew each time
 */
public record ChartView(IChart chart) implements Displayable {

    private static final int DENSITY = 2;
    private static final int CORNER = 12;
    private static final Color EDGE = new Color(128, 128, 128, 90);

    /** The picture, {@value #DENSITY} pixels to each of the chart's, the same bytes each time. Needs a Java with fonts. */
    public byte[] png() {
        Fonts.require();
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(DENSITY * width, DENSITY * height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(DENSITY, DENSITY);
            paint(graphics);
        } finally {
            graphics.dispose();
        }
        return encode(image);
    }

    /**
     * The picture as SVG, sharp at any size, the same text each time. A chart of thousands of points is larger so than as
     * a PNG, and a notebook that isn't trusted does not show it. Needs a Java with fonts.
     */
    public String svg() {
        Fonts.require();
        return Svg.of(this::paint, chart.getWidth(), chart.getHeight(), title());
    }

    private void paint(Graphics2D graphics) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        Shape card = new RoundRectangle2D.Double(0.5, 0.5, width - 1.0, height - 1.0, CORNER, CORNER);
        Graphics2D onCard = (Graphics2D) graphics.create();
        onCard.clip(card);
        PlainGround.paint(chart, onCard, width, height);
        onCard.dispose();
        graphics.setColor(EDGE);
        graphics.draw(card);
    }

    /** As a piece of a page; on a Java without fonts what to install. */
    public Html html(String caption) {
        Optional<String> obstacle = Fonts.missing();
        if (obstacle.isPresent()) {
            return Html.note(obstacle.get());
        }
        return Html.figure(png(), chart.getWidth(), chart.getHeight(), title(), caption);
    }

    @Override
    public MimeBundle display() {
        Optional<String> obstacle = Fonts.missing();
        if (obstacle.isPresent()) {
            return MimeBundle.text(obstacle.get());
        }
        return text().withPng(png(), chart.getWidth(), chart.getHeight());
    }

    /** As SVG if that is asked for: front ends would take it rather than the smaller PNG if both were there. */
    @Override
    public MimeBundle display(String type) {
        return type.equals(MimeBundle.SVG) && Fonts.missing().isEmpty()
                ? text().with(MimeBundle.SVG, svg())
                : display();
    }

    private MimeBundle text() {
        return MimeBundle.text("chart '" + title() + "', " + chart.getWidth() + " × " + chart.getHeight());
    }

    private String title() {
        return chart.getTitle() == null ? "" : chart.getTitle();
    }

    static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG could not be written to memory", e);
        }
        return bytes.toByteArray();
    }
}

package dev.oddity.core.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import dev.oddity.core.display.Html;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Pictures as SVG, ready to stand in a page. Words are outlines, as wide on every machine as they were measured here; the
 * title alone is text, for those who listen to the page.
 */
final class Svg {

    private static final Pattern CLIP = Pattern.compile("\\bclip\\d+\\b");

    private Svg() {}

    /** The same text for the same picture. */
    static String of(Consumer<Graphics2D> picture, int width, int height, String title) {
        Pen pen = new Pen();
        picture.accept(pen);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(pen.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an SVG could not be written to memory", e);
        }
        String document = bytes.toString(StandardCharsets.UTF_8);
        String svg = withOwnNames(document.substring(document.indexOf("<svg")));
        int inside = svg.indexOf('>') + 1;
        return svg.substring(0, inside) + "<title>" + spoken(title) + "</title>" + svg.substring(inside);
    }

    /** XML has no place for characters that control a terminal. */
    private static String spoken(String title) {
        return Html.escape(title.replaceAll("\\p{Cntrl}", " "));
    }

    /** The library numbers clips by chance. Pictures in one page share a name only if they are the same. */
    private static String withOwnNames(String svg) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        String numbered = CLIP.matcher(svg).replaceAll(clip -> {
            numbers.putIfAbsent(clip.group(), numbers.size());
            return "clip-" + numbers.get(clip.group());
        });
        String picture = Integer.toHexString(numbered.hashCode());
        return numbered.replaceAll("\\b(clip-\\d+)\\b", "p" + picture + "-$1");
    }

    /** Draws words as outlines. */
    private static final class Pen extends VectorGraphics2D {

        @Override
        public void drawString(String text, float x, float y) {
            if (!text.isEmpty()) {
                fill(new TextLayout(text, getFont(), getFontRenderContext())
                        .getOutline(AffineTransform.getTranslateInstance(x, y)));
            }
        }

        @Override
        public void drawString(String text, int x, int y) {
            drawString(text, (float) x, (float) y);
        }
    }
}

package dev.oddity.ci.approval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How large a picture is, as {@code 640 × 400}. */
final class PictureSize {

    private static final String UNKNOWN = "of unknown size";
    private static final Pattern SVG = Pattern.compile("<svg\\b[^>]*>");

    private PictureSize() {}

    /** @param form Base64, or the source of an SVG */
    static String of(String type, String form) {
        return type.equals("image/svg+xml") ? ofSvg(form) : ofPixels(form);
    }

    private static String ofPixels(String base64) {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return UNKNOWN;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes);
                return reader.getWidth(0) + " × " + reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static String ofSvg(String source) {
        Matcher svg = SVG.matcher(source);
        if (!svg.find()) {
            return UNKNOWN;
        }
        Matcher width = attribute("width", svg.group());
        Matcher height = attribute("height", svg.group());
        return width.find() && height.find() ? width.group(1) + " × " + height.group(1) : UNKNOWN;
    }

    private static Matcher attribute(String name, String tag) {
        return Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
    }
}

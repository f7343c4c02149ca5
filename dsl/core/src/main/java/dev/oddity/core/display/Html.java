package dev.oddity.core.display;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A piece of HTML: whoever holds one knows that texts in it are escaped. Pieces are put together into a {@link Page}.
 *
 * @param markup well-formed, put into the page as it is
 */
public record Html(String markup) {

    /** Text from data or a user, safe inside an element or a quoted attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A paragraph of plain text. */
    public static Html paragraph(String text) {
        return element("p", "", text);
    }

    /** What a reader must not miss, such as a subsample taken. */
    public static Html note(String text) {
        return element("p", "note", text);
    }

    /** Text in fixed width, line breaks kept: a sentence of the language, JSON. */
    public static Html code(String text) {
        return element("pre", "code", text);
    }

    /** Named facts, in the order of the map. */
    public static Html facts(Map<String, String> facts) {
        StringBuilder markup = new StringBuilder("<dl class=\"oddity-facts\">");
        facts.forEach((name, fact) -> markup.append("<dt>")
                .append(escape(name))
                .append("</dt><dd>")
                .append(escape(fact))
                .append("</dd>"));
        return new Html(markup.append("</dl>").toString());
    }

    /** Many short texts, each on its own line, in as many columns as there is room for. */
    public static Html items(List<String> texts) {
        StringBuilder markup = new StringBuilder("<ul class=\"oddity-items\">");
        texts.forEach(text -> markup.append("<li>").append(escape(text)).append("</li>"));
        return new Html(markup.append("</ul>").toString());
    }

    /**
     * A picture inside the page itself.
     *
     * @param width in CSS pixels; on a narrower screen the picture shrinks
     * @param height in CSS pixels
     * @param alternative what the picture shows, for those who cannot see it
     * @param caption under the picture; none if empty
     */
    public static Html figure(byte[] png, int width, int height, String alternative, String caption) {
        return new Html(String.format(
                Locale.ROOT,
                "<figure class=\"oddity-figure\"><img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\">%s</figure>",
                width,
                height,
                escape(alternative),
                new String(Base64.getEncoder().encode(png), StandardCharsets.US_ASCII),
                caption.isEmpty() ? "" : "<figcaption>" + escape(caption) + "</figcaption>"));
    }

    /** Pieces side by side where the screen is wide enough, else below each other. */
    public static Html row(Html... pieces) {
        StringBuilder markup = new StringBuilder("<div class=\"oddity-row\">");
        for (Html piece : pieces) {
            markup.append(piece.markup);
        }
        return new Html(markup.append("</div>").toString());
    }

    private static Html element(String name, String kind, String text) {
        String attribute = kind.isEmpty() ? "" : " class=\"oddity-" + kind + "\"";
        return new Html("<" + name + attribute + ">" + escape(text) + "</" + name + ">");
    }
}

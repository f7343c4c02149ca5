package dev.oddity.ci.page;

import dev.oddity.core.display.Html;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markup from a notebook's output, made to end where it ends: end tags of elements it did not open are left out, and what it
 * leaves open is closed. So one output cannot end the page, nor swallow the rest of it.
 */
final class Balanced {

    private static final Pattern PIECE = Pattern.compile(
            "(?<comment><!--[\\s\\S]*?(?:-->|\\z))"
                    + "|<(?<raw>style|script|textarea|title|xmp|iframe|noembed|noframes)\\b[\\s\\S]*?(?:</\\k<raw>\\s*>|\\z)"
                    + "|<(?<end>/?)(?<name>[a-zA-Z][^\\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*+>"
                    + "|(?<lone><(?=[a-zA-Z/!?]))",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> VOID = Set.of(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
            "plaintext");

    private Balanced() {}

    static String markup(String html) {
        StringBuilder markup = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher piece = PIECE.matcher(html);
        int from = 0;
        while (piece.find()) {
            markup.append(html, from, piece.start()).append(kept(piece, open));
            from = piece.end();
        }
        markup.append(html.substring(from));
        open.forEach(name -> markup.append("</").append(name).append('>'));
        return markup.toString();
    }

    private static String kept(Matcher piece, Deque<String> open) {
        String text = piece.group();
        if (piece.group("lone") != null) {
            return Html.escape(text);
        }
        if (piece.group("comment") != null) {
            return text.endsWith("-->") ? text : "";
        }
        if (piece.group("raw") != null) {
            return text.toLowerCase(Locale.ROOT)
                            .matches("(?s).*</" + piece.group("raw").toLowerCase(Locale.ROOT) + "\\s*>")
                    ? text
                    : "";
        }
        String name = piece.group("name").toLowerCase(Locale.ROOT);
        if (VOID.contains(name)) {
            return name.equals("plaintext") ? "" : text;
        }
        if (piece.group("end").isEmpty()) {
            if (!text.endsWith("/>")) {
                open.push(name);
            }
            return text;
        }
        if (!open.contains(name)) {
            return "";
        }
        while (!open.pop().equals(name)) {
            // What stands open inside ends with it.
        }
        return text;
    }
}

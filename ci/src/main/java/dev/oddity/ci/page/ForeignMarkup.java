package dev.oddity.ci.page;

import dev.oddity.core.display.Html;
import dev.oddity.core.display.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Markup from a notebook's output as a piece of the page: it ends where it ends, loads and runs nothing, and its style sheets
 * hold for itself alone, in a shadow tree of its own. Oddity's own style sheet is in the page already.
 */
final class ForeignMarkup {

    /** What is for a whole document, or for a browser that runs scripts. */
    private static final String NOT_IN_A_PIECE =
            "script, noscript, link, meta, base, title, iframe, frame, frameset, object, embed, applet, plaintext";

    private static final String OWN_STYLE = styleOf(Page.titled("").fragment());

    private ForeignMarkup() {}

    static Html html(String markup) {
        Document document = Jsoup.parseBodyFragment(markup);
        document.outputSettings().prettyPrint(false);
        document.select(NOT_IN_A_PIECE).remove();
        Element body = document.body();
        body.select("style").removeIf(style -> style.data().strip().equals(OWN_STYLE));
        boolean styled = !body.select("style").isEmpty();
        return new Html("<div class=\"oddity-value\">"
                + (styled
                        ? "<template shadowrootmode=\"open\">" + body.html() + "</template>"
                        : body.html().strip())
                + "</div>");
    }

    private static String styleOf(Html piece) {
        return Jsoup.parseBodyFragment(piece.markup())
                .expectFirst("style")
                .data()
                .strip();
    }
}

package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.List;

/**
 * A report to read: title, summary, sections. Immutable; {@link #section} and the others return a new page. Given out
 * whole ({@link #toHtml}: one file that needs no other, no script, light and dark) or as a piece of a notebook's output
 * ({@link #fragment}).
 */
public final class Page {

    private final String title;
    private final String summary;
    private final String footer;
    private final List<Html> sections;

    private Page(String title, String summary, String footer, List<Html> sections) {
        this.title = title;
        this.summary = summary;
        this.footer = footer;
        this.sections = List.copyOf(sections);
    }

    public static Page titled(String title) {
        return new Page(title, "", "", List.of());
    }

    /** One or two sentences under the title. */
    public Page summary(String text) {
        return new Page(title, text, footer, sections);
    }

    /** Small print at the end: versions, hash, time. */
    public Page footer(String text) {
        return new Page(title, summary, text, sections);
    }

    public Page section(String heading, Html... pieces) {
        return add("<h2>" + Html.escape(heading) + "</h2>\n", pieces);
    }

    /** Pieces that need no heading of the page's, or bring their own. */
    public Page pieces(Html... pieces) {
        return add("", pieces);
    }

    private Page add(String heading, Html... pieces) {
        StringBuilder markup = new StringBuilder("<section>").append(heading);
        for (Html piece : pieces) {
            markup.append(piece.markup()).append('\n');
        }
        List<Html> more = new ArrayList<>(sections);
        more.add(new Html(markup.append("</section>\n").toString()));
        return new Page(title, summary, footer, more);
    }

    /** A complete document in UTF-8, which asks browsers to load nothing from elsewhere and to run nothing. */
    public String toHtml() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; media-src data:;"
                + " style-src 'unsafe-inline'\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
                + Html.escape(title) + "</title>\n" + Style.PAGE.markup() + Style.PIECES.markup()
                + "</head>\n<body>\n<main class=\"oddity\">\n<header><h1>" + Html.escape(title) + "</h1>"
                + (summary.isEmpty() ? "" : "<p class=\"oddity-summary\">" + Html.escape(summary) + "</p>")
                + "</header>\n" + sectionsMarkup()
                + (footer.isEmpty() ? "" : "<footer>" + Html.escape(footer) + "</footer>\n")
                + "</main>\n</body>\n</html>\n";
    }

    /** The same for the output of a notebook cell: takes colours and font from the notebook, touches nothing around it. */
    public Html fragment() {
        return new Html(
                Style.PIECES.markup() + "<div class=\"oddity\"><p class=\"oddity-title\"><strong>" + Html.escape(title)
                        + "</strong></p>"
                        + (summary.isEmpty() ? "" : "<p class=\"oddity-summary\">" + Html.escape(summary) + "</p>")
                        + sectionsMarkup()
                        + (footer.isEmpty() ? "" : "<p class=\"oddity-footer\">" + Html.escape(footer) + "</p>")
                        + "</div>");
    }

    private String sectionsMarkup() {
        StringBuilder markup = new StringBuilder();
        sections.forEach(section -> markup.append(section.markup()));
        return markup.toString();
    }
}

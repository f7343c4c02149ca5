package dev.oddity.core.display;

import java.util.List;

/**
 * Tables that are parts of one thing, side by side where there is room, and how many are not shown.
 *
 * @param caption of the whole
 * @param parts each with a caption of its own
 * @param shown which of all parts they are
 */
record Slices(String caption, List<Grid> parts, Excerpt shown) implements Displayable {

    @Override
    public MimeBundle display() {
        StringBuilder text = new StringBuilder(caption);
        StringBuilder markup = new StringBuilder(Style.PIECES.markup())
                .append("<div class=\"oddity-table\"><div class=\"oddity-caption\">")
                .append(Html.escape(caption))
                .append("</div></div>");
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i == shown.head()) {
                text.append('\n').append(more());
                row.append("<div class=\"oddity-table oddity-across\"><div class=\"oddity-caption\">")
                        .append(more())
                        .append("</div></div>");
            }
            text.append('\n').append(parts.get(i).text());
            row.append(parts.get(i).markup((place, head) -> false));
        }
        markup.append(Html.row(new Html(row.toString())).markup());
        return MimeBundle.text(text.toString()).with(MimeBundle.HTML, markup.toString());
    }

    private String more() {
        return "… " + ValueText.count(shown.leftOut(), "more slice");
    }
}

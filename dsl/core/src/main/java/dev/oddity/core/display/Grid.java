package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of something that has rows and columns, as HTML and as text: numbers to the right with their decimal points
 * below each other, what is missing as a dash, a line where rows were left out.
 *
 * @param caption says what it is and how large; none if empty
 * @param columns each with a cell for each row shown
 * @param rows which are shown
 */
record Grid(String caption, List<Cells> columns, Excerpt rows) implements Displayable {

    /** Columns of a long row, the first and the last, with a gap between them. */
    static List<Cells> across(Excerpt shown, int rows, IntFunction<Cells> column) {
        List<Cells> columns = new ArrayList<>();
        for (int place : shown.indices()) {
            if (shown.leftOut() > 0 && columns.size() == shown.head()) {
                columns.add(Cells.gap(rows));
            }
            columns.add(column.apply(place));
        }
        return columns;
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, Style.PIECES.markup() + markup((row, head) -> false));
    }

    /** For a terminal. */
    String text() {
        return (caption.isEmpty() ? "" : caption + '\n') + lines();
    }

    /** For a terminal, without the caption. */
    String lines() {
        StringBuilder text = new StringBuilder();
        text.append(line(-1)).append('\n');
        text.append(columns.stream().map(cells -> "─".repeat(cells.width())).collect(Collectors.joining("  ")));
        for (int row = 0; row < rows.places().length; row++) {
            if (row == rows.head()) {
                text.append('\n').append(moreRows());
            }
            text.append('\n').append(line(row));
        }
        if (rows.leftOut() > 0 && rows.tail() == 0) {
            text.append('\n').append(moreRows());
        }
        return text.toString();
    }

    /** @param bold by the row's number and the column's name */
    String markup(BiPredicate<Long, String> bold) {
        StringBuilder markup = new StringBuilder("<div class=\"oddity-table\">");
        if (!caption.isEmpty()) {
            // Above the table and not in it: a small table would be as wide as its caption, or break it.
            markup.append("<div class=\"oddity-caption\">")
                    .append(Html.escape(caption))
                    .append("</div>");
        }
        markup.append("<table><thead><tr>");
        columns.forEach(cells -> cell(markup, "th scope=\"col\"", cells.numeric(), false, cells.head()));
        markup.append("</tr></thead>\n<tbody>");
        long[] places = rows.places();
        for (int row = 0; row < places.length; row++) {
            if (row == rows.head()) {
                gapRow(markup);
            }
            markup.append("<tr>");
            for (Cells cells : columns) {
                boolean strong = bold.test(places[row], cells.head());
                String element = cells.label() ? "th scope=\"row\"" : "td";
                cell(markup, element, cells.numeric(), strong, cells.texts().get(row));
            }
            markup.append("</tr>\n");
        }
        if (rows.leftOut() > 0 && rows.tail() == 0) {
            gapRow(markup);
        }
        return markup.append("</tbody></table></div>").toString();
    }

    /** Alignment stands in the cell itself: notebook hosts align all cells alike, and some drop style sheets. */
    private static void cell(
            StringBuilder markup, String element, boolean numeric, boolean bold, @Nullable String text) {
        markup.append('<')
                .append(element)
                .append(" style=\"text-align:")
                .append(numeric ? "right" : "left")
                .append(bold ? ";font-weight:bold\">" : "\">");
        markup.append(
                text == null ? "<span class=\"oddity-missing\">–</span>" : Html.escape(numeric ? inLine(text) : text));
        markup.append("</").append(element, 0, 2).append('>');
    }

    /** Spaces that keep a decimal point in its place, as wide as what they stand for: browsers drop plain ones. */
    private static String inLine(String number) {
        String digits = number.stripTrailing();
        String spaces = number.substring(digits.length()).replace(' ', '\u2007');
        return digits + (digits.contains(".") || spaces.isEmpty() ? spaces : '\u2008' + spaces.substring(1));
    }

    private void gapRow(StringBuilder markup) {
        markup.append("<tr class=\"oddity-gap\"><td style=\"text-align:center\" colspan=\"")
                .append(columns.size())
                .append("\">")
                .append(moreRows())
                .append("</td></tr>\n");
    }

    private String line(int row) {
        return columns.stream()
                .map(cells -> {
                    String text = row < 0 ? cells.head() : cells.texts().get(row);
                    String shown = text == null ? "–" : text;
                    String padding = " ".repeat(cells.width() - Math.min(cells.width(), shown.length()));
                    return cells.numeric() ? padding + shown : shown + padding;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private String moreRows() {
        return "… " + ValueText.count(rows.leftOut(), "more row");
    }
}

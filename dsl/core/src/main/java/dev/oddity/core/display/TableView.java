package dev.oddity.core.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Shows a Tablesaw table, as HTML and as text: numbers to the right with their decimal points below each other, missing
 * values as a dash, and of a long or wide table the first and the last rows and columns only.
 *
 * @param table read, never changed
 * @param rows shown at most; at least 1
 */
public record TableView(Table table, int rows) implements Displayable {

    /** Rows shown when nothing else is said. */
    public static final int ROWS = 20;

    private static final int COLUMNS = 40;

    public TableView {
        if (rows < 1) {
            throw new IllegalArgumentException("a table view of " + rows + " rows: show at least 1");
        }
    }

    public TableView(Table table) {
        this(table, ROWS);
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(text())
                .with(MimeBundle.HTML, Style.PIECES.markup() + markup(caption(), (row, column) -> false));
    }

    /** As a piece of a page, without name and size. */
    public Html html() {
        return html((row, column) -> false);
    }

    /**
     * As a piece of a page, some cells in bold.
     *
     * @param bold says which, by row and column of the table
     */
    public Html html(BiPredicate<Integer, Integer> bold) {
        return new Html(markup("", bold));
    }

    /** For a terminal, name and size in the first line. */
    public String text() {
        return caption() + '\n' + lines();
    }

    /** For a terminal, as part of another text: without name and size. */
    public String lines() {
        Excerpt excerpt = excerpt();
        List<Cells> columns = columns(excerpt);
        StringBuilder text = new StringBuilder();
        text.append(line(columns, -1)).append('\n');
        text.append(columns.stream().map(cells -> "─".repeat(cells.width())).collect(Collectors.joining("  ")));
        for (int row = 0; row < excerpt.indices().length; row++) {
            if (row == excerpt.head()) {
                text.append('\n').append(moreRows(excerpt));
            }
            text.append('\n').append(line(columns, row));
        }
        if (excerpt.leftOut() > 0 && excerpt.tail() == 0) {
            text.append('\n').append(moreRows(excerpt));
        }
        return text.toString();
    }

    private String markup(String caption, BiPredicate<Integer, Integer> bold) {
        Excerpt excerpt = excerpt();
        List<Cells> columns = columns(excerpt);
        StringBuilder markup = new StringBuilder("<div class=\"oddity-table\"><table>");
        if (!caption.isEmpty()) {
            markup.append("<caption>").append(Html.escape(caption)).append("</caption>");
        }
        markup.append("<thead><tr>");
        columns.forEach(cells -> cell(markup, "th scope=\"col\"", "th", cells.numeric(), false, cells.head()));
        markup.append("</tr></thead>\n<tbody>");
        for (int row = 0; row < excerpt.indices().length; row++) {
            if (row == excerpt.head()) {
                gapRow(markup, excerpt, columns.size());
            }
            markup.append("<tr>");
            for (Cells cells : columns) {
                int column = table.columnNames().indexOf(cells.head());
                boolean strong = column >= 0 && bold.test(excerpt.indices()[row], column);
                cell(markup, "td", "td", cells.numeric(), strong, cells.texts().get(row));
            }
            markup.append("</tr>\n");
        }
        if (excerpt.leftOut() > 0 && excerpt.tail() == 0) {
            gapRow(markup, excerpt, columns.size());
        }
        return markup.append("</tbody></table></div>").toString();
    }

    /** Alignment stands in the cell itself: notebook hosts align all cells alike, and some drop style sheets. */
    private static void cell(
            StringBuilder markup, String open, String close, boolean numeric, boolean bold, String text) {
        markup.append('<')
                .append(open)
                .append(" style=\"text-align:")
                .append(numeric ? "right" : "left")
                .append(bold ? ";font-weight:bold\">" : "\">");
        markup.append(
                text.isEmpty() && close.equals("td")
                        ? "<span class=\"oddity-missing\">–</span>"
                        : Html.escape(numeric ? inLine(text) : text));
        markup.append("</").append(close).append('>');
    }

    /** Spaces that keep a decimal point in its place, as wide as what they stand for: browsers drop plain ones. */
    private static String inLine(String number) {
        String digits = number.stripTrailing();
        String spaces = number.substring(digits.length()).replace(' ', '\u2007');
        return digits + (digits.contains(".") || spaces.isEmpty() ? spaces : '\u2008' + spaces.substring(1));
    }

    private static void gapRow(StringBuilder markup, Excerpt excerpt, int columns) {
        markup.append("<tr class=\"oddity-gap\"><td colspan=\"")
                .append(columns)
                .append("\">")
                .append(moreRows(excerpt))
                .append("</td></tr>\n");
    }

    private static String line(List<Cells> columns, int row) {
        return columns.stream()
                .map(cells -> {
                    String text = row < 0 ? cells.head() : cells.texts().get(row);
                    String shown = text.isEmpty() ? "–" : text;
                    String padding = " ".repeat(cells.width() - Math.min(cells.width(), shown.length()));
                    return cells.numeric() ? padding + shown : shown + padding;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private Excerpt excerpt() {
        return Excerpt.of(table.rowCount(), rows);
    }

    private List<Cells> columns(Excerpt excerpt) {
        int[] shownRows = excerpt.indices();
        Excerpt across = Excerpt.of(table.columnCount(), COLUMNS);
        List<Cells> columns = new ArrayList<>();
        for (int column : across.indices()) {
            if (across.leftOut() > 0 && columns.size() == across.head()) {
                columns.add(Cells.gap(shownRows.length));
            }
            columns.add(Cells.of(table.column(column), shownRows));
        }
        return columns;
    }

    private String caption() {
        String size = count(table.rowCount(), "row") + " × " + count(table.columnCount(), "column");
        return table.name() == null || table.name().isEmpty() ? size : table.name() + ": " + size;
    }

    private static String moreRows(Excerpt excerpt) {
        return "… " + count(excerpt.leftOut(), "more row");
    }

    private static String count(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}

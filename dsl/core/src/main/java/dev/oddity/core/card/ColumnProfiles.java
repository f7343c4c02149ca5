package dev.oddity.core.card;

import dev.oddity.core.display.Html;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One line per column: its range and shape if it holds numbers, its commonest values if it holds text, and how many values
 * are missing.
 */
record ColumnProfiles(List<Profile> profiles, int columns) {

    private static final int SHOWN = 40;
    private static final int BINS = 32;
    private static final int COMMONEST = 3;
    private static final int LONGEST = 40;

    /** @param bars heights in [0, 1], none for text */
    private record Profile(String name, String type, String values, double[] bars, int missing) {}

    static ColumnProfiles of(Table table) {
        return new ColumnProfiles(
                table.columns().stream()
                        .limit(SHOWN)
                        .map(ColumnProfiles::profile)
                        .toList(),
                table.columnCount());
    }

    /** As a piece of a page. */
    Html html() {
        StringBuilder markup = new StringBuilder("<div class=\"oddity-table\"><table><thead><tr>");
        for (String head : List.of("Column", "Type", "Shape", "Values", "Missing")) {
            markup.append("<th scope=\"col\" style=\"text-align:left\">")
                    .append(head)
                    .append("</th>");
        }
        markup.append("</tr></thead>\n<tbody>");
        for (Profile profile : profiles) {
            markup.append("<tr>");
            cell(markup, Html.escape(profile.name()));
            cell(markup, profile.type());
            cell(markup, sparkline(profile));
            cell(markup, Html.escape(profile.values()));
            cell(markup, profile.missing() == 0 ? "" : String.format(Locale.ROOT, "%,d", profile.missing()));
            markup.append("</tr>\n");
        }
        if (columns > profiles.size()) {
            markup.append("<tr class=\"oddity-gap\"><td style=\"text-align:center\" colspan=\"5\">… ")
                    .append(columns - profiles.size())
                    .append(" more columns</td></tr>");
        }
        return new Html(markup.append("</tbody></table></div>").toString());
    }

    private static void cell(StringBuilder markup, String inner) {
        markup.append("<td style=\"text-align:left\">").append(inner).append("</td>");
    }

    /**
     * The histogram as one path, in a grey that is seen on light and dark. Inside an image: from markup that is not trusted,
     * hosts take drawings away.
     */
    private static String sparkline(Profile profile) {
        if (profile.bars().length == 0) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int bin = 0; bin < profile.bars().length; bin++) {
            if (profile.bars()[bin] > 0) {
                double height = Math.max(1, 20 * profile.bars()[bin]);
                path.append(String.format(Locale.ROOT, "M%d,%.1fh3v%.1fh-3z", bin * 4, 20 - height, height));
            }
        }
        int width = 4 * BINS;
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"20\" viewBox=\"0 0 " + width + " 20\"><path fill=\"#808080\" d=\"" + path + "\"/></svg>";
        return "<img width=\"" + width + "\" height=\"20\" alt=\"histogram of " + Html.escape(profile.name())
                + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(drawing.getBytes(StandardCharsets.UTF_8)) + "\">";
    }

    private static Profile profile(Column<?> column) {
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return column instanceof NumericColumn<?> numbers
                ? numbers(numbers, type)
                : new Profile(column.name(), type, commonest(column), new double[0], column.countMissing());
    }

    private static Profile numbers(NumericColumn<?> column, String type) {
        double[] values =
                Arrays.stream(column.asDoubleArray()).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new Profile(column.name(), type, "", new double[0], column.countMissing());
        }
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        double mean = Arrays.stream(values).average().orElseThrow();
        String range = least == most
                ? "constant " + number(least)
                : number(least) + " … " + number(most) + ", mean " + number(mean);
        return new Profile(column.name(), type, range, histogram(values, least, most), column.countMissing());
    }

    /** Square roots of the counts: beside one tall bin the others would not be seen. */
    private static double[] histogram(double[] values, double least, double most) {
        double[] counts = new double[BINS];
        for (double value : values) {
            int bin = most == least ? BINS / 2 : (int) ((value - least) / (most - least) * BINS);
            counts[Math.min(BINS - 1, bin)]++;
        }
        double tallest = Arrays.stream(counts).max().orElseThrow();
        return Arrays.stream(counts).map(count -> Math.sqrt(count / tallest)).toArray();
    }

    private static String commonest(Column<?> column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.getString(row), 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> byCount = new ArrayList<>(counts.entrySet());
        byCount.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        String shown = byCount.stream()
                .limit(COMMONEST)
                .map(value ->
                        shortened(value.getKey()) + " " + Math.round(100.0 * value.getValue() / column.size()) + " %")
                .collect(Collectors.joining(", "));
        int more = byCount.size() - Math.min(COMMONEST, byCount.size());
        return more == 0 ? shown : shown + " and " + more + " more";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}

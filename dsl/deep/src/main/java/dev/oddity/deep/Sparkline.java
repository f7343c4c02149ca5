package dev.oddity.deep;

import java.util.List;

/** A curve in one line of text. */
final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 20;

    private Sparkline() {}

    /** The values from first to last between their least and greatest; the longest runs are thinned. */
    static String of(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        int width = Math.min(WIDTH, values.size());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width; i++) {
            double value = values.get(width == 1 ? 0 : (int) Math.round(i * (values.size() - 1.0) / (width - 1)));
            double share = greatest > least ? (value - least) / (greatest - least) : 0;
            line.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
        }
        return line.toString();
    }
}

package dev.oddity.core.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Windows, each with what was made of it in one plot and the error below, all in the same two scales. Of several features
 * the one that was rebuilt worst is shown.
 *
 * @param content the windows
 */
record RebuiltWindows(Rebuilt content) implements IChart {

    private static final int TOP = 66;
    private static final int COLUMNS = 2;
    private static final int PANEL = 174;
    private static final int HEAD = 20;
    private static final int CURVES = 92;
    private static final int BETWEEN = 14;
    private static final int ERRORS = 36;
    private static final int LEFT = 40;
    private static final int EDGE = 14;
    private static final int BOTTOM = 26;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    RebuiltWindows {
        Fonts.require();
    }

    private int steps() {
        return content.input().shape()[1];
    }

    private int features() {
        return content.input().shape()[2];
    }

    /** Places in the grid; highest scores stand on the left, lowest on the right. */
    private int lines() {
        int rows = content.scores().length;
        return divided() ? Math.max(content.highest(), rows - content.highest()) : (rows + COLUMNS - 1) / COLUMNS;
    }

    private boolean divided() {
        return content.highest() > 0 && content.highest() < content.scores().length;
    }

    @Override
    public int getWidth() {
        return 2 * EDGE + COLUMNS * panelWidth();
    }

    private static int panelWidth() {
        return (Theme.WIDTH + 80 - 2 * EDGE) / COLUMNS;
    }

    @Override
    public int getHeight() {
        return TOP + lines() * PANEL + BOTTOM;
    }

    @Override
    public String getTitle() {
        return content.title();
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, content.title(), width, height);
        Theme.write(graphics, Theme.INK, 12);
        Panels.paintKeys(
                graphics,
                List.of(
                        new Panels.Key(Theme.INK, "input"),
                        new Panels.Key(Theme.BLUE, "rebuilt"),
                        new Panels.Key(Theme.VERMILION, "error |input − rebuilt|")),
                width,
                50);
        int[] shown = new int[content.scores().length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (int row = 0; row < shown.length; row++) {
            shown[row] = worst(row);
            for (int step = 0; step < steps(); step++) {
                int number = step * features() + shown[row];
                low = Math.min(
                        low,
                        Math.min(
                                content.input().at(row, number),
                                content.rebuilt().at(row, number)));
                high = Math.max(
                        high,
                        Math.max(
                                content.input().at(row, number),
                                content.rebuilt().at(row, number)));
                most = Math.max(most, content.error(row, number));
            }
        }
        for (int row = 0; row < shown.length; row++) {
            boolean right = divided() ? row >= content.highest() : row % COLUMNS == 1;
            int line = !divided() ? row / COLUMNS : right ? row - content.highest() : row;
            Graphics2D inPlace = (Graphics2D) graphics.create();
            inPlace.translate(EDGE + (right ? panelWidth() : 0), TOP + line * PANEL);
            new Panel(inPlace, row, shown[row], low, high, most).paint(line == lines() - 1);
            inPlace.dispose();
        }
    }

    /** The feature with the largest sum of errors. */
    private int worst(int row) {
        int worst = 0;
        double largest = -1;
        for (int feature = 0; feature < features(); feature++) {
            double sum = 0;
            for (int step = 0; step < steps(); step++) {
                sum += content.error(row, step * features() + feature);
            }
            if (sum > largest) {
                largest = sum;
                worst = feature;
            }
        }
        return worst;
    }

    /** What stands above a window. */
    String heading(int row) {
        String score = content.highest() == 0 ? "score" : row < content.highest() ? "high score" : "low score";
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%s %.3g", score, content.scores()[row]));
        if (!content.kinds().isEmpty()) {
            parts.add(content.kinds().get(row));
        }
        parts.add("row " + content.numbers()[row]);
        if (features() > 1) {
            parts.add(name(worst(row)) + ", the worst of " + features());
        }
        return String.join(", ", parts);
    }

    private String name(int feature) {
        List<String> names = content.input().names();
        return names.isEmpty() ? "feature " + feature : names.get(feature).replace("[0]", "");
    }

    /** One window in its place. */
    private final class Panel {

        private final Graphics2D graphics;
        private final int row;
        private final int feature;
        private final double low;
        private final double high;
        private final double most;

        Panel(Graphics2D graphics, int row, int feature, double low, double high, double most) {
            this.graphics = graphics;
            this.row = row;
            this.feature = feature;
            this.low = low;
            this.high = high;
            this.most = most;
        }

        void paint(boolean last) {
            Theme.write(graphics, Theme.INK, 11);
            graphics.drawString(
                    Theme.cut(heading(row), graphics.getFontMetrics(), panelWidth() - LEFT - EDGE), LEFT, HEAD - 7f);
            frame(HEAD, CURVES, low, high);
            frame(HEAD + CURVES + BETWEEN, ERRORS, 0, most);
            graphics.setStroke(LINE);
            graphics.setColor(Theme.INK);
            graphics.draw(curve(step -> content.input().at(row, number(step))));
            graphics.setColor(Theme.BLUE);
            graphics.draw(curve(step -> content.rebuilt().at(row, number(step))));
            graphics.setColor(Theme.VERMILION);
            graphics.fill(band());
            if (last) {
                Theme.write(graphics, Theme.QUIET, 10);
                float y = HEAD + CURVES + BETWEEN + ERRORS + 14f;
                graphics.drawString("step 0", LEFT, y);
                String end = String.valueOf(steps() - 1);
                graphics.drawString(
                        end, (float) x(steps() - 1) - graphics.getFontMetrics().stringWidth(end), y);
            }
        }

        private int number(int step) {
            return step * features() + feature;
        }

        private double x(int step) {
            return LEFT + (double) step / Math.max(1, steps() - 1) * (panelWidth() - LEFT - EDGE);
        }

        private void frame(int top, int height, double from, double to) {
            graphics.setColor(Theme.GRID);
            graphics.setStroke(new BasicStroke(1));
            for (double y : new double[] {top, top + height}) {
                graphics.draw(new Line2D.Double(LEFT, y, x(steps() - 1), y));
            }
            Theme.write(graphics, Theme.QUIET, 10);
            number(to, top + 5);
            number(from, top + height + 2);
        }

        private void number(double value, int y) {
            String text = value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
            graphics.drawString(text, LEFT - 5f - graphics.getFontMetrics().stringWidth(text), y);
        }

        private Path2D curve(IntToDoubleFunction values) {
            Path2D path = new Path2D.Double();
            for (int step = 0; step < steps(); step++) {
                double share = high > low ? (values.applyAsDouble(step) - low) / (high - low) : .5;
                double y = HEAD + CURVES * (1 - share);
                if (step == 0) {
                    path.moveTo(x(step), y);
                }
                path.lineTo(x(step), y);
            }
            return path;
        }

        private Path2D band() {
            double ground = HEAD + CURVES + BETWEEN + (double) ERRORS;
            Path2D path = new Path2D.Double();
            path.moveTo(x(0), ground);
            for (int step = 0; step < steps(); step++) {
                double share = most > 0 ? content.error(row, number(step)) / most : 0;
                path.lineTo(x(step), ground - ERRORS * share);
            }
            path.lineTo(x(steps() - 1), ground);
            path.closePath();
            return path;
        }
    }
}

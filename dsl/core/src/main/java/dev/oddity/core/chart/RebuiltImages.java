package dev.oddity.core.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Images in columns: input, what was made of it, and the error, all errors in one scale.
 *
 * @param content the images
 * @param tile how they are painted
 */
record RebuiltImages(Rebuilt content, Tile tile) implements IChart {

    private static final List<String> LINES = List.of("input", "rebuilt", "error");
    private static final int NAMES = 74;
    private static final int TOP = 52;
    private static final int CAPTION = 15;
    private static final int WANTED = 52;
    private static final int GAP = 4;
    private static final int BETWEEN = 18;
    private static final int RIGHT = 18;
    private static final int BAR = 120;
    private static final int BOTTOM = 44;

    /** Room for the title. */
    private static final int LEAST = 460;

    RebuiltImages {
        Fonts.require();
    }

    private double side() {
        return tile.side(WANTED);
    }

    private double pitch() {
        return Math.max(side(), WANTED) + GAP;
    }

    /** Lines of words above each image. */
    private int captions() {
        return content.kinds().isEmpty() ? 2 : 3;
    }

    private boolean divided() {
        return content.highest() > 0 && content.highest() < content.scores().length;
    }

    @Override
    public int getWidth() {
        int columns = content.scores().length;
        int width = (int) Math.ceil(NAMES + columns * pitch() + (divided() ? BETWEEN : 0) + RIGHT);
        return Math.max(width, LEAST);
    }

    @Override
    public int getHeight() {
        return (int) Math.ceil(top() + LINES.size() * (side() + GAP) + BOTTOM);
    }

    private double top() {
        return TOP + (content.highest() > 0 ? CAPTION + 6 : 0) + captions() * CAPTION;
    }

    @Override
    public String getTitle() {
        return content.title();
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, content.title(), width, height);
        if (content.highest() > 0) {
            Theme.write(graphics, Theme.INK, 12);
            graphics.drawString("highest scores", (float) x(0), TOP + 6f);
            if (divided()) {
                graphics.drawString("lowest scores", (float) x(content.highest()), TOP + 6f);
            }
        }
        for (int line = 0; line < LINES.size(); line++) {
            Theme.write(graphics, Theme.INK, 12);
            graphics.drawString(LINES.get(line), RIGHT, (float) (top() + line * (side() + GAP) + side() / 2 + 4));
        }
        double most = content.largestError();
        for (int column = 0; column < content.scores().length; column++) {
            caption(graphics, column);
            int row = column;
            double x = x(column);
            double step = side() + GAP;
            tile.paint(graphics, pixel -> content.input().at(row, pixel), x, top(), side());
            tile.paint(graphics, pixel -> content.rebuilt().at(row, pixel), x, top() + step, side());
            tile.paintError(graphics, pixel -> content.error(row, pixel), most, x, top() + 2 * step, side());
        }
        scale(graphics, most, height);
    }

    private double x(int column) {
        return NAMES + column * pitch() + (divided() && column >= content.highest() ? BETWEEN : 0);
    }

    private void caption(Graphics2D graphics, int column) {
        double middle = x(column) + side() / 2;
        double y = top() - 6 - CAPTION * (captions() - 1.0);
        Theme.write(graphics, Theme.INK, 11);
        centred(graphics, String.format(Locale.ROOT, "%.3g", content.scores()[column]), middle, y);
        if (captions() == 3) {
            y += CAPTION;
            centred(graphics, content.kinds().get(column), middle, y);
        }
        Theme.write(graphics, Theme.QUIET, 10);
        centred(graphics, "row " + content.numbers()[column], middle, y + CAPTION);
    }

    private static void centred(Graphics2D graphics, String text, double middle, double y) {
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = Theme.cut(text, metrics, WANTED + GAP);
        graphics.drawString(shown, (float) (middle - metrics.stringWidth(shown) / 2.0), (float) y);
    }

    private void scale(Graphics2D graphics, double most, int height) {
        double y = height - 26.0;
        Theme.write(graphics, Theme.QUIET, 11);
        graphics.drawString("0", NAMES, (float) y + 9);
        Ramp.ERROR.paintBar(graphics, NAMES + 12.0, y, BAR, 10);
        Theme.write(graphics, Theme.QUIET, 11);
        graphics.drawString(
                String.format(Locale.ROOT, "%.2g  error |input − rebuilt|", most),
                NAMES + 12f + BAR + 6,
                (float) y + 9);
    }
}

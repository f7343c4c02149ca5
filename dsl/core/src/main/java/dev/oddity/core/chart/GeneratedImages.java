package dev.oddity.core.chart;

import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Generated images, an epoch a line, a sample a column; below them real ones, all painted in the range of these.
 *
 * @param title heads them
 * @param names of the lines
 * @param lines as many images each
 * @param tile how they are painted
 */
record GeneratedImages(String title, List<String> names, List<Features> lines, Tile tile) implements IChart {

    private static final int COLUMNS = 10;
    private static final int NAMES = 94;
    private static final int TOP = 46;
    private static final int WANTED = 50;
    private static final int GAP = 4;
    private static final int APART = 12;
    private static final int EDGE = 18;

    /** Room for the title. */
    private static final double LEAST = 460;

    static GeneratedImages of(String title, List<Generated> byEpoch, Features real) {
        Fonts.require();
        List<String> names = new ArrayList<>();
        List<Features> lines = new ArrayList<>();
        byEpoch.forEach(generated -> {
            names.add("epoch " + generated.epoch());
            lines.add(generated.rows());
        });
        names.add("real");
        lines.add(real.select(Sample.of(IntStream.range(0, real.rows()).toArray(), COLUMNS)));
        return new GeneratedImages(title, names, lines, Tile.of(real));
    }

    private double pitch() {
        return tile.side(WANTED) + GAP;
    }

    @Override
    public int getWidth() {
        return (int) Math.ceil(Math.max(LEAST, NAMES + COLUMNS * pitch() + EDGE - GAP));
    }

    @Override
    public int getHeight() {
        return (int) Math.ceil(TOP + lines.size() * pitch() + APART + EDGE);
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.heading(graphics, title, width, height);
        double side = tile.side(WANTED);
        for (int line = 0; line < lines.size(); line++) {
            double y = TOP + line * pitch() + (line == lines.size() - 1 ? APART : 0);
            Theme.write(graphics, Theme.INK, 12);
            graphics.drawString(names.get(line), EDGE, (float) (y + side / 2 + 4));
            Features images = lines.get(line);
            for (int column = 0; column < Math.min(COLUMNS, images.rows()); column++) {
                int row = column;
                tile.paint(graphics, pixel -> images.at(row, pixel), NAMES + column * pitch(), y, side);
            }
        }
    }
}

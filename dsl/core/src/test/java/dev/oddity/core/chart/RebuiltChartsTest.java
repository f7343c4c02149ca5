package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.datasets.Features;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RebuiltChartsTest {

    /** An image of 2 × 2 pixels is painted 52 wide, from 74 | 82 on, what was made of it 56 below, the error 112. */
    @Test
    void an_image_stands_above_what_was_made_of_it_and_the_error() throws Exception {
        Features input = images(1, 0, 0, 1);
        Features rebuilt = images(1, 1, 0, .5f);

        BufferedImage picture =
                picture(new Rebuilt("toy", input, rebuilt, new int[] {7}, new double[] {1.1}, List.of(), 0));

        assertThat(at(picture, 74 + 13, 82 + 13)).isEqualTo(Color.BLACK);
        assertThat(at(picture, 74 + 39, 82 + 13)).isEqualTo(Color.WHITE);
        assertThat(at(picture, 74 + 39, 82 + 56 + 13)).isEqualTo(Color.BLACK);
        assertThat(at(picture, 74 + 39, 82 + 56 + 39)).isEqualTo(new Color(128, 128, 128));
        assertThat(at(picture, 74 + 13, 82 + 112 + 13)).isEqualTo(Color.WHITE);
        assertThat(at(picture, 74 + 39, 82 + 112 + 13)).isEqualTo(Ramp.ERROR.at(1));
        assertThat(at(picture, 74 + 39, 82 + 112 + 39)).isEqualTo(Ramp.ERROR.at(.5));
    }

    @Test
    void images_of_three_channels_are_painted_in_colour() throws Exception {
        Features red = new Features(new float[] {1, 0, 0}, new int[] {1, 3, 1, 1}, List.of());

        BufferedImage picture = picture(new Rebuilt("toy", red, red, new int[] {0}, new double[] {0}, List.of(), 0));

        assertThat(at(picture, 74 + 26, 82 + 26)).isEqualTo(Color.RED);
    }

    @Test
    void rows_are_as_many_columns_as_were_asked_for() {
        Features ten = new Features(new float[40], new int[] {10, 1, 2, 2}, List.of());
        Rebuilt rows = new Rebuilt("toy", ten, ten, new int[10], new double[10], Collections.nCopies(10, "normal"), 5);

        RebuiltImages chart = (RebuiltImages) Charts.reconstructions(rows).chart();

        assertThat(chart.getWidth()).isEqualTo(74 + 10 * 56 + 18 + 18);
        assertThat(chart.getTitle()).isEqualTo("toy");
    }

    @Test
    void a_windows_error_stands_where_it_was_made() throws Exception {
        float[] values = new float[101];
        Features input = new Features(values, new int[] {1, 101, 1}, List.of("x"));
        float[] off = values.clone();
        for (int step = 20; step <= 30; step++) {
            off[step] = 1;
        }
        Features rebuilt = new Features(off, new int[] {1, 101, 1}, List.of("x"));

        BufferedImage picture =
                picture(new Rebuilt("toy", input, rebuilt, new int[] {0}, new double[] {3}, List.of(), 0));

        assertThat(vermilion(picture, 25)).isTrue();
        assertThat(vermilion(picture, 60)).isFalse();
    }

    @Test
    void of_several_features_the_one_rebuilt_worst_is_shown() {
        Features input = new Features(new float[8], new int[] {1, 4, 2}, List.of("a[0]", "b[0]"));
        Features rebuilt = new Features(new float[] {.1f, 2, 0, 0, 0, 0, 0, 0}, new int[] {1, 4, 2}, List.of());

        RebuiltWindows chart = (RebuiltWindows) Charts.reconstructions(
                        new Rebuilt("toy", input, rebuilt, new int[] {40}, new double[] {3}, List.of("anomaly"), 1))
                .chart();

        assertThat(chart.heading(0)).isEqualTo("high score 3.00, anomaly, row 40, b, the worst of 2");
    }

    @Test
    void a_row_of_a_table_is_no_picture() {
        Features table = Features.of(new float[] {1, 2, 3}, 3);

        assertThatThrownBy(() -> Charts.reconstructions(
                        new Rebuilt("toy", table, table, new int[] {0}, new double[] {0}, List.of(), 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 3 columns of a table is no picture; explain(row) shows which of them were rebuilt"
                        + " badly, and images and windows can be drawn");
    }

    private static Features images(float... pixels) {
        return new Features(pixels, new int[] {1, 1, 2, 2}, List.of());
    }

    /** In the column of a step: curves from 40 to 345 on the left half of the picture, errors below 66 + 126. */
    private static boolean vermilion(BufferedImage picture, int step) {
        double x = 14 + 40 + step / 100.0 * ((720 - 28) / 2.0 - 40 - 14);
        for (int y = 66 + 20 + 92 + 14; y <= 66 + 20 + 92 + 14 + 36; y++) {
            if (at(picture, x, y).equals(Theme.VERMILION)) {
                return true;
            }
        }
        return false;
    }

    /** @param x in pixels of the page, of which the picture has two each */
    private static Color at(BufferedImage picture, double x, double y) {
        return new Color(picture.getRGB((int) (2 * x), (int) (2 * y)));
    }

    private static BufferedImage picture(Rebuilt rows) throws Exception {
        return ImageIO.read(
                new ByteArrayInputStream(Charts.reconstructions(rows).png()));
    }
}

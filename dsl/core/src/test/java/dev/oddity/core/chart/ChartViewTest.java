package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.display.MimeBundle;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class ChartViewTest {

    private final XYChart chart =
            Charts.lossCurves(new LossCurves("vae", Map.of("loss", new double[] {3, 2, 1}), new double[0]));

    @Test
    void the_png_has_two_pixels_for_each_of_the_page() throws Exception {
        MimeBundle bundle = new ChartView(chart).display();

        BufferedImage image = image((byte[]) bundle.data().get(MimeBundle.PNG));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(bundle.metadata().get(MimeBundle.PNG)).isEqualTo(Map.of("width", 640, "height", 400));
        assertThat(bundle.data().get(MimeBundle.TEXT)).isEqualTo("chart 'Training loss of vae', 640 × 400");
    }

    @Test
    void the_card_has_round_corners_that_let_the_page_through() throws Exception {
        BufferedImage image = image(new ChartView(chart).png());

        assertThat(new Color(image.getRGB(0, 0), true).getAlpha()).isZero();
        assertThat(new Color(image.getRGB(20, 20), true)).isEqualTo(Theme.CARD);
    }

    @Test
    void the_line_is_painted_in_the_first_colour_of_the_theme() throws Exception {
        BufferedImage image = image(new ChartView(chart).png());

        int found = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                found += image.getRGB(x, y) == Theme.BLUE.getRGB() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    @Test
    void the_same_chart_gives_the_same_bytes() {
        assertThat(new ChartView(chart).png()).isEqualTo(new ChartView(chart).png());
    }

    @Test
    void a_java_without_fonts_is_told_which_packages_are_missing() {
        assertThatThrownBy(() -> Fonts.require(() -> {
                    throw new InternalError(
                            new RuntimeException("Fontconfig head is null, check your fonts or fonts configuration"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no chart without fonts: this Java finds none (Fontconfig head is"
                        + " null, check your fonts or fonts configuration); install them, on Debian and Ubuntu with"
                        + " 'apt-get install fontconfig fonts-dejavu-core', and start again");
    }

    /** As OpenJDK 17.0.21 says it. */
    @Test
    void whatever_kind_of_error_java_reports_missing_fonts_by_is_told_in_the_same_words() {
        assertThatThrownBy(() -> Fonts.require(() -> {
                    throw new Error("Probable fatal error: No physical fonts found.");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "no chart without fonts: this Java finds none (Probable fatal error: No physical"
                                + " fonts found.); install them");
    }

    private static BufferedImage image(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}

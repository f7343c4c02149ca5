package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.display.MimeBundle;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.theme.MatlabTheme;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

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
    void an_svg_is_made_where_it_is_asked_for_and_takes_the_place_of_the_png() {
        MimeBundle unasked = new ChartView(chart).display();
        MimeBundle asked = new ChartView(chart).display(MimeBundle.SVG);

        assertThat(unasked.data()).containsOnlyKeys(MimeBundle.TEXT, MimeBundle.PNG);
        assertThat(asked.data()).containsOnlyKeys(MimeBundle.TEXT, MimeBundle.SVG);
        assertThat(new ChartView(chart).display("text/html")).isNotEqualTo(asked);
    }

    @Test
    void the_svg_has_the_size_of_the_chart_and_the_line_in_the_first_colour_of_the_theme() throws Exception {
        Element svg = xml(new ChartView(chart).svg());

        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 640 400");
        assertThat(new ChartView(chart).svg()).contains("stroke:rgb(0,114,178)");
    }

    @Test
    void words_in_the_svg_are_outlines_but_for_the_title_which_is_escaped() throws Exception {
        XYChart hostile = new XYChart(300, 200);
        hostile.setTitle("</title><script>alert('clip1')</script>\u0007");
        hostile.addSeries("<b>series</b>", new double[] {1, 2}, new double[] {1, 2});

        Element svg = xml(new ChartView(hostile).svg());

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
        assertThat(svg.getTextContent().strip()).isEqualTo("</title><script>alert('clip1')</script>");
    }

    @Test
    void the_same_chart_gives_the_same_svg_and_another_one_other_names() {
        XYChart other = Charts.lossCurves(new LossCurves("vae", Map.of("loss", new double[] {3, 2, 0}), new double[0]));

        assertThat(new ChartView(chart).svg()).isEqualTo(new ChartView(chart).svg());
        assertThat(clips(new ChartView(chart).svg()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(clips(new ChartView(other).svg()));
    }

    @Test
    void a_chart_as_XChart_makes_it_gets_a_white_ground_without_a_frame_and_keeps_its_style() throws Exception {
        XYChart plain = plainChart();

        assertThat(ground(plain)).isEqualTo(Color.WHITE);
        assertThat(frames(plain)).isEqualTo(1);
        assertThat(plain.getStyler().getChartBackgroundColor())
                .isEqualTo(plain.getStyler().getTheme().getChartBackgroundColor());
        assertThat(plain.getStyler().isPlotBorderVisible()).isTrue();
    }

    @Test
    void a_chart_whose_colours_somebody_chose_keeps_them() throws Exception {
        XYChart yellow = plainChart();
        yellow.getStyler().setChartBackgroundColor(Color.YELLOW);
        XYChart onYellow = plainChart();
        onYellow.getStyler().setPlotBackgroundColor(Color.YELLOW);
        XYChart matlab = plainChart();
        matlab.getStyler().setTheme(new MatlabTheme());

        Color grey = onYellow.getStyler().getChartBackgroundColor();
        assertThat(ground(yellow)).isEqualTo(Color.YELLOW);
        assertThat(ground(onYellow)).isEqualTo(grey);
        assertThat(ground(matlab)).isEqualTo(matlab.getStyler().getChartBackgroundColor());
        assertThat(frames(onYellow)).isEqualTo(2);
    }

    private static XYChart plainChart() {
        XYChart plain = new XYChart(300, 200);
        plain.addSeries("line", new double[] {1, 2}, new double[] {1, 2});
        return plain;
    }

    /** The legend's is one of them. */
    private static long frames(XYChart chart) {
        return Pattern.compile("<rect [^>]*fill:none;stroke:rgb\\(130,130,130\\)")
                .matcher(new ChartView(chart).svg())
                .results()
                .count();
    }

    private static Color ground(XYChart chart) throws Exception {
        return new Color(image(new ChartView(chart).png()).getRGB(10, 200));
    }

    private static List<String> clips(String svg) {
        return Pattern.compile("<clipPath id=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
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

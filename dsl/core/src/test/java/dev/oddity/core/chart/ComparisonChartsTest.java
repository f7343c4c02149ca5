package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ComparisonChartsTest {

    @Test
    void bars_join_the_longest_runs_of_models_within_the_critical_difference() {
        CriticalDifferenceDiagram diagram = CriticalDifferenceDiagram.of(
                Map.of("a", 1.2, "b", 2.0, "c", 2.9, "d", 4.5, "e", 4.9), 1.0, "9 data sets");

        assertThat(diagram.models()).containsExactly("a", "b", "c", "d", "e");
        assertThat(diagram.groups()).containsExactly(new int[] {0, 1}, new int[] {1, 2}, new int[] {3, 4});
    }

    @Test
    void models_that_all_differ_have_no_bar_and_equal_ones_share_it() {
        assertThat(CriticalDifferenceDiagram.of(Map.of("a", 1.0, "b", 2.0, "c", 3.0), .5, "9 seeds")
                        .groups())
                .isEmpty();
        assertThat(CriticalDifferenceDiagram.of(Map.of("a", 2.0, "b", 2.0, "c", 2.0), .5, "9 seeds")
                        .groups())
                .containsExactly(new int[] {0, 2});
    }

    @Test
    void the_diagram_is_painted_whole_whatever_the_names() throws Exception {
        Map<String, Double> ranks = new LinkedHashMap<>();
        for (int model = 0; model < 20; model++) {
            ranks.put("a detector with a name of many, many words " + model, 1.0 + model);
        }

        ChartView view = Charts.criticalDifference(ranks, 6, "12 seeds");

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(view.png()));
        for (int y = 20; y < image.getHeight() - 20; y++) {
            assertThat(image.getRGB(4, y)).isEqualTo(Theme.CARD.getRGB());
            assertThat(image.getRGB(image.getWidth() - 5, y)).isEqualTo(Theme.CARD.getRGB());
        }
        assertThat(view.chart().getTitle()).isEqualTo("Mean ranks over 12 seeds");
    }

    @Test
    void a_box_spans_the_quartiles_and_whiskers_stop_at_one_and_a_half_ranges() {
        XYChart chart = Charts.boxPlots("AP", Map.of("vae", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 100}));

        XYSeries box = chart.getSeries("vae");
        assertThat(box.getXData()).containsExactly(new double[] {3, 3, 7, 7, 3}, within(1e-12));
        assertThat(chart.getSeries("medians").getXData()[0]).isEqualTo(5);
        assertThat(chart.getSeries("whiskers").getXData())
                .startsWith(3, 1)
                .contains(8)
                .doesNotContain(100);
        assertThat(chart.getSeries("figures").getXData()).hasSize(9).contains(100);
    }

    @Test
    void a_single_figure_is_a_box_of_no_width() {
        XYChart chart = Charts.boxPlots("AP", Map.of("vae", new double[] {.5}));

        assertThat(chart.getSeries("vae").getXData()).containsOnly(.5);
        assertThat(new ChartView(chart).png()).isNotEmpty();
    }
}

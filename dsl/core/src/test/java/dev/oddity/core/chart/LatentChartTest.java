package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.datasets.Features;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class LatentChartTest {

    private static final List<String> NAMES = List.of("normal", "anomaly");

    @Test
    void of_many_rows_some_are_drawn_the_same_each_time_and_the_chart_says_how_many() {
        LatentMap map = map(9_000, 1_000);

        LatentChart chart = LatentChart.of(map);

        assertThat(drawn(chart, "normal")).isEqualTo(1_500);
        assertThat(drawn(chart, "anomaly")).isEqualTo(500);
        assertThat(chart.notes()).contains("normal: 1,500 of 8,000 rows drawn", "anomaly: 500 of 1,000 rows drawn");
        assertThat(new ChartView(LatentChart.of(map)).png()).isEqualTo(new ChartView(chart).png());
    }

    @Test
    void few_rows_are_all_drawn_and_nothing_is_said() {
        LatentChart chart = LatentChart.of(map(200, 20));

        assertThat(drawn(chart, "normal")).isEqualTo(180);
        assertThat(drawn(chart, "anomaly")).isEqualTo(20);
        assertThat(chart.notes()).isEmpty();
    }

    @Test
    void a_row_far_from_all_others_lies_at_the_edge_and_the_chart_says_so() {
        LatentMap near = map(500, 20);
        near.latent().values()[0] = 1e6f;

        LatentChart chart = LatentChart.of(near);

        assertThat(chart.scatter().getStyler().getXAxisMax()).isLessThan(100);
        assertThat(chart.notes()).containsExactly("1 row lies farther out than its place at the edge");
    }

    @Test
    void the_fewer_of_two_kinds_lie_on_top() {
        assertThat(LatentChart.of(map(200, 20)).keys())
                .extracting(LatentChart.Key::name)
                .containsExactly("normal", "anomaly");
        assertThat(LatentChart.of(map(200, 180)).keys())
                .extracting(LatentChart.Key::name)
                .containsExactly("anomaly", "normal");
    }

    @Test
    void the_higher_the_score_the_darker() {
        List<XYSeries> normal = LatentChart.of(map(500, 20)).scatter().getSeriesCollection().stream()
                .filter(series -> series.getName().startsWith("normal"))
                .toList();

        double[] light = normal.stream()
                .mapToDouble(series -> luminance(series.getMarkerColor()))
                .toArray();
        assertThat(light).hasSizeGreaterThan(3);
        assertThat(Arrays.stream(light).map(l -> -l).toArray()).isSorted();
    }

    @Test
    void one_dimension_is_drawn_against_the_score() {
        LatentMap one = new LatentMap(
                "line",
                Features.of(new float[] {1, 2, 3}, 1),
                new double[] {5, 6, 9},
                7,
                new boolean[] {false, false, true},
                NAMES);

        LatentChart chart = LatentChart.of(one);

        assertThat(chart.scatter().getXAxisTitle()).isEqualTo("latent dimension 1");
        assertThat(chart.scatter().getYAxisTitle()).isEqualTo("score");
        assertThat(chart.scatter().getSeries("anomaly, shade 24").getYData()).containsExactly(9);
    }

    /** Relative luminance, ITU-R BT.709, of linear light. */
    private static double luminance(Color colour) {
        double[] weights = {.2126, .7152, .0722};
        float[] channels = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += weights[i] * Math.pow(channels[i], 2.2);
        }
        return sum;
    }

    private static int drawn(LatentChart chart, String kind) {
        return chart.scatter().getSeriesCollection().stream()
                .filter(series -> series.getName().startsWith(kind))
                .mapToInt(series -> series.getXData().length)
                .sum();
    }

    private static LatentMap map(int rows, int anomalies) {
        Random random = new Random(5);
        float[] latent = new float[2 * rows];
        double[] scores = new double[rows];
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row >= rows - anomalies;
            latent[2 * row] = (float) random.nextDouble();
            latent[2 * row + 1] = (float) random.nextDouble();
            scores[row] = random.nextDouble() + (labels[row] ? .5 : 0);
        }
        return new LatentMap("Latent space of toy", Features.of(latent, 2), scores, 1, labels, NAMES);
    }
}

package dev.oddity.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.Generated;
import dev.oddity.datasets.Features;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.Series;

class GeneratedChartTest {

    @Test
    void images_are_a_line_for_each_epoch_and_real_ones_below() {
        Features real = new Features(new float[12], new int[] {3, 1, 2, 2}, List.of());

        GeneratedImages chart =
                (GeneratedImages) Charts.generated("toy", List.of(new Generated(1, real), new Generated(9, real)), real)
                        .chart();

        assertThat(chart.names()).containsExactly("epoch 1", "epoch 9", "real");
        assertThat(chart.getHeight()).isEqualTo(46 + 3 * (50 + 4) + 12 + 18);
        assertThat(new ChartView(chart).png()).isNotEmpty();
    }

    @Test
    void windows_are_curves_over_real_ones() {
        Features real = new Features(new float[] {0, 1, 2, 3}, new int[] {1, 4, 1}, List.of("x"));
        Features made = new Features(new float[] {5, 6, 7, 8}, new int[] {1, 4, 1}, List.of("x"));

        Panels chart = (Panels)
                Charts.generated("toy", List.of(new Generated(3, made)), real).chart();

        XYChart panel = (XYChart) chart.charts().get(0);
        assertThat(panel.getTitle()).isEqualTo("epoch 3");
        assertThat(panel.getSeries("real 1").getYData()).containsExactly(0, 1, 2, 3);
        assertThat(panel.getSeries("generated 1").getYData()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void rows_of_a_table_are_dots_in_the_plane_of_real_ones_with_the_same_axes_at_each_epoch() {
        Features real = Features.of(new float[][] {{0, 0}, {1, 2}, {2, 1}});
        Features early = Features.of(new float[][] {{.5f, .25f}});
        Features late = Features.of(new float[][] {{1.5f, 3}});

        Panels chart = (Panels) Charts.generated("toy", List.of(new Generated(1, early), new Generated(4, late)), real)
                .chart();

        assertThat(chart.charts()).extracting(IChart::getTitle).containsExactly("epoch 1", "epoch 4");
        XYChart first = (XYChart) chart.charts().get(0);
        XYChart last = (XYChart) chart.charts().get(1);
        assertThat(first.getSeriesCollection()).extracting(Series::getName).containsExactly("real", "generated");
        assertThat(first.getSeries("generated").getXData()).containsExactly(.5);
        assertThat(last.getSeries("generated").getYData()).containsExactly(3);
        assertThat(last.getStyler().getYAxisMax())
                .isEqualTo(first.getStyler().getYAxisMax())
                .isGreaterThan(3);
        assertThat(new ChartView(chart).png()).isNotEmpty();
    }
}

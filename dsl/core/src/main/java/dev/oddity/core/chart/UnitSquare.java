package dev.oddity.core.chart;

import org.knowm.xchart.XYChart;

/** Axes from 0 to 1, for rates. */
final class UnitSquare {

    private UnitSquare() {}

    static void frame(XYChart chart) {
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setXAxisDecimalPattern("0.0")
                .setYAxisDecimalPattern("0.0");
    }
}

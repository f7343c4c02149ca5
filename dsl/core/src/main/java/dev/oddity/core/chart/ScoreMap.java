package dev.oddity.core.chart;

/**
 * Scores over the plane of two features, with the rows that were scored.
 *
 * @param title heads the chart
 * @param xName the feature along the x axis
 * @param yName the feature along the y axis
 * @param x centres of the grid's columns, ascending and evenly spaced
 * @param y centres of the grid's rows, ascending and evenly spaced
 * @param scores of the grid, row after row from the lowest y
 * @param threshold above which a place counts as an anomaly
 * @param normal rows to draw as normal, an x and a y each
 * @param anomalies rows to draw as anomalies, an x and a y each
 */
public record ScoreMap(
        String title,
        String xName,
        String yName,
        double[] x,
        double[] y,
        double[] scores,
        double threshold,
        double[][] normal,
        double[][] anomalies) {}

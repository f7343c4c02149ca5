package dev.oddity.classical;

import dev.oddity.datasets.Features;

/**
 * The sum over the columns of how unusual each number of a row is in its column.
 *
 * @param columns one score per column
 */
record ColumnSum(ColumnScore[] columns) implements RowScorer {

    /** Column by column, so that what a column looks up stays in the core's cache. */
    @Override
    public double[] score(Features rows) {
        double[] scores = new double[rows.rows()];
        for (int column = 0; column < columns.length; column++) {
            ColumnScore score = columns[column];
            for (int row = 0, at = column; row < scores.length; row++, at += columns.length) {
                scores[row] += score.of(rows.values()[at]);
            }
        }
        return scores;
    }

    /** Every number's own score, row-major; a row's add up to the row's score. */
    double[] each(Features rows) {
        double[] scores = new double[rows.values().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = columns[i % columns.length].of(rows.values()[i]);
        }
        return scores;
    }
}

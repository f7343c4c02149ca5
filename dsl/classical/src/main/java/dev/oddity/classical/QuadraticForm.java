package dev.oddity.classical;

import dev.oddity.datasets.Features;

/**
 * The squared distance ‖R(x − μ)‖² = (x − μ)ᵀ RᵀR (x − μ): of Mahalanobis when RᵀR is the inverse of a covariance.
 */
final class QuadraticForm implements RowScorer {

    private final double[] mean;
    private final double[] root;

    /** For each row of the root, where its numbers other than 0 begin and end: half of a triangle's work is saved. */
    private final int[] first;

    private final int[] last;

    /** @param root R, row-major, as many columns as the mean has numbers */
    QuadraticForm(double[] mean, double[] root) {
        this.mean = mean;
        this.root = root;
        this.first = new int[root.length / mean.length];
        this.last = new int[first.length];
        for (int row = 0; row < first.length; row++) {
            int from = 0;
            int to = mean.length;
            while (from < to && root[row * mean.length + from] == 0) {
                from++;
            }
            while (from < to && root[row * mean.length + to - 1] == 0) {
                to--;
            }
            first[row] = from;
            last[row] = to;
        }
    }

    @Override
    public double[] score(Features rows) {
        RowBlock block = RowBlock.of(rows, 0, rows.rows(), mean);
        double[] squares = new double[block.rows()];
        for (int row = 0; row < first.length; row++) {
            double[] along = block.products(root, row * mean.length, first[row], last[row]);
            Multiples.addSquares(squares, along.length, along);
        }
        return squares;
    }

    /**
     * What each number of a row adds: (xⱼ − μⱼ)(RᵀR(x − μ))ⱼ, row-major; a row's sum is its squared distance. One may be
     * negative, where a number makes those it is correlated with less odd.
     */
    double[] terms(Features rows) {
        int columns = mean.length;
        double[] terms = new double[rows.rows() * columns];
        double[] centred = new double[columns];
        double[] gradient = new double[columns];
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                centred[column] = rows.at(row, column) - mean[column];
                gradient[column] = 0;
            }
            for (int from = 0; from < root.length; from += columns) {
                double along = 0;
                for (int column = 0; column < columns; column++) {
                    along += root[from + column] * centred[column];
                }
                for (int column = 0; column < columns; column++) {
                    gradient[column] += along * root[from + column];
                }
            }
            for (int column = 0; column < columns; column++) {
                terms[row * columns + column] = centred[column] * gradient[column];
            }
        }
        return terms;
    }
}

package dev.oddity.core.chart;

import dev.oddity.datasets.Covariance;
import dev.oddity.datasets.Features;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The plane in which rows vary most: their first two principal components, or the columns themselves where there are no
 * more than two. A component's largest coefficient is positive. Fitting costs rows · columns² + columns³.
 *
 * @param mean of the rows, by column; 0 where the columns themselves are the plane
 * @param axes one or two unit vectors
 * @param shares of the variance that lie along each axis
 * @param kind what the rows are, such as {@code latent dimension}, for the axes' names
 */
record PrincipalPlane(double[] mean, double[][] axes, double[] shares, String kind) {

    static PrincipalPlane of(Features rows, String kind) {
        int columns = rows.columns();
        if (columns <= 2) {
            double[][] axes = new double[columns][columns];
            IntStream.range(0, columns).forEach(axis -> axes[axis][axis] = 1);
            return new PrincipalPlane(new double[columns], axes, new double[0], kind);
        }
        Covariance covariance = Covariance.of(rows);
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance.values(), false));
        double[] variances = eigen.getRealEigenvalues();
        double all = 0;
        for (double variance : variances) {
            all += Math.max(0, variance);
        }
        int[] order = IntStream.range(0, columns)
                .boxed()
                .sorted((a, b) -> Double.compare(variances[b], variances[a]))
                .mapToInt(Integer::intValue)
                .limit(2)
                .toArray();
        double[][] axes = new double[2][];
        double[] shares = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            axes[axis] = pointed(eigen.getEigenvector(order[axis]).toArray());
            shares[axis] = all > 0 ? Math.max(0, variances[order[axis]]) / all : 0;
        }
        return new PrincipalPlane(covariance.mean(), axes, shares, kind);
    }

    private static double[] pointed(double[] vector) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            largest = Math.abs(vector[i]) > Math.abs(vector[largest]) * (1 + 1e-9) ? i : largest;
        }
        double sign = vector[largest] < 0 ? -1 : 1;
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= sign;
        }
        return vector;
    }

    int dimensions() {
        return axes.length;
    }

    /** Where a row lies along an axis. */
    double at(Features rows, int row, int axis) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += axes[axis][i] * (rows.at(row, i) - mean[i]);
        }
        return sum;
    }

    /** {@code second principal component (13 % of the variance)}, or {@code latent dimension 2}. */
    String name(int axis) {
        return shares.length == 0
                ? kind + " " + (axis + 1)
                : String.format(
                        Locale.ROOT,
                        "%s principal component (%.0f %% of the variance)",
                        axis == 0 ? "first" : "second",
                        100 * shares[axis]);
    }

    /** {@code 2nd component (13 %)}, for small charts. */
    String shortName(int axis) {
        return shares.length == 0
                ? kind + " " + (axis + 1)
                : String.format(Locale.ROOT, "%s component (%.0f %%)", axis == 0 ? "1st" : "2nd", 100 * shares[axis]);
    }
}

package dev.oddity.classical;

import dev.oddity.datasets.Features;
import java.util.stream.IntStream;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseMatrix.EigenDecomposition;

/**
 * A map z under which the inner product approximates a Gaussian kernel k: with landmarks l₁ … lₘ and K = UΛUᵀ the matrix
 * of k among them, z(x) = Λ^(−½)Uᵀ(k(l₁, x) … k(lₘ, x))ᵀ (Williams &amp; Seeger, "Using the Nyström method to speed up
 * kernel machines", NIPS 2000). Exact on the landmarks, and 0 far from all of them, as the kernel is.
 */
final class Nystroem {

    /** Directions with less than this share of the largest eigenvalue are left out: dividing by them amplifies rounding. */
    private static final double ROUNDING = 1e-8;

    private final Features landmarks;
    private final double gamma;
    private final double[][] roots;

    Nystroem(Features landmarks, double gamma) {
        this.landmarks = landmarks;
        this.gamma = gamma;
        int count = landmarks.rows();
        double[][] kernel = new double[count][];
        for (int row = 0; row < count; row++) {
            kernel[row] = kernel(landmarks, row);
        }
        EigenDecomposition eigen = DenseMatrix.createDenseMatrix(kernel)
                .eigenDecomposition()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "linearOneClass(): the eigenvectors of the landmarks' kernel were not found; scale the columns to like spread"));
        double[] values = eigen.eigenvalues().toArray();
        this.roots = IntStream.range(0, count)
                .filter(i -> values[i] > ROUNDING * values[0])
                .mapToObj(i ->
                        eigen.getEigenVector(i).scale(1 / Math.sqrt(values[i])).toArray())
                .toArray(double[][]::new);
    }

    Features map(Features rows) {
        float[] mapped = new float[rows.rows() * roots.length];
        IntStream.range(0, rows.rows()).parallel().forEach(row -> {
            double[] kernel = kernel(rows, row);
            for (int i = 0; i < roots.length; i++) {
                mapped[row * roots.length + i] = (float) dot(roots[i], kernel);
            }
        });
        return Features.of(mapped, roots.length);
    }

    /** The v for which vᵀ(k(l₁, x) … k(lₘ, x)) = wᵀz(x): the plane w, written as a sum over the landmarks. */
    double[] coefficients(double[] plane) {
        double[] coefficients = new double[landmarks.rows()];
        for (int i = 0; i < roots.length; i++) {
            for (int landmark = 0; landmark < coefficients.length; landmark++) {
                coefficients[landmark] += plane[i] * roots[i][landmark];
            }
        }
        return coefficients;
    }

    private double[] kernel(Features rows, int row) {
        double[] kernel = new double[landmarks.rows()];
        for (int landmark = 0; landmark < kernel.length; landmark++) {
            double squared = 0;
            for (int column = 0; column < rows.columns(); column++) {
                double difference = (double) rows.at(row, column) - landmarks.at(landmark, column);
                squared += difference * difference;
            }
            kernel[landmark] = Math.exp(-gamma * squared);
        }
        return kernel;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

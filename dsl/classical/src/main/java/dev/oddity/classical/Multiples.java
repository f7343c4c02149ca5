package dev.oddity.classical;

/**
 * The inner loops of products of matrices: multiples of arrays added to an array, four at a time, so that a sum is read
 * and written once for four products. Plain enough for the JVM to turn into vector instructions.
 */
final class Multiples {

    private Multiples() {}

    /** sums += a·x + b·y + c·z + d·w, from an index (inclusive) to another (exclusive). */
    static void add(
            double[] sums,
            int from,
            int to,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] z,
            double d,
            double[] w) {
        for (int i = from; i < to; i++) {
            sums[i] += a * x[i] + b * y[i] + c * z[i] + d * w[i];
        }
    }

    static void add(double[] sums, int from, int to, double a, double[] x) {
        for (int i = from; i < to; i++) {
            sums[i] += a * x[i];
        }
    }

    static void addSquares(double[] sums, int to, double[] x) {
        for (int i = 0; i < to; i++) {
            sums[i] += x[i] * x[i];
        }
    }

    /** sums += (x − a)² + (y − b)² + (z − c)² + (w − d)², up to an index (exclusive). */
    static void addSquaredDifferences(
            double[] sums,
            int to,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] z,
            double d,
            double[] w) {
        for (int i = 0; i < to; i++) {
            double p = x[i] - a;
            double q = y[i] - b;
            double r = z[i] - c;
            double s = w[i] - d;
            sums[i] += p * p + q * q + r * r + s * s;
        }
    }

    static void addSquaredDifferences(double[] sums, int to, double a, double[] x) {
        for (int i = 0; i < to; i++) {
            double p = x[i] - a;
            sums[i] += p * p;
        }
    }
}

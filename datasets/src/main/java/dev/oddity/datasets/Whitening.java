package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Principal components of the training rows, each divided by its standard deviation: {@code z = Λ^(-1/2) Vᵀ (x − μ)} with the
 * largest {@code k} eigenvalues Λ and eigenvectors V of the covariance matrix (divided by {@code n − 1}). The sign of a
 * component is chosen so that its largest coefficient, of equally large ones the first, is positive. A component is held
 * within ±{@value #LIMIT}.
 *
 * @param mean of each number of a row
 * @param components one row per component, already divided by its deviation
 */
record Whitening(double[] mean, double[][] components) {

    /** An eigenvalue below this share of the largest is what rounding makes of zero. */
    private static final double RANK = 1e-10;

    /** In standard deviations; see {@link NumberStep.Shift#LIMIT}. */
    private static final double LIMIT = NumberStep.Shift.LIMIT;

    static Whitening fit(Features rows, int wanted) {
        int columns = rows.columns();
        if (wanted > columns) {
            throw new DataException("whiten(" + wanted + "): the prepared rows have " + columns
                    + " numbers, and there are no more components than that; take whiten(" + columns + ") or less");
        }
        Covariance covariance = Covariance.of(rows);
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance.values(), false));
        double[] values = eigen.getRealEigenvalues();
        int[] order = IntStream.range(0, columns)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<double[]> components = new ArrayList<>();
        for (int i = 0; i < wanted && values[order[i]] > RANK * values[order[0]]; i++) {
            components.add(component(eigen.getEigenvector(order[i]).toArray(), Math.sqrt(values[order[i]])));
        }
        if (components.isEmpty()) {
            throw new DataException("whiten(" + wanted + "): every column is constant in the " + rows.rows()
                    + " training rows, and components are directions in which they vary; take more rows or other"
                    + " columns");
        }
        return new Whitening(covariance.mean(), components.toArray(double[][]::new));
    }

    private static double[] component(double[] vector, double deviation) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            // A hair more: of two that are equal but for rounding the first decides.
            largest = Math.abs(vector[i]) > Math.abs(vector[largest]) * (1 + 1e-9) ? i : largest;
        }
        double scale = Math.signum(vector[largest]) / deviation;
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    int size() {
        return components.length;
    }

    List<String> features() {
        return IntStream.rangeClosed(1, size()).mapToObj(i -> "pc" + i).toList();
    }

    /** Turns {@code rows} rows at the beginning of {@code block} into components, written from {@code offset} on. */
    void apply(float[] block, int rows, float[] target, int offset) {
        int columns = mean.length;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < components.length; i++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += components[i][j] * (block[row * columns + j] - mean[j]);
                }
                target[offset + row * components.length + i] = (float) Math.max(-LIMIT, Math.min(LIMIT, sum));
            }
        }
    }

    Map<String, Object> state() {
        return Map.of(
                "mean",
                IntStream.range(0, mean.length).mapToObj(i -> mean[i]).toList(),
                "components",
                IntStream.range(0, size())
                        .mapToObj(i -> IntStream.range(0, mean.length)
                                .mapToObj(j -> components[i][j])
                                .toList())
                        .toList());
    }

    static Whitening restore(Map<?, ?> state) {
        return new Whitening(
                State.numbers(state, "mean"),
                State.lists(state, "components").stream()
                        .map(line -> State.numbers(line, "components"))
                        .toArray(double[][]::new));
    }
}

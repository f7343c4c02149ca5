package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseMatrix.EigenDecomposition;
import org.tribuo.math.la.DenseVector;

/**
 * What the first principal components cannot rebuild: ‖(x − μ) − W Wᵀ(x − μ)‖₂, the columns of W being the m leading
 * eigenvectors of the training rows' covariance (Jackson &amp; Mudholkar, "Control procedures for residuals associated with
 * principal component analysis", Technometrics 21, 1979). The linear counterpart of an autoencoder, and so the yardstick
 * for one.
 *
 * <p>Default: 10 components, or half of the columns where that is fewer; fewer also where the training rows span less.
 * Columns count by their spread: scale them, and know that the score depends on how. Both scores it gives are this one.
 *
 * <p>Time to fit: rows · columns² + columns³. No randomness; each component's largest weight is positive.
 */
public final class Pca implements Detector {

    private static final int USUAL_COMPONENTS = 10;

    /** Directions with less than this share of the largest variance are rounding. */
    private static final double ROUNDING = 1e-12;

    private static final Parameters DEFAULTS = Parameters.of("pca")
            .define("components", 0, Rule.atLeast(0))
            .define("explainedVariance", 0.0, Rule.between(0, 1));

    private final Parameters parameters;

    public Pca() {
        this(DEFAULTS);
    }

    private Pca(Parameters parameters) {
        this.parameters = parameters;
    }

    /** How many components; must be below the number of columns. 0, the default: 10, or half of the columns if fewer. */
    public Pca components(int count) {
        return with(parameters.with("components", count));
    }

    /** As many components as explain this share of the variance, 0 up to below 1, instead of a count; 0 to not. */
    public Pca explainedVariance(double share) {
        return with(parameters.with("explainedVariance", share));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Pca with(Parameters changed) {
        if (changed.integer("components") > 0 && changed.real("explainedVariance") > 0) {
            throw new IllegalArgumentException(
                    changed + ": components and explainedVariance cannot be combined; give one of them");
        }
        return new Pca(changed);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        int columns = train.columns();
        if (parameters.integer("components") >= columns) {
            throw new IllegalArgumentException(this + ": components must be below the number of columns, " + columns
                    + ", or every row is rebuilt without error");
        }
        Covariance covariance = Covariance.of(train);
        EigenDecomposition eigen = DenseMatrix.createDenseMatrix(covariance.matrix())
                .eigenDecomposition()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                this
                                        + ": the eigenvectors of these rows' covariance were not found; scale the columns to like spread"));
        double[] variances = eigen.eigenvalues().toArray();
        int count = count(variances, columns);
        double[] components = new double[count * columns];
        for (int component = 0; component < count; component++) {
            DenseVector direction = eigen.getEigenVector(component);
            double sign = direction.get(largest(direction)) < 0 ? -1 : 1;
            for (int column = 0; column < columns; column++) {
                components[component * columns + column] = sign * direction.get(column);
            }
        }
        return restore(new ModelState(
                Map.of(
                        "mean", Tensor.of(covariance.mean()),
                        "components", Tensor.of(components, count, columns),
                        "variances", Tensor.of(variances)),
                Map.of()));
    }

    /** @param variances largest first */
    private int count(double[] variances, int columns) {
        int spanned = 0;
        double total = 0;
        while (spanned < columns && variances[spanned] > ROUNDING * variances[0]) {
            total += variances[spanned++];
        }
        int given = parameters.integer("components");
        if (given > 0) {
            return Math.min(given, spanned);
        }
        if (parameters.real("explainedVariance") == 0) {
            return Math.min(Math.min(USUAL_COMPONENTS, columns / 2), spanned);
        }
        int count = 0;
        for (double explained = 0; count < spanned && explained < parameters.real("explainedVariance") * total; ) {
            explained += variances[count++];
        }
        return count;
    }

    private static int largest(DenseVector direction) {
        int largest = 0;
        for (int i = 1; i < direction.size(); i++) {
            if (Math.abs(direction.get(i)) > Math.abs(direction.get(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        double[] mean = state.tensor("mean").doubles();
        double[] components = state.tensor("components").doubles();
        RowScorer scorer = rows -> {
            double[] scores = new double[rows.rows()];
            double[] residual = new double[mean.length];
            for (int row = 0; row < scores.length; row++) {
                for (int column = 0; column < mean.length; column++) {
                    residual[column] = rows.at(row, column) - mean[column];
                }
                scores[row] = length(without(components, residual));
            }
            return scores;
        };
        return new NumbersModel(name(), mean.length, state, scorer.inParallel());
    }

    /** Takes out one component after the other: the same as all at once, for they are orthonormal. */
    private static double[] without(double[] components, double[] residual) {
        for (int from = 0; from < components.length; from += residual.length) {
            double along = 0;
            for (int column = 0; column < residual.length; column++) {
                along += components[from + column] * residual[column];
            }
            for (int column = 0; column < residual.length; column++) {
                residual[column] -= along * components[from + column];
            }
        }
        return residual;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double number : vector) {
            squares += number * number;
        }
        return Math.sqrt(squares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pca that && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

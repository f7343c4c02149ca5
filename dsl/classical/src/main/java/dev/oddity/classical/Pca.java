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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the first principal components cannot rebuild: ‖(x − μ) − W Wᵀ(x − μ)‖₂, the columns of W being the m leading
 * eigenvectors of the training rows' covariance (Jackson &amp; Mudholkar, "Control procedures for residuals associated with
 * principal component analysis", Technometrics 21, 1979). The linear counterpart of an autoencoder, and so the yardstick
 * for one.
 *
 * <p>Default: 10 components, or half of the columns where that is fewer; fewer also where the training rows span less.
 * Columns count by their spread: scale them, and know that the score depends on how. Both scores it gives are this one.
 *
 * <p>A row's {@link TrainedModel#contributions} are its squared residuals, which add up to the score's square.
 *
 * <p>Time to fit: rows · columns² + columns³. No randomness; each component's largest weight is positive.
 */
public record Pca(Parameters parameters) implements Detector {

    private static final int USUAL_COMPONENTS = 10;

    private static final Parameters DEFAULTS = Parameters.of("pca")
            .define("components", 0, Rule.atLeast(0))
            .define("explainedVariance", 0.0, Rule.between(0, 1));

    public Pca {
        parameters.requireOwner(DEFAULTS.owner());
        if (parameters.integer("components") > 0 && parameters.real("explainedVariance") > 0) {
            throw new IllegalArgumentException(
                    parameters + ": components and explainedVariance cannot be combined; give one of them");
        }
    }

    public Pca() {
        this(DEFAULTS);
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
    public Pca with(Parameters changed) {
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
        Spectrum spectrum = Spectrum.of(covariance.matrix(), this);
        int count = count(spectrum, columns);
        double[] components = Arrays.copyOf(spectrum.directions(), count * columns);
        return restore(new ModelState(
                Map.of(
                        "mean", Tensor.of(covariance.mean()),
                        "components", Tensor.of(components, count, columns),
                        "variances", Tensor.of(spectrum.variances())),
                Map.of()));
    }

    private int count(Spectrum spectrum, int columns) {
        int spanned = spectrum.rank();
        int given = parameters.integer("components");
        if (given > 0) {
            return Math.min(given, spanned);
        }
        if (parameters.real("explainedVariance") == 0) {
            return Math.min(Math.min(USUAL_COMPONENTS, columns / 2), spanned);
        }
        double total = Arrays.stream(spectrum.variances(), 0, spanned).sum();
        int count = 0;
        for (double explained = 0; count < spanned && explained < parameters.real("explainedVariance") * total; ) {
            explained += spectrum.variances()[count++];
        }
        return count;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        double[] mean = state.tensor("mean").doubles();
        double[] components = state.tensor("components").doubles();
        RowScorer scorer = rows -> {
            double[] scores = residuals(rows, mean, components).squares();
            for (int row = 0; row < scores.length; row++) {
                scores[row] = Math.sqrt(scores[row]);
            }
            return scores;
        };
        return new NumbersModel(name(), mean.length, state, scorer.inParallel())
                .explainedBy(rows -> {
                    double[] residuals = residuals(rows, mean, components).numbers();
                    Arrays.setAll(residuals, i -> residuals[i] * residuals[i]);
                    return residuals;
                })
                .rebuiltBy(rows -> {
                    double[] residuals = residuals(rows, mean, components).numbers();
                    Arrays.setAll(residuals, i -> rows.values()[i] - residuals[i]);
                    return residuals;
                });
    }

    private static RowBlock residuals(Features rows, double[] mean, double[] components) {
        RowBlock block = RowBlock.of(rows, 0, rows.rows(), mean);
        double[][] along = new double[components.length / mean.length][];
        Arrays.setAll(along, component -> block.products(components, component * mean.length, 0, mean.length));
        block.subtract(components, along);
        return block;
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

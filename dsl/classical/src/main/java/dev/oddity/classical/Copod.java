package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;

/**
 * How improbable a row's tails are under the empirical copula: Σⱼ max(sⱼ, (lⱼ + rⱼ)/2), with l = −log F̂(x), r = −log
 * Ĝ(x), F̂ the share of training numbers at most as large, Ĝ that of those at least as large, and s the tail that the
 * column's skewness points to: r where it is positive, l where it is negative (Li, Zhao, Botta, Ionescu &amp; Hu,
 * "COPOD: Copula-based outlier detection", ICDM 2020).
 *
 * <p>The maximum is taken in each column, and s is l + r in a column without any skewness, both as PyOD does. Beside
 * {@link Ecod}, the short tail of a skewed column counts half.
 *
 * <p>A new row counts itself as one more beside the n training rows, (1 + #{≤ x})/(n + 1), so numbers beyond the
 * training range are finite and all equally unusual; {@link TrainedModel#trainingScores} count #{≤ x}/n, as the paper
 * and PyOD do. PyOD scores new rows among each other, by the distribution of training and new rows together; here a
 * row's score does not depend on the rows around it, and is the one that PyOD gives to a row alone.
 *
 * <p>What a number adds to a score is its column's term; these add up to the score. No parameters, no randomness.
 * Fitting sorts each column; scoring searches it. Of a column with more than 65,536 distinct numbers not all are kept:
 * each of its tails is then within 1/4,096 of itself.
 */
public record Copod(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("copod");

    public Copod {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Copod() {
        this(DEFAULTS);
    }

    @Override
    public Copod with(Parameters changed) {
        return new Copod(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        return restore(EmpiricalTails.learn(train));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return EmpiricalTails.model(name(), state, Copod::score);
    }

    private static double score(double left, double right, double skewness) {
        double both = left + right;
        double skewed = skewness > 0 ? right : skewness < 0 ? left : both;
        return Math.max(skewed, both / 2);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

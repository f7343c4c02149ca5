package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;

/**
 * How far out in the tails of its columns a row lies: Σⱼ max(−log F̂ⱼ(xⱼ), −log Ĝⱼ(xⱼ)), F̂ the share of training
 * numbers at most as large and Ĝ that of those at least as large (Li, Zhao, Hu, Botta, Ionescu &amp; Chen, "ECOD:
 * Unsupervised outlier detection using empirical cumulative distribution functions", IEEE TKDE 2022).
 *
 * <p>The larger tail is taken in each column, as PyOD does; the paper's algorithm takes the largest of three sums over
 * the columns: of left tails, of right tails, and of those that the columns' skewness points to. In a column without
 * any skewness both tails are added, as in PyOD.
 *
 * <p>A new row counts itself as one more beside the n training rows, (1 + #{≤ x})/(n + 1), so numbers beyond the
 * training range are finite, the most unusual there are, and all equally so; {@link TrainedModel#trainingScores} count
 * #{≤ x}/n, as the paper and PyOD do. PyOD scores new rows among each other, by the distribution of training and new
 * rows together; here a row's score does not depend on the rows around it, and is the one that PyOD gives to a row
 * alone.
 *
 * <p>What a number adds to a score is its column's term; these add up to the score. No parameters, no randomness; any
 * increasing function of a column changes nothing but the skewness. Fitting sorts each column; scoring searches it. Of
 * a column with more than 65,536 distinct numbers not all are kept: each of its tails is then within 1/4,096 of itself.
 */
public record Ecod(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("ecod");

    public Ecod {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Ecod() {
        this(DEFAULTS);
    }

    @Override
    public Ecod with(Parameters changed) {
        return new Ecod(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        return restore(EmpiricalTails.learn(train));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return EmpiricalTails.model(
                name(), state, (left, right, skewness) -> skewness == 0 ? left + right : Math.max(left, right));
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Arrays;

/**
 * How improbable a row is under k Gaussians: −ln p(x), p(x) = Σₖ wₖ N(x; μₖ, Σₖ), fitted by expectation and maximisation
 * (Dempster, Laird &amp; Rubin, "Maximum likelihood from incomplete data via the EM algorithm", Journal of the Royal
 * Statistical Society B 39, 1977). A density: it may exceed 1, and the score then be negative.
 *
 * <p>It begins from the clusters of {@link KMeans}, found on at most 20,000 of the rows, and stops when the mean of ln p(x)
 * gains less than the tolerance. What it finds is a best fit among those nearby; another seed may find another.
 *
 * <p>A row's {@link TrainedModel#contributions} are Σₖ p(k | x) (xⱼ − μₖⱼ)(Σₖ⁻¹(x − μₖ))ⱼ: its squared {@link Mahalanobis}
 * distance from the components it belongs to, number by number.
 *
 * <p>Defaults: each component its own full covariance, 0.01 added to every variance, at most 100 iterations, tolerance
 * 10⁻³; k 4. {@code covariance("tied")} shares one among the components, {@code "diagonal"} leaves
 * correlations out and with them a factor of the columns in time. With fewer distinct rows than k there is one component
 * for each.
 *
 * <p>scikit-learn adds 10⁻⁶, which lets a component lie flat on few rows. On the credit-card subset (z-scores, 3 seeds)
 * 10⁻⁶ gave a ROC-AUC of .941 ± .015 and an average precision of .832, 0.01 gave .956 ± .004 and .834; on KDD99 (min-max, one
 * seed) .995 and .957 against .991 and .940. Rows of another spread than about 1 want another value.
 *
 * <p>Time of an iteration: distinct rows · columns² · k; memory: the distinct rows and 8 · k bytes for each. Randomness: the
 * rows taken for k-means, from the stream {@code subsample}, and its start, {@code init}.
 */
public record GaussianMixture(Parameters parameters) implements Detector {

    private static final int MOST_ROWS_CLUSTERED = 20_000;

    private static final Parameters DEFAULTS = Parameters.of("gaussianMixture")
            .define("k", 4, Rule.atLeast(1))
            .define("covariance", "full", Rule.oneOf("full", "tied", "diagonal"))
            .define("regularisation", 0.01, Rule.positive())
            .define("iterations", 100, Rule.atLeast(1))
            .define("tolerance", 1e-3, Rule.positive());

    public GaussianMixture {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public GaussianMixture() {
        this(DEFAULTS);
    }

    /** Gaussians; 4 unless set. */
    public GaussianMixture k(int components) {
        return with(parameters.with("k", components));
    }

    /** What is fitted of each component's shape: {@code full} (the default), {@code tied} or {@code diagonal}. */
    public GaussianMixture covariance(String kind) {
        return with(parameters.with("covariance", kind));
    }

    /** What is added to every variance, so that none is 0; 0.01 unless set. */
    public GaussianMixture regularisation(double variance) {
        return with(parameters.with("regularisation", variance));
    }

    /** Most passes over the training rows; 100 unless set. */
    public GaussianMixture iterations(int most) {
        return with(parameters.with("iterations", most));
    }

    /** It stops when an iteration changes the mean of ln p(x) by less; 10⁻³ unless set. */
    public GaussianMixture tolerance(double logDensity) {
        return with(parameters.with("tolerance", logDensity));
    }

    @Override
    public GaussianMixture with(Parameters changed) {
        return new GaussianMixture(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features some = Subsample.draw(
                train, MOST_ROWS_CLUSTERED, context.seeds().named("subsample").random());
        Centres centres = Centres.of(new KMeans()
                .k(parameters.integer("k"))
                .fit(some, context)
                .state()
                .tensor("centres"));
        DistinctRows distinct = DistinctRows.of(train);
        RowScorer nearest = rows ->
                Arrays.stream(centres.nearest(rows).centres()).asDoubleStream().toArray();
        double[] clusters = nearest.inParallel().score(distinct.rows());
        return fit(distinct, clusters, centres.count(), context);
    }

    /** @param clusters for each distinct row the number of the component that it belongs to in the beginning */
    TrainedModel fit(DistinctRows distinct, double[] clusters, int components, FitContext context) {
        double[][] shares = new double[components][clusters.length];
        for (int row = 0; row < clusters.length; row++) {
            shares[(int) clusters[row]][row] = 1;
        }
        ExpectationMaximisation.Fit fit = new ExpectationMaximisation(
                        distinct.rows(),
                        Arrays.stream(distinct.counts()).asDoubleStream().toArray(),
                        parameters.text("covariance"),
                        parameters.real("regularisation"))
                .fit(shares, parameters.integer("iterations"), parameters.real("tolerance"));
        if (!fit.converged()) {
            context.warn(name() + "() still gained more than its tolerance after " + parameters.integer("iterations")
                    + " iterations; .iterations(..) allows more");
        }
        return restore(fit.mixture().state());
    }

    @Override
    public TrainedModel restore(ModelState state) {
        Mixture mixture = Mixture.of(state);
        return new NumbersModel(name(), mixture.columns(), state, mixture.inParallel()).explainedBy(mixture::terms);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

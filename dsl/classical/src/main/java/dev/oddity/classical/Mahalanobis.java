package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Map;

/**
 * How far a row lies from the mean, in the training rows' own spread: d² = (x − μ)ᵀ Σ⁻¹ (x − μ), with the mean μ and the
 * (population) covariance Σ of the training rows (Mahalanobis, "On the generalised distance in statistics", Proceedings of
 * the National Institute of Sciences of India 2, 1936). The square, as scikit-learn's {@code mahalanobis}: of normal rows
 * it is chi-squared with as many degrees of freedom as Σ has rank.
 *
 * <p>A singular Σ (a constant column, one-hot columns that sum to 1, fewer rows than columns) has no inverse. The
 * pseudo-inverse takes its place: directions with less than 10⁻¹² of the largest variance do not count, neither in
 * training rows nor in new ones. {@code shrinkage(s)} instead uses (1 − s)Σ + s·(tr Σ / columns)·I, under which a step off
 * the training rows' plane counts, and counts much.
 *
 * <p>Defaults: no shrinkage. Without it, scaling the columns beforehand changes nothing. Extreme training rows widen Σ and
 * hide themselves; {@link Mcd} does not let them.
 *
 * <p>A row's {@link TrainedModel#contributions} are (xⱼ − μⱼ)(Σ⁻¹(x − μ))ⱼ, which add up to d². One is negative where
 * the number makes those it is correlated with less odd.
 *
 * <p>Time to fit: rows · columns² + columns³; to score: rows · columns². No randomness.
 */
public record Mahalanobis(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS =
            Parameters.of("mahalanobis").define("shrinkage", 0.0, Rule.between(0, 1));

    public Mahalanobis {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Mahalanobis() {
        this(DEFAULTS);
    }

    /** How far the covariance is drawn to a sphere of the same total variance, 0 up to below 1; 0 unless set. */
    public Mahalanobis shrinkage(double share) {
        return with(parameters.with("shrinkage", share));
    }

    @Override
    public Mahalanobis with(Parameters changed) {
        return new Mahalanobis(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Covariance covariance = Covariance.of(train);
        return restore(state(covariance.mean(), shrunk(covariance), this));
    }

    private double[][] shrunk(Covariance covariance) {
        int columns = covariance.mean().length;
        double trace = 0;
        for (int column = 0; column < columns; column++) {
            trace += covariance.matrix()[column][column];
        }
        double[][] sphere = new double[columns][columns];
        for (int column = 0; column < columns; column++) {
            sphere[column][column] = trace / columns;
        }
        return covariance.mixed(parameters.real("shrinkage"), sphere).matrix();
    }

    /** What a model of this kind keeps: μ, and R with RᵀR the pseudo-inverse of Σ. */
    static ModelState state(double[] mean, double[][] covariance, Detector detector) {
        Spectrum spectrum = Spectrum.of(covariance, detector);
        return new ModelState(
                Map.of(
                        "mean", Tensor.of(mean),
                        "whitening", Tensor.of(spectrum.whitening(), spectrum.rank(), mean.length)),
                Map.of());
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return model(name(), state);
    }

    static TrainedModel model(String detector, ModelState state) {
        double[] mean = state.tensor("mean").doubles();
        QuadraticForm distance =
                new QuadraticForm(mean, state.tensor("whitening").doubles());
        return new NumbersModel(detector, mean.length, state, distance.inParallel()).explainedBy(distance::terms);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

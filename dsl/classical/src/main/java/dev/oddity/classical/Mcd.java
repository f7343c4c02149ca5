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
import java.util.List;

/**
 * {@link Mahalanobis}' distance d² = (x − μ)ᵀ Σ⁻¹ (x − μ) with a mean and a covariance that up to half of the training rows
 * cannot bend: those of the h rows whose covariance has the least determinant (Rousseeuw &amp; Van Driessen, "A fast
 * algorithm for the minimum covariance determinant estimator", Technometrics 41, 1999).
 *
 * <p>As scikit-learn's {@code MinCovDet}, and with it PyOD's {@code MCD}: that raw covariance is scaled until the median d²
 * of all rows is the median of a chi-squared with as many degrees of freedom as columns (consistency); the rows whose d²
 * then lies below its 0.975 quantile give the mean and the covariance that score (reweighting).
 *
 * <p>Directions along which no training row varies do not count, as in {@link Mahalanobis}. Where the h rows lie in a plane
 * that others leave (a one-hot column that is 0 in more than half of the rows, a row repeated that often) their
 * determinant is 0 whatever else they do; a thousandth of all rows' covariance is then mixed in, and the report says so.
 *
 * <p>A row's {@link TrainedModel#contributions} are those of {@link Mahalanobis} and add up to d².
 *
 * <p>Defaults: h = ⌈(rows + columns + 1) / 2⌉, the fewest and so the most robust; {@code support(share)} takes more. Time to
 * fit: about 20 · (rows + 50,000) · columns², to score: rows · columns². The random starts come from the stream {@code
 * init}.
 */
public record Mcd(Parameters parameters) implements Detector {

    private static final double REWEIGHTED = 0.975;

    private static final Parameters DEFAULTS = Parameters.of("mcd").define("support", 0.0, shareOfRows());

    public Mcd {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Mcd() {
        this(DEFAULTS);
    }

    private static Rule shareOfRows() {
        return new Rule("0, or at least 0.5 and at most 1", value -> {
            double share = ((Number) value).doubleValue();
            return share == 0 || share >= .5 && share <= 1;
        });
    }

    /** The share of rows taken as clean, 0.5 to 1; 0, the default, for a little more than half. */
    public Mcd support(double share) {
        return with(parameters.with("support", share));
    }

    @Override
    public Mcd with(Parameters changed) {
        return new Mcd(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Covariance all = Covariance.of(train);
        Features searched = Cholesky.of(all.matrix()).isPresent() ? train : whitened(train, all);
        if (searched.columns() == 0) {
            return restore(Mahalanobis.state(all.mean(), all.matrix(), this));
        }
        double[][] allSearched =
                searched == train ? all.matrix() : Covariance.of(searched).matrix();
        FastMcd.Estimate raw = new FastMcd(searched, support(searched), allSearched)
                .search(context.seeds().named("init").random());
        double[] clean = clean(raw, searched);
        Covariance robust = Covariance.of(train, clean);
        boolean singular = Cholesky.of(
                        searched == train
                                ? robust.matrix()
                                : Covariance.of(searched, clean).matrix())
                .isEmpty();
        if (raw.singular() || singular) {
            context.warn(name() + "() found more than half of the rows in a plane that others leave, so a thousandth of"
                    + " all rows' covariance was mixed in; more .support(..) or mahalanobis() may serve better");
        }
        Covariance used = singular ? robust.mixed(FastMcd.MIXED, all.matrix()) : robust;
        return restore(Mahalanobis.state(used.mean(), used.matrix(), this));
    }

    /** In the directions that the rows span, each with unit variance: the search comes to the same in all coordinates. */
    private Features whitened(Features train, Covariance all) {
        Spectrum spectrum = Spectrum.of(all.matrix(), this);
        double[] whitening = spectrum.whitening();
        int columns = train.columns();
        float[] values = new float[train.rows() * spectrum.rank()];
        for (int from = 0; from < train.rows(); from += RowBlock.ROWS) {
            RowBlock block = RowBlock.of(train, from, Math.min(from + RowBlock.ROWS, train.rows()), all.mean());
            for (int direction = 0; direction < spectrum.rank(); direction++) {
                double[] along = block.products(whitening, direction * columns, 0, columns);
                for (int row = 0; row < along.length; row++) {
                    values[(from + row) * spectrum.rank() + direction] = (float) along[row];
                }
            }
        }
        return new Features(values, new int[] {train.rows(), spectrum.rank()}, List.of());
    }

    private int support(Features rows) {
        double share = parameters.real("support");
        int count = share > 0 ? (int) (share * rows.rows()) : (int) Math.ceil((rows.rows() + rows.columns() + 1) / 2.0);
        return Math.max(1, Math.min(count, rows.rows()));
    }

    /** 1 for the rows near the raw estimate, 0 for the others. */
    private static double[] clean(FastMcd.Estimate raw, Features rows) {
        double[] squared = raw.distance().inParallel().score(rows);
        double median = median(squared);
        double expected = ChiSquared.quantile(.5, rows.columns());
        double scale = median > 0 ? median / expected : 1;
        double limit = scale * ChiSquared.quantile(REWEIGHTED, rows.columns());
        return Arrays.stream(squared).map(one -> one < limit ? 1 : 0).toArray();
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.parallelSort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return Mahalanobis.model(name(), state);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

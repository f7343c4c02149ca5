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
 * How improbable a row is under a Gaussian kernel density estimate: −log (1/n) Σᵢ (2πh²)^(−d/2) exp(−‖x − xᵢ‖²/2h²)
 * over the training rows xᵢ of d columns (Latecki, Lazarevic &amp; Pokrajac, "Outlier detection with kernel density
 * functions", MLDM 2007, in the plain form of scikit-learn's {@code KernelDensity}).
 *
 * <p>Default bandwidth by Scott's rule, h = σ n^(−1/(d + 4)) with σ² the mean of the columns' variances; {@code
 * rule("silverman")} multiplies it by (4/(d + 2))^(1/(d + 4)). One h serves all columns: scale them. scikit-learn's
 * rules leave σ out, and its default is 1, as is PyOD's. At most 10,000 training rows, n being those that are kept.
 *
 * <p>The logarithm stays finite however far a row is. {@link TrainedModel#trainingScores} leaves each row out of its
 * own density, which scikit-learn and PyOD do not. Fitting keeps the rows; scoring a distinct row costs a distance to
 * every distinct one of them, on all cores. The only randomness is the subsample.
 */
public record Kde(Parameters parameters) implements Detector {

    private static final Parameters DEFAULTS = Parameters.of("kde")
            .define("bandwidth", 0.0, Rule.atLeast(0))
            .define("rule", "scott", Rule.oneOf("scott", "silverman"))
            .define("maxRows", 10_000, Rule.atLeast(1));

    public Kde {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public Kde() {
        this(DEFAULTS);
    }

    /** Standard deviation h of the kernel; 0, the default: by the rule. */
    public Kde bandwidth(double deviation) {
        return with(parameters.with("bandwidth", deviation));
    }

    /** How the bandwidth is chosen where none is given: {@code scott} (the default) or {@code silverman}. */
    public Kde rule(String name) {
        return with(parameters.with("rule", name));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public Kde maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Kde with(Parameters changed) {
        return new Kde(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows = Subsample.of(
                train,
                parameters.integer("maxRows"),
                name(),
                "scoring a row costs a distance to every one of them",
                context);
        double given = parameters.real("bandwidth");
        double[] bandwidth = {given > 0 ? given : bandwidth(rows)};
        return restore(KeptRows.of(rows).state(Map.of("bandwidth", Tensor.of(bandwidth))));
    }

    private double bandwidth(Features rows) {
        int columns = rows.columns();
        double factor = parameters.text("rule").equals("scott") ? 1 : 4.0 / (columns + 2);
        return deviation(rows) * Math.pow(factor / rows.rows(), 1.0 / (columns + 4));
    }

    /** Root of the mean of the columns' variances; 1 if they are all constant. */
    private static double deviation(Features rows) {
        double sum = 0;
        for (int column = 0; column < rows.columns(); column++) {
            float[] numbers = Columns.of(rows, column);
            double mean = 0;
            for (float number : numbers) {
                mean += number;
            }
            mean /= numbers.length;
            for (float number : numbers) {
                sum += (number - mean) * (number - mean);
            }
        }
        double deviation = Math.sqrt(sum / rows.values().length);
        return deviation > 0 ? deviation : 1;
    }

    @Override
    public TrainedModel restore(ModelState state) {
        KernelDensity density = KernelDensity.of(state);
        RowScorer scorer = density::surprise;
        return new NumbersModel(
                name(), density.columns(), state, scorer.inParallel().onDistinctRows(), density::trainingSurprise);
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

package dev.oddity.classical;

import de.bwaldvogel.liblinear.Model;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.liblinear.LibLinearAnomalyTrainer;
import org.tribuo.anomaly.liblinear.LinearAnomalyType;
import org.tribuo.common.liblinear.LibLinearModel;

/**
 * One-class support vector machine with a linear boundary, fitted by Tribuo's LibLinear: min ½‖w‖² − ρ + 1/(νn) Σ max(0,
 * ρ − wᵀz(xᵢ)); the score is ρ − wᵀz(x), the negative of LibLinear's decision value.
 *
 * <p>z are {@code fourierFeatures} random cosines that stand for the Gaussian kernel, so that it does what {@link
 * OneClassSvm} does, approximately and in linear time. With {@code fourierFeatures(0)} z(x) is x itself: a plane that
 * separates the rows from the origin, of use only where usual rows lie on one side of it, never for standardised ones.
 *
 * <p>Defaults: ν 0.5; 512 Fourier features; γ as in {@link OneClassSvm}; at most 20,000 training rows, because LibLinear
 * holds an object for every number. Scoring a row costs columns times Fourier features.
 */
public final class LinearOneClass implements Detector {

    private static final int MOST_ITERATIONS = 1_000;

    /** LIBLINEAR's own tolerance for this problem; Tribuo's default of 0.1 is that of its classifiers. */
    private static final double TOLERANCE = 0.01;

    private static final Parameters DEFAULTS = Parameters.of("linearOneClass")
            .define("nu", 0.5, new Rule("above 0 and at most 1", value -> (double) value > 0 && (double) value <= 1))
            .define("fourierFeatures", 512, Rule.atLeast(0))
            .define("gamma", 0.0, Rule.atLeast(0))
            .define("maxRows", 20_000, Rule.atLeast(1));

    private final Parameters parameters;

    public LinearOneClass() {
        this(DEFAULTS);
    }

    private LinearOneClass(Parameters parameters) {
        this.parameters = parameters;
    }

    /** ν: at most about this share of the training rows lies outside. */
    public LinearOneClass nu(double share) {
        return with(parameters.with("nu", share));
    }

    /** Random cosines that approximate the Gaussian kernel; 512 unless set, 0 for none. */
    public LinearOneClass fourierFeatures(int features) {
        return with(parameters.with("fourierFeatures", features));
    }

    /** γ of the kernel approximated; 0, the default, takes 1/(columns · variance) of the training rows. */
    public LinearOneClass gamma(double gamma) {
        return with(parameters.with("gamma", gamma));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public LinearOneClass maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public LinearOneClass with(Parameters changed) {
        return new LinearOneClass(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Features rows = Subsample.of(
                train, parameters.integer("maxRows"), name(), "LibLinear holds an object for every number", context);
        Map<String, Tensor> learnt = new LinkedHashMap<>();
        Features mapped = rows;
        int features = parameters.integer("fourierFeatures");
        if (features > 0) {
            FourierFeatures map = FourierFeatures.draw(
                    rows.columns(),
                    features,
                    GaussianKernel.gamma(parameters.real("gamma"), rows),
                    context.seeds().named("fourier").random());
            learnt.put("frequencies", Tensor.of(map.frequencies(), rows.columns(), features));
            learnt.put("offsets", Tensor.of(map.offsets()));
            mapped = map.of(rows);
        }
        LibLinearModel<Event> model =
                train(mapped, context.seeds().named("liblinear").seed());
        Model plane = model.getInnerModels().get(0);
        learnt.put("weights", Tensor.of(plane.getFeatureWeights()));
        learnt.put("rho", Tensor.of(new double[] {plane.getDecfunRho()}));
        return restore(new ModelState(learnt, Map.of("provenance", TribuoProvenance.of(model))));
    }

    LibLinearModel<Event> train(Features rows, long seed) {
        return new LibLinearAnomalyTrainer(
                        new LinearAnomalyType(LinearAnomalyType.LinearType.ONECLASS_SVM),
                        1,
                        MOST_ITERATIONS,
                        TOLERANCE,
                        parameters.real("nu"),
                        seed)
                .train(new FeaturesDataset<>(rows, AnomalyFactory.EXPECTED_EVENT, new AnomalyFactory()));
    }

    @Override
    public TrainedModel restore(ModelState state) {
        double[] weights = state.tensor("weights").doubles();
        double rho = state.tensor("rho").doubles()[0];
        RowScorer plane = rows -> distances(rows, weights, rho);
        if (!state.tensors().containsKey("frequencies")) {
            return new NumbersModel(name(), weights.length - 1, state, plane.inParallel());
        }
        FourierFeatures map = new FourierFeatures(
                state.tensor("frequencies").doubles(), state.tensor("offsets").doubles());
        RowScorer mapped = rows -> plane.score(map.of(rows));
        return new NumbersModel(name(), map.columns(), state, mapped.inParallel());
    }

    /** ρ − wᵀ(x, 1): Tribuo appends a column of ones. */
    private static double[] distances(Features rows, double[] weights, double rho) {
        double[] scores = new double[rows.rows()];
        for (int row = 0; row < scores.length; row++) {
            double along = 0;
            for (int column = 0; column < rows.columns(); column++) {
                along += weights[column] * rows.at(row, column);
            }
            scores[row] = rho - (along + weights[rows.columns()]);
        }
        return scores;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearOneClass that && parameters.equals(that.parameters);
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

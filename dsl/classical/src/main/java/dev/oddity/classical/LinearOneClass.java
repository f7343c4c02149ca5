package dev.oddity.classical;

import de.bwaldvogel.liblinear.Model;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Finite;
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
 * <p>z is a Nyström map to {@code landmarks} random training rows, which makes of the plane an approximate Gaussian
 * boundary: {@link OneClassSvm} in linear time, as scikit-learn recommends for many rows. With {@code landmarks(0)} z(x)
 * is x itself: a plane between the rows and the origin, of use only where usual rows lie on one side of it (counts,
 * say), and <b>worse than chance on standardised rows</b>, whose middle is the origin.
 *
 * <p>Defaults: ν 0.5; 256 landmarks; γ as in {@link OneClassSvm}; at most 10,000 training rows, because LibLinear holds
 * an object for every number. Time to fit: rows · landmarks · (columns + landmarks); a score costs columns · landmarks.
 */
public record LinearOneClass(Parameters parameters) implements Detector {

    private static final int MOST_ITERATIONS = 1_000;

    /** LIBLINEAR's own tolerance for this problem; Tribuo's default of 0.1 is that of its classifiers. */
    private static final double TOLERANCE = 0.01;

    private static final Parameters DEFAULTS = Parameters.of("linearOneClass")
            .define("nu", 0.5, OneClassSvm.NU)
            .define("landmarks", 256, Rule.atLeast(0))
            .define("gamma", 0.0, Rule.atLeast(0))
            .define("maxRows", 10_000, Rule.atLeast(1));

    public LinearOneClass {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public LinearOneClass() {
        this(DEFAULTS);
    }

    /** ν: at most about this share of the training rows lies outside. */
    public LinearOneClass nu(double share) {
        return with(parameters.with("nu", share));
    }

    /** Training rows that carry the map z; 256 unless set, 0 for a plane in the columns themselves. */
    public LinearOneClass landmarks(int rows) {
        return with(parameters.with("landmarks", rows));
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
    public LinearOneClass with(Parameters changed) {
        return new LinearOneClass(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows = Subsample.of(
                train, parameters.integer("maxRows"), name(), "LibLinear holds an object for every number", context);
        long seed = context.seeds().named("liblinear").seed();
        if (parameters.integer("landmarks") == 0) {
            LibLinearModel<Event> model = train(rows, seed);
            Model plane = model.getInnerModels().get(0);
            return restore(state(Map.of("weights", Tensor.of(plane.getFeatureWeights())), plane, model));
        }
        double gamma = GaussianKernel.gamma(parameters.real("gamma"), rows);
        Features landmarks = Subsample.draw(
                DistinctRows.of(rows).rows(),
                parameters.integer("landmarks"),
                context.seeds().named("landmarks").random());
        Nystroem map = new Nystroem(landmarks, gamma);
        LibLinearModel<Event> model = train(map.map(rows), seed);
        Model plane = model.getInnerModels().get(0);
        return restore(state(
                Map.of(
                        "landmarks", Tensor.of(landmarks.values(), landmarks.rows(), landmarks.columns()),
                        "coefficients", Tensor.of(map.coefficients(plane.getFeatureWeights())),
                        "gamma", Tensor.of(new double[] {gamma})),
                plane,
                model));
    }

    /** Tribuo appends a column of ones to what it is given; its weight goes with ρ. */
    private static ModelState state(Map<String, Tensor> learnt, Model plane, LibLinearModel<Event> model) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(learnt);
        double[] weights = plane.getFeatureWeights();
        tensors.put("rho", Tensor.of(new double[] {plane.getDecfunRho() - weights[weights.length - 1]}));
        return new ModelState(tensors, Map.of("provenance", TribuoProvenance.of(model)));
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
        double rho = state.tensor("rho").doubles()[0];
        if (state.tensors().containsKey("landmarks")) {
            return GaussianKernel.model(name(), state, "landmarks", rho);
        }
        double[] weights = state.tensor("weights").doubles();
        int columns = weights.length - 1;
        RowScorer scorer = rows -> {
            double[] scores = new double[rows.rows()];
            for (int row = 0; row < scores.length; row++) {
                double along = 0;
                for (int column = 0; column < columns; column++) {
                    along += weights[column] * rows.at(row, column);
                }
                scores[row] = rho - along;
            }
            return scores;
        };
        return new NumbersModel(name(), columns, state, scorer.inParallel());
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

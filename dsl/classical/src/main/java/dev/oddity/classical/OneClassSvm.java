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
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer;
import org.tribuo.anomaly.libsvm.SVMAnomalyType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.LibSVMModel;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * One-class support vector machine with a Gaussian kernel (Schölkopf et al., "Estimating the support of a
 * high-dimensional distribution", Neural Computation 13, 2001), fitted by Tribuo's LibSVM.
 *
 * <p>Score: ρ − Σᵢ αᵢ exp(−γ‖x − xᵢ‖²) over the support vectors xᵢ, the negative of LibSVM's decision value: above 0
 * outside the learnt region. The sum is ours, over plain numbers; it equals Tribuo's own prediction.
 *
 * <p>Defaults: ν 0.5, as scikit-learn and PyOD; γ 1/(d·v) with d columns and v the variance of all training numbers
 * taken together, scikit-learn's "scale"; at most 5,000 training rows. Distances want columns of like spread: scale them.
 *
 * <p>Fitting costs rows² · columns time, and goes one at a time in a JVM: LibSVM has one random generator for all.
 * Scoring a distinct row costs columns times support vectors, at least ν of the rows.
 */
public final class OneClassSvm implements Detector {

    static final Rule NU = new Rule("above 0 and at most 1", value -> (double) value > 0 && (double) value <= 1);

    private static final Parameters DEFAULTS = Parameters.of("oneClassSvm")
            .define("nu", 0.5, NU)
            .define("gamma", 0.0, Rule.atLeast(0))
            .define("maxRows", 5_000, Rule.atLeast(1));

    private final Parameters parameters;

    public OneClassSvm() {
        this(DEFAULTS);
    }

    private OneClassSvm(Parameters parameters) {
        this.parameters = parameters;
    }

    /** ν: at most this share of the training rows lies outside, and at least this share are support vectors. */
    public OneClassSvm nu(double share) {
        return with(parameters.with("nu", share));
    }

    /** γ of the kernel exp(−γ‖x − y‖²); 0, the default, takes 1/(columns · variance) of the training rows. */
    public OneClassSvm gamma(double gamma) {
        return with(parameters.with("gamma", gamma));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public OneClassSvm maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public OneClassSvm with(Parameters changed) {
        return new OneClassSvm(changed);
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        Finite.check(name(), train);
        Features rows =
                Subsample.of(train, parameters.integer("maxRows"), name(), "its cost grows with their square", context);
        double gamma = GaussianKernel.gamma(parameters.real("gamma"), rows);
        LibSVMModel<Event> model =
                train(rows, gamma, context.seeds().named("libsvm").seed());
        svm_model learnt = model.getInnerModels().get(0);
        return restore(new ModelState(
                Map.of(
                        "supportVectors", supportVectors(learnt, rows.columns()),
                        "coefficients", Tensor.of(learnt.sv_coef[0]),
                        "rho", Tensor.of(new double[] {learnt.rho[0]}),
                        "gamma", Tensor.of(new double[] {gamma})),
                Map.of("provenance", TribuoProvenance.of(model))));
    }

    LibSVMModel<Event> train(Features rows, double gamma, long seed) {
        SVMParameters<Event> settings =
                new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), KernelType.RBF);
        settings.setNu(parameters.real("nu"));
        settings.setGamma(gamma);
        // LibSVM else prints its progress to standard output.
        svm.svm_set_print_string_function(progress -> {});
        return new LibSVMAnomalyTrainer(settings, seed)
                .train(new FeaturesDataset<>(rows, AnomalyFactory.EXPECTED_EVENT, new AnomalyFactory()));
    }

    /** Back to float32, which is what they were: support vectors are training rows. */
    private static Tensor supportVectors(svm_model learnt, int columns) {
        float[] numbers = new float[learnt.SV.length * columns];
        for (int vector = 0; vector < learnt.SV.length; vector++) {
            for (svm_node node : learnt.SV[vector]) {
                numbers[vector * columns + node.index] = (float) node.value;
            }
        }
        return Tensor.of(numbers, learnt.SV.length, columns);
    }

    @Override
    public TrainedModel restore(ModelState state) {
        return GaussianKernel.model(
                name(), state, "supportVectors", state.tensor("rho").doubles()[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneClassSvm that && parameters.equals(that.parameters);
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

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
import java.util.function.DoubleUnaryOperator;
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
 * One-class support vector machine (Schölkopf et al., "Estimating the support of a
 * high-dimensional distribution", Neural Computation 13, 2001), fitted by Tribuo's LibSVM.
 *
 * <p>Score: ρ − Σᵢ αᵢ k(x, xᵢ) over the support vectors xᵢ, the negative of LibSVM's decision value: above 0 outside the
 * learnt region. The kernel k(x, y) is {@code rbf}, exp(−γ‖x − y‖²); {@code linear}, ⟨x, y⟩; {@code polynomial}, (γ⟨x, y⟩ +
 * c)^degree; or {@code sigmoid}, tanh(γ⟨x, y⟩ + c). The sum is ours, over plain numbers; it equals Tribuo's own prediction.
 * All kernels but the first part the rows from the origin, which is <b>of no use on standardised rows</b>, whose middle is
 * the origin.
 *
 * <p>Defaults: kernel rbf; ν 0.5, as scikit-learn and PyOD; γ 1/(d·v) with d columns and v the variance of all training
 * numbers taken together, scikit-learn's "scale"; degree 3 and c 0; at most 5,000 training rows. Distances want columns of like spread: scale them.
 *
 * <p>Fitting costs rows² · columns time, and goes one at a time in a JVM: LibSVM has one random generator for all.
 * Scoring a distinct row costs columns times support vectors, at least ν of the rows.
 */
public record OneClassSvm(Parameters parameters) implements Detector {

    static final Rule NU = new Rule("above 0 and at most 1", value -> (double) value > 0 && (double) value <= 1);

    private static final Parameters DEFAULTS = Parameters.of("oneClassSvm")
            .define("kernel", "rbf", Rule.oneOf("rbf", "linear", "polynomial", "sigmoid"))
            .define("nu", 0.5, NU)
            .define("gamma", 0.0, Rule.atLeast(0))
            .define("degree", 3, Rule.atLeast(1))
            .define("offset", 0.0, Rule.any())
            .define("maxRows", 5_000, Rule.atLeast(1));

    public OneClassSvm {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public OneClassSvm() {
        this(DEFAULTS);
    }

    /** {@code rbf}, {@code linear}, {@code polynomial} or {@code sigmoid}; {@code rbf} unless set. */
    public OneClassSvm kernel(String kernel) {
        return with(parameters.with("kernel", kernel));
    }

    /** ν: at most this share of the training rows lies outside, and at least this share are support vectors. */
    public OneClassSvm nu(double share) {
        return with(parameters.with("nu", share));
    }

    /** γ of every kernel but the linear; 0, the default, takes 1/(columns · variance) of the training rows. */
    public OneClassSvm gamma(double gamma) {
        return with(parameters.with("gamma", gamma));
    }

    /** Degree of the polynomial kernel; 3 unless set. */
    public OneClassSvm degree(int degree) {
        return with(parameters.with("degree", degree));
    }

    /** c of the polynomial and of the sigmoid kernel, scikit-learn's {@code coef0}; 0 unless set. */
    public OneClassSvm offset(double c) {
        return with(parameters.with("offset", c));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public OneClassSvm maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
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
        KernelType kernel = switch (parameters.text("kernel")) {
            case "linear" -> KernelType.LINEAR;
            case "polynomial" -> KernelType.POLY;
            case "sigmoid" -> KernelType.SIGMOID;
            default -> KernelType.RBF;
        };
        SVMParameters<Event> settings =
                new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), kernel);
        settings.setDegree(parameters.integer("degree"));
        settings.setCoeff(parameters.real("offset"));
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
        double rho = state.tensor("rho").doubles()[0];
        double gamma = state.tensor("gamma").doubles()[0];
        double offset = parameters.real("offset");
        int degree = parameters.integer("degree");
        return switch (parameters.text("kernel")) {
            case "linear" -> model(state, rho, dot -> dot);
            case "polynomial" -> model(state, rho, dot -> Math.pow(gamma * dot + offset, degree));
            case "sigmoid" -> model(state, rho, dot -> Math.tanh(gamma * dot + offset));
            default -> GaussianKernel.model(name(), state, "supportVectors", rho);
        };
    }

    private NumbersModel model(ModelState state, double rho, DoubleUnaryOperator kernel) {
        Tensor vectors = state.tensor("supportVectors");
        int columns = vectors.shape()[1];
        DotKernel sum = new DotKernel(
                vectors.floats(), columns, state.tensor("coefficients").doubles(), kernel);
        RowScorer scorer = rows -> {
            double[] scores = sum.sums(rows);
            for (int row = 0; row < scores.length; row++) {
                scores[row] = rho - scores[row];
            }
            return scores;
        };
        return new NumbersModel(name(), columns, state, scorer.inParallel().onDistinctRows());
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

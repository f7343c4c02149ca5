package dev.oddity.classical;

import de.bwaldvogel.liblinear.Model;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Map;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;

/**
 * Logistic regression on the labels, fitted by Tribuo's LibLinear: min ½(‖w‖² + b²) + C Σ cᵢ log(1 + exp(−yᵢ(wᵀxᵢ + b)))
 * with yᵢ = 1 for an anomaly, −1 else. <b>It learns from labels</b>: a linear upper bound for detectors that do not.
 *
 * <p>Score: the log-odds wᵀx + b; above 0 an anomaly is the likelier, and no two rows tie as probabilities near 1 would. A
 * column adds wⱼ(xⱼ − μⱼ), μ the mean of the training rows. The objective is that of scikit-learn's solver
 * {@code liblinear}, which takes the intercept b among the weights that are kept small.
 *
 * <p>Defaults: C 1; each row counts cᵢ = 1; at most 200,000 training rows, because LibLinear holds an object for every
 * number. Scale the columns, or those of large spread are kept less small than others. Newton's method within a trust
 * region, no randomness but a subsample's; a few dozen passes over the rows.
 */
public record LogisticRegression(Parameters parameters) implements Detector {

    private static final int MOST_ITERATIONS = 1_000;

    /** Of the gradient's length, against that at the start: far enough that another optimiser ends at the same weights. */
    private static final double TOLERANCE = 1e-8;

    private static final Parameters DEFAULTS =
            LabelledRows.parameters("logisticRegression").define("cost", 1.0, Rule.positive());

    public LogisticRegression {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public LogisticRegression() {
        this(DEFAULTS);
    }

    /** C: the cost of a wrong label against that of large weights; 1 unless set. */
    public LogisticRegression cost(double cost) {
        return with(parameters.with("cost", cost));
    }

    /** Whether the anomalies weigh as much as the normal rows, however few they are; not so unless set. */
    public LogisticRegression balanced(boolean alike) {
        return with(parameters.with("balanced", alike));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public LogisticRegression maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public LogisticRegression with(Parameters changed) {
        return new LogisticRegression(changed);
    }

    @Override
    public Supervision supervision() {
        return Supervision.SUPERVISED;
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        LabelledRows rows = LabelledRows.of(train, parameters, "LibLinear holds an object for every number", context);
        LibLinearModel<Label> fitted = train(rows);
        Model plane = fitted.getInnerModels().get(0);
        double[] weights = plane.getFeatureWeights();
        int anomaly = fitted.getOutputIDInfo().getID(LabelledRows.ANOMALY);
        if (plane.getLabels()[0] != anomaly) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return restore(new ModelState(
                Map.of(
                        "weights", Tensor.of(weights),
                        "mean", Tensor.of(mean(rows.features()))),
                Map.of("provenance", TribuoProvenance.of(fitted))));
    }

    LibLinearModel<Label> train(LabelledRows rows) {
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR), parameters.real("cost"), MOST_ITERATIONS, TOLERANCE);
        if (rows.balanced()) {
            trainer.setLabelWeights(Map.of(
                    LabelledRows.NORMAL, (float) rows.weight(false), LabelledRows.ANOMALY, (float) rows.weight(true)));
        }
        return trainer.train(rows.unweighted());
    }

    private static double[] mean(Features rows) {
        double[] mean = new double[rows.columns()];
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < mean.length; column++) {
                mean[column] += rows.at(row, column);
            }
        }
        for (int column = 0; column < mean.length; column++) {
            mean[column] /= rows.rows();
        }
        return mean;
    }

    /** Tribuo appends a column of ones to what it is given; its weight, the last, is b. */
    @Override
    public TrainedModel restore(ModelState state) {
        double[] weights = state.tensor("weights").doubles();
        double[] mean = state.tensor("mean").doubles();
        int columns = mean.length;
        RowScorer scorer = rows -> {
            double[] scores = new double[rows.rows()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = weights[columns];
                for (int column = 0; column < columns; column++) {
                    scores[row] += weights[column] * rows.at(row, column);
                }
            }
            return scores;
        };
        return new NumbersModel(name(), columns, state, scorer.inParallel()).explainedBy(rows -> {
            double[] shares = new double[rows.rows() * columns];
            for (int i = 0; i < shares.length; i++) {
                int column = i % columns;
                shares[i] = weights[column] * (rows.at(i / columns, column) - mean[column]);
            }
            return shares;
        });
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

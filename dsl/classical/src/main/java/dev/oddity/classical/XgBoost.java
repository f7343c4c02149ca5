package dev.oddity.classical;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;

/**
 * Gradient-boosted trees on the labels (Chen &amp; Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016), fitted by
 * Tribuo's XGBoost. <b>It learns from labels</b>: an upper bound for detectors that do not.
 *
 * <p>Score: the log-odds Σₜ fₜ(x) − Σₜ gₜ(x), the fₜ being the trees for anomalies and the gₜ those for normal rows; Tribuo
 * boosts one of each in a round, by the softmax of their sums. What is kept are the trees as plain numbers, and scoring is
 * ours: XGBoost's native library only trains.
 *
 * <p>Defaults, as XGBoost's own: 100 rounds, learning rate 0.3, at most 6 splits deep, λ 1; histograms of 256 bins; each row
 * counts once; at most 200,000 training rows, because Tribuo hands its numbers over in boxes. One thread, as sums by
 * several round differently. Native libraries come with the jar for Linux and macOS on x86-64 and ARM and for Windows on
 * x86-64; macOS needs libomp besides. Time to fit: rounds · rows · columns · depth.
 */
public record XgBoost(Parameters parameters) implements Detector {

    private static final int ONE_THREAD = 1;

    private static final Parameters DEFAULTS = LabelledRows.parameters("xgboost")
            .define("rounds", 100, Rule.atLeast(1))
            .define("learningRate", .3, Rule.positive())
            .define("maxDepth", 6, Rule.atLeast(1))
            .define("lambda", 1.0, Rule.atLeast(0));

    public XgBoost {
        parameters.requireOwner(DEFAULTS.owner());
    }

    public XgBoost() {
        this(DEFAULTS);
    }

    /** Trees for each of the two kinds; 100 unless set. */
    public XgBoost rounds(int count) {
        return with(parameters.with("rounds", count));
    }

    /** How much of each tree is taken, above 0; 0.3 unless set. */
    public XgBoost learningRate(double rate) {
        return with(parameters.with("learningRate", rate));
    }

    /** Most splits between a root and a leaf; 6 unless set. */
    public XgBoost maxDepth(int splits) {
        return with(parameters.with("maxDepth", splits));
    }

    /** λ, which keeps the leaves small; 1 unless set. */
    public XgBoost lambda(double weight) {
        return with(parameters.with("lambda", weight));
    }

    /** Whether the anomalies weigh as much as the normal rows, however few they are; not so unless set. */
    public XgBoost balanced(boolean alike) {
        return with(parameters.with("balanced", alike));
    }

    /** Most training rows; of more, a random subsample is taken and the report says so. */
    public XgBoost maxRows(int rows) {
        return with(parameters.with("maxRows", rows));
    }

    @Override
    public XgBoost with(Parameters changed) {
        return new XgBoost(changed);
    }

    @Override
    public Supervision supervision() {
        return Supervision.SUPERVISED;
    }

    /** Its library is another build on each system, and a leaf is rounded to 32 bits. */
    @Override
    public boolean portable() {
        return false;
    }

    @Override
    public TrainedModel fit(Features train, FitContext context) {
        LabelledRows rows = LabelledRows.of(train, parameters, "Tribuo hands its numbers to XGBoost in boxes", context);
        XGBoostModel<Label> fitted;
        try {
            fitted = train(rows, context.seeds().named("xgboost").seed());
        } catch (LinkageError missing) {
            throw new IllegalStateException(
                    "xgboost() cannot load XGBoost's native library on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + " (" + missing.getMessage()
                            + "); it comes for Linux and macOS on"
                            + " x86-64 and ARM and for Windows on x86-64, and macOS needs libomp; use randomForest() instead",
                    missing);
        }
        Booster booster = fitted.getInnerModels().get(0);
        int anomaly = fitted.getOutputIDInfo().getID(LabelledRows.ANOMALY);
        DecisionTrees trees = XgBoostDump.trees(booster, anomaly, train.columns());
        String provenance = TribuoProvenance.of(fitted);
        booster.dispose();
        return restore(new ModelState(trees.tensors(), Map.of("provenance", provenance)));
    }

    XGBoostModel<Label> train(LabelledRows rows, long seed) {
        return new XGBoostClassificationTrainer(
                        BoosterType.GBTREE,
                        TreeMethod.HIST,
                        parameters.integer("rounds"),
                        parameters.real("learningRate"),
                        0,
                        parameters.integer("maxDepth"),
                        1,
                        1,
                        1,
                        parameters.real("lambda"),
                        0,
                        ONE_THREAD,
                        LoggingVerbosity.SILENT,
                        seed >>> 1)
                .train(rows.weighted());
    }

    @Override
    public TrainedModel restore(ModelState state) {
        DecisionTrees trees = DecisionTrees.of(state);
        RowScorer scorer = trees::sums;
        return new NumbersModel(name(), trees.columns(), state, scorer.inParallel());
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}

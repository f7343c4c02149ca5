package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Injections.collective;
import static dev.oddity.datasets.Splits.holdout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Cost;
import dev.oddity.core.evaluation.CostMetrics;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.SeriesMetrics;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.reproducibility.CanonicalJson;
import org.junit.jupiter.api.Test;

/** How figures of each kind reach a report: computed or measured, by name, which way is better. */
class FiguresTest {

    private static final Metric[] COSTS = {
        CostMetrics.fitSeconds(), CostMetrics.scoreSeconds(), CostMetrics.throughput(), CostMetrics.peakMemory()
    };

    @Test
    void time_and_memory_stand_in_the_leaderboard_and_nowhere_that_is_compared() {
        EvaluateStage sentence = experiment("toys").data(toy()).model(new ToyDetector());
        Experiment without = sentence.plan(Metrics.rocAuc());
        Experiment with = sentence.plan(Metrics.rocAuc(), COSTS[0], COSTS[1], COSTS[2], COSTS[3]);

        Report report = with.evaluate();

        assertThat(with.identity()).isEqualTo(without.identity());
        assertThat(with.sentence()).endsWith("(rocAuc(), fitSeconds(), scoreSeconds(), throughput(), peakMemory())");
        assertThat(report.best().runs().get(0).metrics()).containsOnlyKeys("rocAuc");
        assertThat(approved(report).keySet()).containsExactly("rocAuc");
        assertThat(report.table().columnNames())
                .containsSubsequence("ROC-AUC", "Fit (s)", "Score (s)", "Examples/s", "Peak heap (MB)");
        assertThat(report.toString())
                .contains("Fit (s) ↓", "Examples/s ", "Peak heap (MB) ↓")
                .doesNotContain("s/s ↓");
        JsonObject timing = JsonParser.parseString(report.toJson())
                .getAsJsonObject()
                .getAsJsonArray("models")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("timing");
        assertThat(timing.keySet()).containsExactlyInAnyOrder("fitSeconds", "scoreSeconds", "peakHeapBytes");
    }

    @Test
    void the_measured_figures_are_those_of_the_runs() {
        Report report = experiment("toys").data(toy()).model(new ToyDetector()).evaluate(COSTS);

        Cost cost = report.best().runs().get(0).cost();
        assertThat(cost.examples()).isEqualTo(report.data().test());
        assertThat(cost.peakHeapBytes()).isPositive();
        assertThat(report.metric(CostMetrics.fitSeconds(), "toyDetector").mean())
                .isEqualTo(cost.fitSeconds());
        assertThat(report.metric(CostMetrics.scoreSeconds(), "toyDetector").mean())
                .isEqualTo(cost.scoreSeconds());
        assertThat(report.metric(CostMetrics.throughput(), "toyDetector").mean())
                .isEqualTo(cost.examples() / cost.scoreSeconds());
        assertThat(report.metric(CostMetrics.peakMemory(), "toyDetector").mean())
                .isEqualTo(cost.peakHeapBytes() / 1e6);
    }

    @Test
    void the_peak_holds_what_was_in_use_since() {
        PeakHeap heap = PeakHeap.fromHere();
        byte[] block = new byte[50_000_000];
        block[block.length - 1] = 1;

        assertThat(heap.bytes()).isGreaterThan(50_000_000 + block[0]);
    }

    @Test
    void predictions_made_outside_an_experiment_cost_nothing_that_could_be_told() {
        assertThatThrownBy(() -> CostMetrics.fitSeconds()
                        .of(new Predictions(new double[] {1, 2}, new boolean[] {false, true}, 0)))
                .hasMessage("fitSeconds() is measured while an experiment runs, and these predictions were made outside"
                        + " of one; name it in .evaluate(..)");
    }

    @Test
    void the_lowest_leads_where_lower_is_better() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector().noise(9), new ToyDetector())
                .evaluate(Metrics.fprAt(.95), Metrics.rocAuc());

        assertThat(report.best().name()).isEqualTo("toyDetector()");
        assertThat(report.models().get(0).metric(Metrics.fprAt(.95)).mean())
                .isLessThan(report.models().get(1).metric(Metrics.fprAt(.95)).mean());
        assertThat(report.toString()).contains("FPR@0.95 ↓").doesNotContain("ROC-AUC ↓");
        assertThat(report.table().columnNames()).contains("FPR@0.95");
    }

    @Test
    void one_noun_with_two_parameters_gives_two_figures() {
        Report report = experiment("toys")
                .data(toy())
                .model(new ToyDetector())
                .evaluate(Metrics.recallAt(5), Metrics.recallAt(60));

        assertThat(report.metric(Metrics.recallAt(5), "toyDetector").mean())
                .isLessThan(report.metric(Metrics.recallAt(60), "toyDetector").mean());
        assertThat(approved(report).keySet()).containsExactlyInAnyOrder("recallAt(5)", "recallAt(60)");
        assertThatThrownBy(() -> report.metric(Metrics.recallAt(6), "toyDetector"))
                .hasMessageStartingWith("recallAt(6) was not evaluated; did you mean 'recallAt(5)'?");
    }

    @Test
    void more_alerts_than_test_rows_are_refused_before_training() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector().mood("fails"))
                        .evaluate(Metrics.precisionAt(1_000)))
                .hasMessage("precisionAt(1000): there are only 165 test examples; take an n of at most so many");
    }

    @Test
    void probabilities_are_calibrated_on_what_is_not_test_and_drawn() {
        EvaluateStage unlabelled = experiment("toys").data(toy()).model(new ToyDetector());
        EvaluateStage labelled =
                experiment("toys").data(toy().split(holdout(.6).validation(.4))).model(new ToyDetector());

        Report unified = unlabelled.evaluate(Metrics.brier(), Metrics.logLoss());
        Report scaled = labelled.evaluate(Metrics.brier());

        assertThat(calibration(unified)).isEqualTo("Gaussian unification on training scores");
        assertThat(calibration(scaled)).isEqualTo("Platt scaling on validation scores");
        assertThat(scaled.metric(Metrics.brier(), "toyDetector").mean()).isBetween(0.0, .09);
        assertThat((String) scaled.display().data().get(MimeBundle.HTML))
                .contains("probabilities by Platt scaling on validation scores");
        assertThat(scaled.calibrationChart().getTitle()).isEqualTo("Calibration");
        assertThatThrownBy(() -> unlabelled.evaluate(Metrics.rocAuc()).calibrationChart())
                .hasMessage(
                        "scores were not calibrated, so there is no calibration to draw; name brier() or logLoss() in"
                                + " .evaluate(..)");
    }

    @Test
    void what_a_figure_may_differ_by_grows_with_its_range() {
        Report report = experiment("waves")
                .data(Catalogue.sine(600).inject(collective(.05)))
                .model(new ToyDetector())
                .evaluate(Metrics.rocAuc(), Metrics.mcc(), SeriesMetrics.nabScore());

        assertThat(approved(report).getAsJsonObject("rocAuc").get("absolute").getAsDouble())
                .isEqualTo(1e-9);
        assertThat(approved(report).getAsJsonObject("mcc").get("absolute").getAsDouble())
                .isEqualTo(2e-9);
        assertThat(approved(report).getAsJsonObject("nabScore").get("absolute").getAsDouble())
                .isEqualTo(100 * 1e-9);
    }

    private static String calibration(Report report) {
        return report.best()
                .runs()
                .get(0)
                .predictions()
                .calibration()
                .orElseThrow()
                .toString();
    }

    private static JsonObject approved(Report report) {
        String shown = CanonicalJson.of(report.display().data().get(MimeBundle.METRICS));
        JsonObject models = JsonParser.parseString(shown).getAsJsonObject().getAsJsonObject("models");
        return models.getAsJsonObject(report.best().name());
    }
}

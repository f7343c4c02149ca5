package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.detector.Score;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    void a_plan_runs_nothing_and_has_one_canonical_text() {
        Experiment plan = experiment("toys")
                .data(toy())
                .model(new ToyDetector().mood("fails"))
                .seeds(2)
                .threshold(Thresholds.contamination(.1))
                .plan(Metrics.rocAuc());

        assertThat(plan.toJson())
                .isEqualTo("{\"data\":{\"name\":\"toy\",\"preparation\":" + "{\"steps\":[\"standard()\"]},\"split\":"
                        + dev.oddity.reproducibility.CanonicalJson.of(
                                toy().split().describe())
                        + "},\"metrics\":[{\"name\":\"rocAuc\",\"parameters\":{}}],\"models\":[{\"name\":\"toyDetector\","
                        + "\"parameters\":{\"mood\":\"fails\",\"noise\":0},\"score\":{\"name\":\"modelScore\","
                        + "\"parameters\":{}}}],\"name\":\"toys\",\"seeds\":[42,43],"
                        + "\"threshold\":{\"name\":\"contamination\",\"parameters\":{\"share\":0.1}}}");
    }

    @Test
    void a_plan_shows_its_sentence_and_that_it_was_not_run() {
        Experiment plan = experiment("<toys>")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(2))
                .seeds(2)
                .plan(Metrics.rocAuc());

        assertThat((String) plan.display().data().get(MimeBundle.HTML))
                .contains(
                        "&lt;toys&gt;",
                        "evaluate() runs it",
                        ".evaluate(rocAuc())",
                        ".models(toyDetector(), toyDetector().noise(2.0))",
                        plan.identity());
    }

    @Test
    void the_identity_changes_with_anything_that_changes_figures() {
        Experiment plan =
                experiment("toys").data(toy()).model(new ToyDetector()).plan();

        assertThat(experiment("toys")
                        .data(toy())
                        .model(new ToyDetector())
                        .plan()
                        .identity())
                .isEqualTo(plan.identity())
                .hasSize(64);
        assertThat(List.of(
                        experiment("toys")
                                .data(toy())
                                .model(new ToyDetector().noise(1))
                                .plan(),
                        experiment("toys")
                                .data(toy())
                                .model(new ToyDetector())
                                .seeds(2)
                                .plan(),
                        experiment("toys").data(toy()).model(new ToyDetector()).plan(Metrics.accuracy())))
                .extracting(Experiment::identity)
                .doesNotHaveDuplicates()
                .doesNotContain(plan.identity());
    }

    @Test
    void a_score_the_model_cannot_give_is_refused_before_anything_loads() {
        assertThatThrownBy(() ->
                        experiment("toys").data(toy()).model(new ToyDetector()).score(new Score.ReconstructionError()))
                .hasMessage("toyDetector() has no reconstruction error; use modelScore() or leave .score(..) out");
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_near_miss() {
        assertThatThrownBy(() -> new ToyDetector().with("nois", 1))
                .hasMessage("toyDetector() has no parameter 'nois'; did you mean 'noise'? parameters: noise, mood");
        assertThatThrownBy(() -> new ToyDetector().noise(-1))
                .hasMessage("toyDetector().noise(-1.0): noise must be at least 0");
        assertThatThrownBy(() -> new ToyDetector().with("noise", "loud"))
                .hasMessage("toyDetector().noise(\"loud\"): noise takes a number, such as 0.0");
    }

    @Test
    void naming_a_model_twice_is_refused() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .models(new ToyDetector(), new ToyDetector())
                        .plan())
                .hasMessage("toyDetector() is named twice; name each model once, or give .seeds(n) to repeat it");
    }

    @Test
    void an_experiment_needs_a_name_a_model_and_a_seed() {
        assertThatThrownBy(() -> experiment(" "))
                .hasMessage(
                        "an experiment needs a name, such as experiment(\"credit-card fraud\"): it heads the report");
        assertThatThrownBy(() -> experiment("toys").data(toy()).models())
                .hasMessage(".models() names no model; give at least one, such as autoencoder()");
        assertThatThrownBy(() ->
                        experiment("toys").data(toy()).model(new ToyDetector()).seeds(0))
                .hasMessage(".seeds(0): at least 1 seed is needed");
    }

    @Test
    void its_words_make_it_again() {
        Experiment plan = experiment("toys")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(1))
                .seeds(2)
                .threshold(Thresholds.contamination(.1))
                .plan(Metrics.rocAuc(), Metrics.f1());

        assertThat(plan.sentence())
                .isEqualTo(
                        "experiment(\"toys\")\n    .data(toy())\n    .models(toyDetector(), toyDetector().noise(1.0))\n"
                                + "    .seeds(2)\n    .threshold(contamination(0.1))\n    .evaluate(rocAuc(), f1())");
        assertThat(experiment("toys")
                        .data(toy())
                        .model(new ToyDetector())
                        .seedValues(7, 9)
                        .plan()
                        .sentence())
                .contains(".model(toyDetector())\n    .seedValues(7, 9)\n");
    }

    @Test
    void a_seed_that_json_cannot_hold_is_refused() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .model(new ToyDetector())
                        .seedValues((1L << 53) + 1)
                        .plan())
                .hasMessage("seed 9007199254740993 is beyond 2^53 and would not survive JSON; take a smaller one");
    }

    @Test
    void every_stage_says_what_is_set_and_what_may_come_next() {
        assertThat(experiment("toys")).hasToString("experiment(\"toys\")\n    next: .data(..)");
        assertThat(experiment("toys").data(toy()))
                .hasToString("experiment(\"toys\")\n    .data(toy())\n    next: .model(..) or .models(..)");
        assertThat(experiment("toys").data(toy()).model(new ToyDetector().noise(.5)))
                .hasToString("experiment(\"toys\")\n    .data(toy())\n    .model(toyDetector().noise(0.5))\n    next: "
                        + ".score(..), .seeds(..), .threshold(..), then .evaluate(..), .plan(..) or .fit()");
    }

    @Test
    void fit_takes_one_model() {
        assertThatThrownBy(() -> experiment("toys")
                        .data(toy())
                        .models(new ToyDetector(), new ToyDetector().noise(1))
                        .fit())
                .hasMessage("fit() takes one model, and this sentence names 2: toyDetector(), toyDetector().noise(1.0);"
                        + " name the one to keep");
    }
}

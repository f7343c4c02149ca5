package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.comparison.Comparison;
import dev.oddity.core.comparison.PairedTest;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.ensemble.Ensemble;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.datasets.Splits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String GOOD = "toyDetector()";
    private static final String FAIR = "toyDetector().noise(2.0)";
    private static final String POOR = "toyDetector().noise(30.0)";

    @Test
    void on_one_data_set_models_are_paired_over_their_seeds() {
        Comparison comparison = Comparison.of(toys("toys", 8));

        assertThat(comparison.averageRanks().keySet()).containsExactly(GOOD, FAIR, POOR);
        assertThat(comparison.averageRanks().get(POOR)).isGreaterThan(2.5);
        assertThat(comparison.friedmanP().orElseThrow()).isLessThan(.05);
        assertThat(comparison.tests()).hasSize(3);
        PairedTest first = comparison.tests().get(0);
        assertThat(first.pairs()).isEqualTo(8);
        assertThat(first.p()).isEqualTo(2.0 / 256);
        assertThat(first.holm()).isEqualTo(3 * 2.0 / 256, within(1e-12));
        assertThat(first.difference()).isPositive();
        assertThat(comparison.notes())
                .containsExactly(
                        "seeds divide the same rows anew, so their figures are not independent: the tests speak of"
                                + " this data set only, and rather too boldly (Nadeau and Bengio, 2003)");
    }

    @Test
    void too_few_seeds_to_find_anything_are_told() {
        assertThat(Comparison.of(toys("toys", 5)).notes())
                .contains(
                        "with 5 seeds Wilcoxon's test cannot go below p = 0.06250, or 0.1875 after Holm's correction for 3"
                                + " tests, so it can call no difference significant at 0.05 here, however large; 7 seeds would"
                                + " do");
    }

    @Test
    void one_seed_has_an_interval_over_test_rows_and_no_test() {
        Comparison comparison = Comparison.of(toys("toys", 1));

        assertThat(comparison.tests()).isEmpty();
        assertThat(comparison.criticalDifference()).isEmpty();
        assertThat(comparison.interval(GOOD, "toy").orElseThrow().basis())
                .isEqualTo("1,000 resamples of 165 test rows");
        assertThat(comparison.notes())
                .containsExactly(
                        "one run gives no pairs to test: repeat it with .seeds(6) or more, or compare over several"
                                + " data sets");
        assertThatThrownBy(comparison::criticalDifferenceDiagram)
                .hasMessage(
                        "a critical-difference diagram needs at least three models on at least two seeds or data sets;"
                                + " here are 3 models on 1 seed");
    }

    @Test
    void over_several_data_sets_models_are_paired_by_their_means() {
        Report half = toys("half", 2);
        Report more = experiment("more")
                .data(toy().split(Splits.normalOnly(.7)))
                .models(new ToyDetector(), new ToyDetector().noise(2), new ToyDetector().noise(30))
                .seeds(2)
                .evaluate(Metrics.rocAuc(), Metrics.averagePrecision());

        Comparison comparison = half.compare(more);

        assertThat(comparison.dataSets()).containsExactly("half", "more");
        assertThat(comparison.models()).containsExactlyInAnyOrder(GOOD, FAIR, POOR);
        assertThat(comparison.tests())
                .allSatisfy(test -> assertThat(test.pairs()).isLessThanOrEqualTo(2));
        assertThat(comparison.table().rowCount()).isEqualTo(6);
        assertThat(comparison.notes()).singleElement().asString().contains("with 2 data sets", "7 data sets would do");
    }

    @Test
    void the_same_model_before_and_after_a_change_goes_by_its_experiment() {
        Report before =
                experiment("before").data(toy()).model(new ToyDetector()).evaluate(Metrics.rocAuc());
        Report after = experiment("after").data(toy()).model(new ToyDetector()).evaluate(Metrics.rocAuc());

        assertThat(before.compare(after).models()).containsExactly("toyDetector (before)", "toyDetector (after)");
        assertThatThrownBy(() -> before.compare(before))
                .hasMessage(
                        "two experiments named \"before\" judged toyDetector() on toy: give each experiment a name of"
                                + " its own, so that their models can be told apart");
    }

    @Test
    void a_model_without_figures_somewhere_is_shown_but_not_ranked() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(3), new ToyDetector().mood("fails"))
                .seeds(7)
                .evaluate(Metrics.rocAuc());

        Comparison comparison = report.compare();

        assertThat(comparison.averageRanks()).hasSize(2);
        assertThat(comparison.friedmanP()).isEmpty();
        assertThat(comparison.notes())
                .contains("toyDetector().mood(\"fails\") has no figures on toy and is neither ranked nor tested");
    }

    @Test
    void a_model_that_failed_with_a_seed_does_not_take_the_others_seeds_away() {
        Report report = experiment("toys")
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(30), new ToyDetector().mood("tires"))
                .seeds(7)
                .evaluate(Metrics.rocAuc());

        Comparison comparison = report.compare();

        assertThat(comparison.models()).hasSize(3);
        assertThat(comparison.averageRanks().keySet()).containsExactly(GOOD, POOR);
        assertThat(comparison.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.pairs()).isEqualTo(7));
        assertThat(comparison.notes())
                .contains("toyDetector().mood(\"tires\") failed with a seed on toy and is neither ranked nor tested");
    }

    @Test
    void models_are_named_as_in_the_leaderboard() {
        Report report = experiment("toys")
                .data(toy())
                .models(
                        new ToyDetector(),
                        new ToyDetector().noise(2),
                        new Ensemble(List.of(new ToyDetector(), new ToyDetector().noise(2))))
                .evaluate(Metrics.rocAuc());

        assertThat(report.compare().models()).containsExactlyInAnyOrder(GOOD, FAIR, "ensemble");
        assertThat(report.models())
                .extracting(ModelResult::name)
                .containsExactlyElementsOf(report.compare().models());
    }

    @Test
    void it_can_be_judged_by_any_metric_that_all_reports_have() {
        Comparison comparison = Comparison.of(toys("toys", 2)).by(Metrics.averagePrecision());

        assertThat(comparison.metric()).isEqualTo(Metrics.averagePrecision());
        assertThatThrownBy(() -> comparison.by(Metrics.f1()))
                .hasMessage("f1 was not evaluated in every report; name it in each .evaluate(..); shared: rocAuc,"
                        + " averagePrecision");
        Report other = experiment("f1").data(toy()).model(new ToyDetector()).evaluate(Metrics.f1());
        assertThatThrownBy(() -> toys("toys", 1).compare(other))
                .hasMessage(
                        "these reports share no metric: \"toys\" has rocAuc, averagePrecision; \"f1\" has f1; name one of"
                                + " them in every .evaluate(..)");
    }

    @Test
    void it_shows_itself_as_text_and_page_with_the_best_in_bold() {
        Comparison comparison = Comparison.of(toys("<b>toys", 8));

        String html = (String) comparison.display().data().get(MimeBundle.HTML);

        assertThat(html).contains("font-weight:bold", "Paired tests", "data:image/png;base64,", "Nadeau");
        assertThat(html.split("font-weight:bold\">", -1)).hasSize(2);
        assertThat(comparison.toString())
                .startsWith("comparison by ROC-AUC")
                .contains("has the best mean rank by ROC-AUC", "Friedman's test", "p (Holm)");
        assertThat(comparison.toHtml()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void names_that_are_not_there_are_refused_with_the_near_miss() {
        Comparison comparison = Comparison.of(toys("toys", 1));

        assertThatThrownBy(() -> comparison.figures(GOOD, "tox"))
                .hasMessage("no data set 'tox' in this comparison; did you mean 'toy'? data sets: toy");
    }

    @Test
    void a_reports_figure_has_an_interval_around_its_mean() {
        Report report = toys("toys", 5);

        assertThat(report.interval(Metrics.rocAuc(), FAIR)
                        .contains(report.metric(Metrics.rocAuc(), FAIR).mean()))
                .isTrue();
        assertThat(report.interval(Metrics.rocAuc(), FAIR).basis()).isEqualTo("10,000 resamples of 5 seeds");
    }

    @Test
    void one_model_has_figures_but_nothing_to_rank() {
        Comparison alone = experiment("alone")
                .data(toy())
                .model(new ToyDetector())
                .seeds(2)
                .evaluate(Metrics.rocAuc())
                .compare();

        assertThat(alone.averageRanks()).isEmpty();
        assertThat(alone.notes())
                .containsExactly("no two models have figures on all data sets, so there is nothing to rank or test");
        assertThat(alone.toHtml())
                .contains("toyDetector", "1 model, 1 data set.")
                .doesNotContain("data:image/png");
        assertThatThrownBy(alone::boxPlots)
                .hasMessage("box plots need at least two models with figures on every data set; models: toyDetector;"
                        + " data sets: toy");
        assertThatThrownBy(Comparison::of)
                .hasMessage("compare() names no report; give at least one, such as what .evaluate() gave");
    }

    private static Report toys(String name, int seeds) {
        return experiment(name)
                .data(toy())
                .models(new ToyDetector(), new ToyDetector().noise(2), new ToyDetector().noise(30))
                .seeds(seeds)
                .evaluate(Metrics.rocAuc(), Metrics.averagePrecision());
    }
}

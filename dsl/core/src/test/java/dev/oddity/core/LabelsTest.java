package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.stratified;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Split;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void labels_reach_a_supervised_detector_and_no_other() {
        Listener supervised = new Listener(Supervision.SUPERVISED);
        Listener unsupervised = new Listener(Supervision.UNSUPERVISED);

        run(stratified(.6), supervised);
        run(stratified(.6), unsupervised);

        assertThat(supervised.heard.rows()).hasSize(supervised.rows).doesNotHaveDuplicates();
        assertThat(supervised.heard.anomalousRows()).isNotEmpty();
        assertThat(unsupervised.heard.rows()).isEmpty();
    }

    @Test
    void a_label_stands_at_the_place_of_its_training_row() {
        Split few = stratified(.6).keep(3);
        Listener listener = new Listener(Supervision.SEMI_SUPERVISED);
        Experiment plan =
                experiment("few").data(toy().split(few)).model(listener).plan();
        Dataset data = plan.data().load();

        Trial trial = Trial.of(plan, data, 42);

        boolean[] truth = data.labels(trial.parts().train());
        assertThat(trial.trainingLabels().rows()).hasSize(3).isSorted();
        assertThat(IntStream.of(trial.trainingLabels().rows())).allMatch(place -> truth[place]);
        assertThat(trial.trainingLabels().elseNormal(truth.length)).hasSize(truth.length);
    }

    @Test
    void a_supervised_detector_is_refused_unlabelled_data() {
        DataSource unlabelled = table(toy().load().table()).unlabelled();

        assertThatThrownBy(() -> experiment("toys")
                        .data(unlabelled)
                        .model(new Listener(Supervision.SUPERVISED))
                        .fit())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".unlabelled() is unlabelled; name the column that says what is an anomaly,"
                        + " .label(\"column\"), or take a detector that needs no labels");
    }

    @Test
    void a_label_that_is_told_wrongly_is_wrong() {
        Listener listener = new Listener(Supervision.SUPERVISED);
        Experiment plan = experiment("noise")
                .data(toy().split(stratified(.6).noise(.2)))
                .model(listener)
                .plan();
        Dataset data = plan.data().load();

        Trial trial = Trial.of(plan, data, 42);

        boolean[] truth = data.labels(trial.parts().train());
        boolean[] told = trial.trainingLabels().anomalies();
        long wrong = IntStream.range(0, truth.length)
                .filter(i -> truth[i] != told[i])
                .count();
        assertThat(wrong).isEqualTo(Math.round(.2 * truth.length));
    }

    @Test
    void a_supervised_detector_without_anomalies_to_learn_from_is_refused_before_anything_trains() {
        Listener listener = new Listener(Supervision.SUPERVISED);

        assertThatThrownBy(() -> run(holdout(.6).normalOnly(), listener))
                .hasMessageContaining("listener() learns from labels, and no training row of toy()")
                .hasMessageContaining("split so that training has some, as .split(stratified(0.6)) does");
        assertThat(listener.heard.rows()).isEmpty();
    }

    @Test
    void labels_kept_for_nobody_are_told_in_a_note() {
        Report report = run(stratified(.6).keep(2), new Listener(Supervision.UNSUPERVISED));

        assertThat(report.notes())
                .contains("the split keeps the labels of 2 training rows, and no model here learns from labels");
    }

    @Test
    void a_report_shows_which_models_learn_from_labels_and_what_that_means() {
        Report report = experiment("bounds")
                .data(toy().split(stratified(.6)))
                .models(new Listener(Supervision.SUPERVISED), new ToyDetector())
                .evaluate();

        assertThat(report.toString()).contains("Learns from", "rows and labels");
        assertThat(report.toHtml()).contains("Learns from", "rows and labels");
        assertThat(report.toJson()).contains("\"supervision\": \"supervised\"", "\"supervision\": \"unsupervised\"");
        assertThat(report.notes())
                .contains(
                        "listener learns from labels: upper bounds for the models that were told less, not like for like");
    }

    @Test
    void few_labels_are_told_apart_from_all_and_from_none() {
        Report report = experiment("bounds")
                .data(toy().split(stratified(.6)))
                .models(new Listener(Supervision.SEMI_SUPERVISED), new ToyDetector())
                .evaluate();

        assertThat(report.toString()).contains("rows, few labels");
        assertThat(report.notes())
                .contains("listener learns from few labels: not like for like with the models that were told none");
    }

    @Test
    void a_leader_that_learns_from_labels_is_introduced_as_such() {
        Report alone = run(stratified(.6), new Listener(Supervision.SUPERVISED));

        assertThat(alone.toHtml()).contains("listener (learns from labels): ");
        assertThat(alone.notes()).noneMatch(note -> note.contains("like for like"));
    }

    @Test
    void models_that_were_told_nothing_need_no_column_for_that() {
        assertThat(run(stratified(.6), new ToyDetector()).toString()).doesNotContain("Learns from");
    }

    private static Report run(Split split, Detector detector) {
        return experiment("labels").data(toy().split(split)).model(detector).evaluate();
    }

    /** Keeps what it was told. */
    private static final class Listener implements Detector {

        private final Supervision supervision;
        private TrainingLabels heard = TrainingLabels.none();
        private int rows;

        Listener(Supervision supervision) {
            this.supervision = supervision;
        }

        @Override
        public Parameters parameters() {
            return Parameters.of("listener");
        }

        @Override
        public Detector with(Parameters parameters) {
            return this;
        }

        @Override
        public Supervision supervision() {
            return supervision;
        }

        @Override
        public TrainedModel fit(Features train, FitContext context) {
            heard = context.labels();
            rows = train.rows();
            return new ToyDetector().fit(train, FitContext.of(1));
        }

        @Override
        public TrainedModel restore(ModelState state) {
            return new ToyDetector().restore(state);
        }
    }
}

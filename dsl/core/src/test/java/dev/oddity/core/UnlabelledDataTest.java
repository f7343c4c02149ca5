package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static dev.oddity.datasets.Splits.trainOnAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.card.DataCard;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Thresholds;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.catalogue.Catalogue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class UnlabelledDataTest {

    private final Table rows = Table.create(
            "orders",
            DoubleColumn.create("x", IntStream.range(0, 100).mapToDouble(Math::sin)),
            DoubleColumn.create("y", IntStream.range(0, 100).mapToDouble(row -> row == 70 ? 50 : Math.cos(row))));

    private final DataSource orders = Catalogue.table(rows).unlabelled();

    @Test
    void a_detector_fitted_on_them_scores_finds_and_explains() {
        try (FittedDetector detector =
                experiment("orders").data(orders).model(new ToyDetector()).fit()) {
            assertThat(detector.score(rows)).hasSize(100);
            assertThat(detector.top(rows, 1).intColumn("row").get(0)).isEqualTo(70);
            assertThat(detector.explain(rows, 70).contributions().get(0).feature())
                    .isEqualTo("y");
        }
    }

    @Test
    void the_cut_is_a_quantile_of_the_training_scores() {
        try (FittedDetector detector = experiment("orders")
                .data(orders)
                .model(new ToyDetector())
                .threshold(Thresholds.contamination(.05))
                .fit()) {
            assertThat(detector.anomalies(rows).rowCount()).isEqualTo(5);
            assertThat(detector).asString().contains("(training scores)");
        }
    }

    @Test
    void windows_of_them_are_learnt_from() {
        try (FittedDetector detector = experiment("orders")
                .data(orders.windows(10))
                .model(new ToyDetector())
                .fit()) {
            assertThat(detector.score(rows)).hasSize(91);
        }
    }

    @Test
    void to_evaluate_on_them_is_refused_before_anything_trains() {
        assertThatThrownBy(() -> experiment("orders")
                        .data(orders)
                        .model(new ToyDetector())
                        .evaluate())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "evaluate(..): orders is unlabelled, and without known anomalies nothing can be judged; name the"
                                + " column that says what is one, .label(\"column\"), or end the sentence with .fit() to score rows");
    }

    @Test
    void labelled_data_all_of_which_train_are_learnt_from_and_not_evaluated() {
        DataSource all = toy().split(trainOnAll());

        assertThatThrownBy(() ->
                        experiment("toys").data(all).model(new ToyDetector()).evaluate())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "evaluate(..): toy split by trainOnAll() leaves no test rows; end the sentence with .fit(), or"
                                + " keep some for the test, as .split(holdout(0.6)) does");
        try (FittedDetector detector =
                experiment("toys").data(all).model(new ToyDetector()).fit()) {
            assertThat(detector.score(all.load().table())).hasSize(all.load().rows());
        }
    }

    @Test
    void the_card_tells_no_share_of_anomalies() {
        String text = (String) new DataCard(orders.load()).display().data().get(MimeBundle.TEXT);
        String series =
                (String) new DataCard(orders.windows(5).load()).display().data().get(MimeBundle.HTML);

        assertThat(text)
                .contains("\n  Labels: none: which rows are anomalies is not known\n")
                .doesNotContain("Anomalies");
        assertThat(series).contains("alt=\"x\"").doesNotContain("Anomalies");
    }
}

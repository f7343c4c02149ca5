package dev.oddity.core;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.core.ToySource.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metrics;
import org.junit.jupiter.api.Test;

class SentReportTest {

    private final Report report =
            experiment("toys").data(toy()).model(new ToyDetector()).evaluate(Metrics.rocAuc());

    @Test
    void a_report_to_send_shows_how_every_column_is_distributed() {
        String page = report.toHtml();

        assertThat(page).contains("<h2>Columns</h2>", "histogram of x", "histogram of y");
        assertThat(page.indexOf("<h2>Data</h2>")).isLessThan(page.indexOf("<h2>Columns</h2>"));
        assertThat(page.indexOf("<h2>Columns</h2>")).isLessThan(page.indexOf("<h2>How to make it again</h2>"));
    }

    @Test
    void it_holds_no_rows_of_the_data() {
        assertThat(report.toHtml()).doesNotContain("First rows");
    }

    @Test
    void below_a_cell_there_are_no_columns_since_the_notebook_has_a_card_for_that() {
        assertThat(report.display().data().get(MimeBundle.HTML).toString()).doesNotContain("histogram of x");
    }
}

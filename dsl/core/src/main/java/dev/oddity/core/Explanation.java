package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Why a row has its score: what each of its features adds to it.
 *
 * @param model whose score it is
 * @param row its number in the table that was asked about, from 0; of a window, its first row
 * @param score of the row
 * @param threshold above which a row is called an anomaly
 * @param basis how the contributions were found, in a sentence
 * @param contributions largest first
 */
public record Explanation(
        String model, int row, double score, double threshold, String basis, List<Contribution> contributions)
        implements Displayable {

    private static final int BARS = 12;

    /**
     * What one feature adds to the score.
     *
     * @param feature a prepared feature, such as {@code V14} or {@code protocol_type=icmp}
     * @param value what the table says there
     * @param amount comparable within the row; what the amounts add up to depends on the model
     */
    public record Contribution(String feature, String value, double amount) {}

    public Explanation {
        contributions = contributions.stream()
                .sorted(Comparator.comparingDouble(Contribution::amount).reversed())
                .toList();
    }

    /** Whether the row is called an anomaly. */
    public boolean anomaly() {
        return score > threshold;
    }

    /** A row for each feature: name, value and contribution, largest first. */
    public Table table() {
        return Table.create(
                "why row " + row,
                StringColumn.create("feature", contributions.stream().map(Contribution::feature)),
                StringColumn.create("value", contributions.stream().map(Contribution::value)),
                DoubleColumn.create(
                        "contribution",
                        contributions.stream().mapToDouble(Contribution::amount).toArray()));
    }

    /** The {@value #BARS} features that add most, as bars. */
    public ChartView chart() {
        Map<String, Double> bars = new LinkedHashMap<>();
        contributions.stream()
                .limit(BARS)
                .forEach(contribution -> bars.put(label(contribution), contribution.amount()));
        return Charts.contributions("Row " + row + ", " + model, bars);
    }

    private static String label(Contribution contribution) {
        return contribution.value().isEmpty()
                ? contribution.feature()
                : contribution.feature() + " (" + contribution.value() + ")";
    }

    @Override
    public MimeBundle display() {
        Page page = Page.titled("Why row " + row)
                .summary(verdict())
                .section("What adds most to the score", chart().html(basis), new TableView(table(), BARS).html());
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    private String verdict() {
        return String.format(
                Locale.ROOT,
                "%s gives %.4g, %s the threshold %.4g: %s.",
                model,
                score,
                anomaly() ? "above" : "not above",
                threshold,
                anomaly() ? "an anomaly" : "no anomaly");
    }

    @Override
    public String toString() {
        return "row " + row + ": " + verdict() + '\n' + basis + '\n' + new TableView(table(), BARS).lines();
    }
}

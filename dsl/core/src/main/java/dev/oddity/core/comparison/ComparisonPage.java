package dev.oddity.core.comparison;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import java.util.ArrayList;
import java.util.List;

/** A comparison as HTML: figures, then ranks, then tests. */
final class ComparisonPage {

    private static final int TESTS = 40;

    private ComparisonPage() {}

    static String standalone(Comparison comparison) {
        return page(comparison).toHtml();
    }

    static String embedded(Comparison comparison) {
        return page(comparison).fragment().markup();
    }

    private static Page page(Comparison comparison) {
        Blocks blocks = comparison.blocks();
        List<Html> figures = new ArrayList<>();
        figures.add(new TableView(ComparisonTables.figures(comparison), ComparisonTables.MODELS)
                .html((row, column) -> ComparisonTables.isBest(comparison, row, column)));
        figures.add(Html.paragraph(basis(comparison)));
        comparison.notes().forEach(note -> figures.add(Html.note(note)));
        Page page = Page.titled("Comparison by " + comparison.metric().label())
                .summary(ComparisonTables.summary(comparison))
                .section("Figures", figures.toArray(Html[]::new));
        if (blocks.paired()) {
            page = page.section(
                    "Ranks and spread",
                    Charts.obstacle().map(Html::note).orElseGet(() -> Html.row(charts(comparison))));
            List<PairedTest> all = comparison.tests();
            String leader = comparison.averageRanks().keySet().iterator().next();
            List<PairedTest> withLeader = all.stream()
                    .filter(test -> test.first().equals(leader) || test.second().equals(leader))
                    .toList();
            page = page.section(
                    "Paired tests with " + leader,
                    new TableView(ComparisonTables.tests(withLeader), TESTS).html(),
                    Html.paragraph("Wilcoxon's signed-rank test, two-sided, over " + blocks.values().length + " "
                            + blocks.kind() + "; Holm corrects for testing every two models, " + all.size()
                            + " pairs: tests() has them all."));
        }
        return page;
    }

    private static Html[] charts(Comparison comparison) {
        Html boxPlots = new ChartView(comparison.boxPlots()).html("");
        return comparison.criticalDifference().isEmpty()
                ? new Html[] {boxPlots}
                : new Html[] {
                    comparison
                            .criticalDifferenceDiagram()
                            .html("1 is best; a bar joins models that Nemenyi's test cannot tell apart at 0.05"),
                    boxPlots
                };
    }

    private static String basis(Comparison comparison) {
        if (comparison.dataSets().size() > 1) {
            return "Mean ± standard deviation over the seeds; the best of each data set is bold.";
        }
        String only = comparison.dataSets().get(0);
        return "Mean ± standard deviation over the seeds, the best bold"
                + comparison.models().stream()
                        .flatMap(model -> comparison.interval(model, only).stream())
                        .map(interval -> "; 95 % bootstrap intervals from " + interval.basis())
                        .findFirst()
                        .orElse("")
                + ".";
    }
}

package dev.oddity.core;

import dev.oddity.core.card.DataCard;
import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.Page;
import dev.oddity.core.evaluation.Calibration;
import dev.oddity.reproducibility.Environment;
import dev.oddity.reproducibility.OddityVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A report as HTML: figures first, then pictures, then what they rest on. */
final class ReportPage {

    private ReportPage() {}

    /** A whole page, which also says what a notebook's reader has around it: how the figures were made, and where. */
    static String standalone(Report report) {
        return page(report, page -> withColumns(page, report))
                .section("Methods", Html.facts(methods(report)))
                .section("Environment", Html.facts(environment(report.origin())))
                .section("Libraries", Html.items(libraries(report.origin())))
                .toHtml();
    }

    /** For the output of a notebook cell. */
    static String embedded(Report report) {
        return page(report, page -> page).fragment().markup();
    }

    /** The data may be gone since: what was computed from them is told all the same. */
    private static Page withColumns(Page page, Report report) {
        try {
            return new DataCard(report.dataset().get()).describedOn(page);
        } catch (RuntimeException e) {
            return page.section(
                    "Columns", Html.note("not shown, since the data cannot be loaded again: " + e.getMessage()));
        }
    }

    private static Page page(Report report, UnaryOperator<Page> afterData) {
        Page page = Page.titled(report.experiment().name()).summary(summary(report));
        List<Html> leaderboard = new ArrayList<>(
                List.of(Leaderboard.view(Leaderboard.texts(report)).html()));
        Leaderboard.failures(report).forEach(failure -> leaderboard.add(Html.note(failure)));
        report.notes().forEach(note -> leaderboard.add(Html.note(note)));
        page = page.section("Leaderboard", leaderboard.toArray(Html[]::new));
        page = page.section("Decisions", decisions(report));
        page = page.section("Curves", Charts.obstacle().map(Html::note).orElseGet(() -> Html.row(charts(report))));
        page = afterData.apply(page.section("Data", Html.facts(data(report.data()))));
        return page.section(
                        "How to make it again", Html.code(report.experiment().sentence()))
                .footer("experiment " + report.experiment().identity() + devices(report));
    }

    /** Where models ran that can run in several places. */
    private static String devices(Report report) {
        String devices = report.models().stream()
                .flatMap(model -> model.runs().stream())
                .flatMap(run -> run.device().stream())
                .distinct()
                .collect(Collectors.joining(" and "));
        return devices.isEmpty() ? "" : "; deep models ran on " + devices;
    }

    private static String summary(Report report) {
        int seeds = report.experiment().seeds().size();
        ModelResult best = report.best();
        var metric = report.experiment().metrics().get(0);
        return LikeForLike.named(best) + (report.models().size() == 1 ? ": " : " leads with ") + metric.label() + " "
                + best.metric(metric)
                + (seeds == 1
                        ? ", one seed (" + report.experiment().seeds().get(0) + ")."
                        : ", mean ± standard deviation of " + seeds + " seeds.");
    }

    private static Html[] charts(Report report) {
        String seed = "seed " + report.experiment().seeds().get(0);
        List<Html> charts = new ArrayList<>();
        charts.add(new ChartView(report.rocChart()).html(seed));
        charts.add(new ChartView(report.precisionRecallChart()).html(seed));
        Run first = report.best().runs().get(0);
        charts.add(new ChartView(report.scoreHistogram())
                .html(seed + "; the threshold is from the " + first.cut().basis()));
        if (report.calibrated()) {
            charts.add(new ChartView(report.calibrationChart())
                    .html(seed + "; probabilities by "
                            + first.predictions()
                                    .calibration()
                                    .map(Calibration::toString)
                                    .orElseThrow()));
        }
        if (!report.losses().isEmpty()) {
            charts.add(report.lossChart().html(seed));
        }
        return charts.toArray(Html[]::new);
    }

    private static Html[] decisions(Report report) {
        String basis = report.best().runs().get(0).cut().basis();
        int seeds = report.experiment().seeds().size();
        return new Html[] {
            Leaderboard.view(Leaderboard.decisions(report)).html(),
            Html.paragraph("Threshold " + report.experiment().threshold() + ", fitted on the " + basis
                    + (seeds == 1 ? "." : "; test rows of all " + seeds + " seeds together."))
        };
    }

    private static Map<String, String> data(DataSummary data) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Data set", data.name() + ", " + data.provenance().version());
        facts.put("Rows", count(data.rows()) + ", of which " + count(data.anomalies()) + " anomalies");
        facts.put("Columns", count(data.columns()) + ", prepared to " + count(data.features()) + " features");
        facts.put(
                "Training",
                count(data.train()) + " rows, of which " + count(data.trainAnomalies()) + " anomalies (seed "
                        + data.seed() + ")");
        facts.put("Validation", data.validation() == 0 ? "none" : count(data.validation()) + " rows");
        facts.put(
                "Test",
                count(data.test()) + " rows, of which " + count(data.testAnomalies()) + " anomalies ("
                        + String.format(Locale.ROOT, "%.2f", 100.0 * data.testAnomalies() / data.test()) + " %)");
        facts.put("Source", data.provenance().source());
        facts.put("Licence", data.provenance().licence());
        facts.put("SHA-256", data.provenance().sha256());
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static Map<String, String> methods(Report report) {
        Experiment experiment = report.experiment();
        Map<String, String> facts = new LinkedHashMap<>();
        for (ModelResult model : report.models()) {
            Experiment.Candidate candidate = model.candidate();
            facts.put(
                    model.name(),
                    candidate.detector() + "; " + candidate.score().phrase() + "; "
                            + candidate.detector().supervision().phrase());
        }
        facts.put("Threshold", experiment.threshold().toString());
        facts.put("Metrics", experiment.metrics().stream().map(Object::toString).collect(Collectors.joining(", ")));
        facts.put(
                "Seeds",
                experiment.seeds().stream().map(Object::toString).collect(Collectors.joining(", "))
                        + "; every component draws from a stream of its own, derived from them by name");
        return facts;
    }

    private static Map<String, String> environment(Origin origin) {
        Environment environment = origin.environment();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Run", origin.id() + ", begun " + origin.started());
        facts.put("Oddity", OddityVersion.words());
        facts.put("Java", environment.javaVendor() + " " + environment.javaVersion());
        facts.put("System", environment.os());
        facts.put("Processor", environment.cpu() + ", " + count(environment.cores()) + " cores");
        facts.put("GPU", environment.gpus().isEmpty() ? "none" : String.join("; ", environment.gpus()));
        environment
                .commit()
                .ifPresent(commit -> facts.put(
                        "Code", commit.id() + (commit.codeChanged() ? ", with changes that were not committed" : "")));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /** Last of all, since there are many and few readers look for them. */
    private static List<String> libraries(Origin origin) {
        return origin.environment().libraries().entrySet().stream()
                .map(library -> library.getKey() + " " + library.getValue())
                .toList();
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package dev.oddity.core.comparison;

import dev.oddity.core.ModelResult;
import dev.oddity.core.Report;
import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.datasets.NearMiss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * Reports side by side: which model is better, and whether that is more than chance. {@code compare(a, b, c)} or {@code
 * a.compare(b)}; judged by one metric, the reports' first unless {@link #by} names another.
 *
 * <p>Over several data sets a model's figure on each is its mean over the seeds, and models are paired, ranked and tested
 * over data sets (Demšar, JMLR 7, 2006). On one data set they are paired over the seeds they share. Models with figures
 * on some of the data sets only, or that failed with a seed, are shown, but neither ranked nor tested. Model names are
 * those of the leaderboards; where one model comes twice on the same data, as before and after a change, the experiment's
 * name stands behind it.
 *
 * <p>Every number is deterministic; resampling draws from a stream of its own.
 */
public final class Comparison implements Displayable {

    private final List<Report> reports;
    private final Metric metric;
    private final Board board;
    private final Blocks blocks;
    private final Map<ModelResult, Interval> intervals = new LinkedHashMap<>();

    private Comparison(List<Report> reports, Metric metric) {
        this.reports = reports;
        this.metric = metric;
        this.board = Board.of(reports);
        this.blocks = Blocks.of(board, metric);
    }

    /**
     * @param reports at least one; each evaluated by a metric that they share
     * @throws IllegalArgumentException if they share none, or two experiments cannot be told apart
     */
    public static Comparison of(Report... reports) {
        List<Report> all = List.of(reports);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "compare() names no report; give at least one, such as what .evaluate()" + " gave");
        }
        List<Metric> shared = shared(all);
        if (shared.isEmpty()) {
            throw new IllegalArgumentException("these reports share no metric: "
                    + all.stream()
                            .map(report -> "\"" + report.experiment().name() + "\" has " + names(report))
                            .collect(Collectors.joining("; "))
                    + "; name one of them in every .evaluate(..)");
        }
        return new Comparison(all, shared.get(0));
    }

    /**
     * The same judged by another metric.
     *
     * @throws IllegalArgumentException if one of the reports was not evaluated by it
     */
    public Comparison by(Metric other) {
        List<Metric> shared = shared(reports);
        if (!shared.contains(other)) {
            List<String> known = shared.stream().map(Metric::name).toList();
            throw new IllegalArgumentException(other.name() + " was not evaluated in every report"
                    + NearMiss.hint(other.name(), known) + " name it in each .evaluate(..); shared: "
                    + String.join(", ", known));
        }
        return new Comparison(reports, other);
    }

    /** What is compared by. */
    public Metric metric() {
        return metric;
    }

    /** All of them, in the order of the reports. */
    public List<String> models() {
        return board.models();
    }

    /** In the order of the reports. */
    public List<String> dataSets() {
        return board.dataSets();
    }

    /**
     * One model's figures over the seeds on one data set; empty if it has none there.
     *
     * @param model one of {@link #models}
     * @param dataSet one of {@link #dataSets}
     */
    public Optional<Summary> figures(String model, String dataSet) {
        return result(model, dataSet).map(result -> result.metric(metric));
    }

    /** The 95 % bootstrap interval of the same figure's mean; see {@link #intervalOf}. */
    public Optional<Interval> interval(String model, String dataSet) {
        return result(model, dataSet)
                .filter(result -> result.runs().size() > 1 || metric.resamplable())
                .map(this::interval);
    }

    /**
     * The 95 % bootstrap interval of a model's figure. Over several seeds those are resampled (10,000 times, with percentiles
     * widened for few values after Hesterberg, 2015): it covers the luck of split and training. With one seed its test rows
     * are, normal rows and anomalies each by themselves (1,000 times, 200 for many rows): it covers the luck of the test rows
     * only. Deterministic.
     *
     * @throws IllegalArgumentException of one seed, if the metric cannot be had from resampled rows
     */
    public static Interval intervalOf(ModelResult model, Metric metric) {
        Summary summary = model.metric(metric);
        if (summary.n() == 1 && !metric.resamplable()) {
            throw new IllegalArgumentException("one seed gives no interval of " + metric
                    + ", which resampled rows do not have; repeat the experiment with .seeds(5)");
        }
        return summary.n() > 1
                ? Bootstrap.ofMean(
                        summary.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        "seeds")
                : Bootstrap.ofRows(metric, model.runs().get(0).predictions());
    }

    /** Mean rank over the seeds or data sets by model, 1 = best, best first; empty if there are no two to rank. */
    public Map<String, Double> averageRanks() {
        Map<String, Double> ranks = new LinkedHashMap<>();
        if (blocks.models().size() > 1 && blocks.values().length > 0) {
            double[] means = friedman().ranks();
            List<Integer> order = new ArrayList<>();
            for (int model = 0; model < means.length; model++) {
                order.add(model);
            }
            order.sort((a, b) -> Double.compare(means[a], means[b]));
            order.forEach(model -> ranks.put(blocks.models().get(model), means[model]));
        }
        return ranks;
    }

    /** p of Friedman's test that the models do not differ; empty with fewer than three models or two blocks. */
    public OptionalDouble friedmanP() {
        return ranksAreTested() ? OptionalDouble.of(friedman().p()) : OptionalDouble.empty();
    }

    /** Mean ranks this far apart differ at the level 0.05 (Nemenyi); empty with fewer than three models or two blocks. */
    public OptionalDouble criticalDifference() {
        return ranksAreTested()
                ? OptionalDouble.of(Nemenyi.criticalDifference(blocks.models().size(), blocks.values().length))
                : OptionalDouble.empty();
    }

    /** Every two models against each other, smallest p first; empty if nothing can be paired. */
    public List<PairedTest> tests() {
        return blocks.tests();
    }

    /** To compute with: a row per model and data set; mean, standard deviation, interval, runs. */
    public Table table() {
        return ComparisonTables.numbers(this);
    }

    /**
     * Mean ranks on a line, those that Nemenyi's test cannot tell apart joined by a bar (Demšar, 2006, figure 1).
     *
     * @throws IllegalStateException with fewer than three models or two blocks
     */
    public ChartView criticalDifferenceDiagram() {
        double difference = criticalDifference()
                .orElseThrow(
                        () -> new IllegalStateException("a critical-difference diagram needs at least three models on"
                                + " at least two seeds or data sets; here are "
                                + blocks.models().size() + (blocks.models().size() == 1 ? " model on " : " models on ")
                                + blocks.values().length + " " + blocks.unit()));
        return Charts.criticalDifference(averageRanks(), difference, blocks.values().length + " " + blocks.kind());
    }

    /**
     * Each model's figures over the seeds, or over the data sets where there are several; best rank first.
     *
     * @throws IllegalStateException if there are no two models to rank
     */
    public XYChart boxPlots() {
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (String model : averageRanks().keySet()) {
            int column = blocks.models().indexOf(model);
            figures.put(
                    model,
                    Arrays.stream(blocks.values())
                            .mapToDouble(block -> block[column])
                            .toArray());
        }
        if (figures.isEmpty()) {
            throw new IllegalStateException(
                    "box plots need at least two models with figures on every data set; models: "
                            + String.join(", ", board.models()) + "; data sets: "
                            + String.join(", ", board.dataSets()));
        }
        return Charts.boxPlots(metric.label() + " over " + blocks.values().length + " " + blocks.unit(), figures);
    }

    /** What a reader of the figures must know, one sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String model : board.models()) {
            List<String> failed = board.failedOn(model);
            if (!failed.isEmpty()) {
                notes.add(model + " failed with a seed on " + String.join(", ", failed)
                        + " and is neither ranked nor tested");
            } else if (!blocks.models().contains(model)) {
                notes.add(model + " has no figures on "
                        + board.dataSets().stream()
                                .filter(data -> board.result(model, data).isEmpty())
                                .collect(Collectors.joining(", "))
                        + " and is neither ranked nor tested");
            }
        }
        notes.addAll(blocks.notes());
        return notes;
    }

    /** A self-contained page. */
    public String toHtml() {
        return ComparisonPage.standalone(this);
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(toString()).with(MimeBundle.HTML, ComparisonPage.embedded(this));
    }

    /** Figures, tests and notes as text. */
    @Override
    public String toString() {
        return ComparisonTables.text(this);
    }

    Blocks blocks() {
        return blocks;
    }

    Friedman friedman() {
        return blocks.friedman(metric.higherIsBetter());
    }

    private boolean ranksAreTested() {
        return blocks.models().size() > 2 && blocks.values().length > 1;
    }

    private synchronized Interval interval(ModelResult model) {
        return intervals.computeIfAbsent(model, any -> intervalOf(model, metric));
    }

    private Optional<ModelResult> result(String model, String dataSet) {
        require("model", model, board.models());
        require("data set", dataSet, board.dataSets());
        return board.result(model, dataSet);
    }

    private static void require(String kind, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("no " + kind + " '" + name + "' in this comparison"
                    + NearMiss.hint(name, known) + " " + kind + "s: " + String.join(", ", known));
        }
    }

    private static List<Metric> shared(List<Report> reports) {
        List<Metric> shared = new ArrayList<>(reports.get(0).experiment().metrics());
        reports.forEach(report -> shared.retainAll(report.experiment().metrics()));
        return shared;
    }

    private static String names(Report report) {
        return report.experiment().metrics().stream().map(Metric::name).collect(Collectors.joining(", "));
    }
}

package dev.oddity.core;

import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.reproducibility.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A report as JSON trees: the whole record, and the figures that approvals compare. */
final class ReportRecord {

    /** What a figure in [0, 1] may differ by on another machine if it is computed in Java; others by their range's multiple. */
    private static final double PORTABLE = 1e-9;

    /** The same for one seed of a model whose native kernels round by processor. */
    private static final double ONE_SEED = .02;

    /** With several seeds: so many standard deviations of their mean, but no less than the floor. */
    private static final double DEVIATIONS = 3;

    private static final double FLOOR = .005;

    private ReportRecord() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> tree = RunHead.of(RunHead.EVALUATE, report.experiment(), report.origin());
        tree.put("data", RunHead.data(report.data().describe(), report.dataset().get(), report.origin()));
        tree.put(
                "models",
                report.models().stream().map(model -> model(report, model)).toList());
        tree.put("notes", report.notes());
        if (report.origin().wasBrokenOff()) {
            FailureRecord.brokenOff(tree);
        }
        return RunHead.writable(tree);
    }

    /** Mean, standard deviation, single values and the difference to allow, by model and metric. */
    static Map<String, Object> metrics(Report report) {
        Map<String, Object> models = new LinkedHashMap<>();
        for (ModelResult model : report.models()) {
            if (model.judged()) {
                models.put(model.name(), summaries(report, model));
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("experiment", report.experiment().name());
        tree.put("identity", report.experiment().identity());
        tree.put("data", report.data().describe());
        tree.put("models", models);
        return tree;
    }

    private static Map<String, Object> summaries(Report report, ModelResult model) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Metric metric : report.experiment().metrics()) {
            if (!metric.reproducible()) {
                continue;
            }
            Summary summary = model.metric(metric);
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("mean", summary.mean());
            summary.standardDeviation().ifPresent(sd -> figure.put("sd", sd));
            figure.put("values", summary.values());
            figure.put("absolute", tolerance(model, metric, summary));
            figures.put(metric.key(), figure);
        }
        return figures;
    }

    /** A suggestion: an approved file keeps the tolerance it has. */
    private static double tolerance(ModelResult model, Metric metric, Summary summary) {
        double scale = Double.isFinite(metric.range()) ? metric.range() : Math.max(1, Math.abs(summary.mean()));
        if (model.candidate().detector().portable()) {
            return PORTABLE * scale;
        }
        if (summary.standardDeviation().isEmpty()) {
            return ONE_SEED * scale;
        }
        double ofTheMean = summary.standardDeviation().getAsDouble() / Math.sqrt(summary.n());
        return Math.ceil(Math.max(FLOOR * scale, DEVIATIONS * ofTheMean) * 1000) / 1000;
    }

    private static Map<String, Object> model(Report report, ModelResult model) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", model.name());
        tree.put("model", model.candidate().describe());
        tree.put(
                "supervision", model.candidate().detector().supervision().name().toLowerCase(Locale.ROOT));
        tree.put("portable", model.candidate().detector().portable());
        tree.put("failure", model.failure());
        tree.put("runs", model.runs().stream().map(ReportRecord::run).toList());
        tree.put("metrics", model.judged() ? summaries(report, model) : Map.of());
        return tree;
    }

    /** Time and memory stand apart: they are the one thing in a run that is never the same twice. */
    private static Map<String, Object> run(Run run) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("seed", run.seed());
        tree.put("metrics", run.metrics());
        tree.put(
                "threshold",
                Map.of("value", run.cut().value(), "basis", run.cut().basis()));
        tree.put("confusion", confusion(run));
        tree.put("scoresSha256", sha256(run.predictions().scores()));
        tree.put("facts", run.facts());
        tree.put("history", Histories.bounded(run.history()));
        tree.put(
                "timing",
                Map.of(
                        "fitSeconds", run.fitSeconds(),
                        "scoreSeconds", run.scoreSeconds(),
                        "peakHeapBytes", run.cost().peakHeapBytes()));
        return tree;
    }

    private static Map<String, Object> confusion(Run run) {
        var matrix = run.predictions().confusionMatrix();
        return Map.of(
                "truePositives", matrix.truePositives(),
                "falsePositives", matrix.falsePositives(),
                "falseNegatives", matrix.falseNegatives(),
                "trueNegatives", matrix.trueNegatives());
    }

    private static String sha256(double[] scores) {
        ByteBuffer bytes = ByteBuffer.allocate(scores.length * Double.BYTES);
        bytes.asDoubleBuffer().put(scores);
        return HexFormat.of().formatHex(Sha256.of(bytes.array()));
    }
}

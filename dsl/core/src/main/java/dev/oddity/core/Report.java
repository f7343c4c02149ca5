package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.chart.Charts;
import dev.oddity.core.chart.LossCurves;
import dev.oddity.core.comparison.Comparison;
import dev.oddity.core.comparison.Interval;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.CalibrationCurve;
import dev.oddity.core.evaluation.ConfusionMatrix;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.PrecisionRecallCurve;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.core.evaluation.RocCurve;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.core.runs.RecordedRun;
import dev.oddity.core.runs.RunDifference;
import dev.oddity.core.runs.Runs;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.CanonicalJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * What an experiment gave: every model's figures over the seeds, best first, with curves, warnings and the record to make
 * them again.
 *
 * <p>In a notebook it shows a leaderboard and charts and carries its figures as {@value MimeBundle#METRICS}. Curves and
 * histograms are those of the first seed; figures are means over all seeds.
 *
 * @param experiment what was run
 * @param data what it was run on
 * @param models best first by the first metric; those without a figure last
 * @param notes what a reader of the figures must know, one sentence each
 * @param dataset gives the data again
 * @param origin when and where the figures were made
 */
public record Report(
        Experiment experiment,
        DataSummary data,
        List<ModelResult> models,
        List<String> notes,
        Supplier<Dataset> dataset,
        Origin origin)
        implements Displayable {

    public Report {
        Metric first = experiment.metrics().get(0);
        Comparator<ModelResult> byFirstMetric = Comparator.comparingDouble(
                (ModelResult model) -> model.metric(first).mean());
        models = models.stream()
                .sorted(Comparator.comparing(ModelResult::judged)
                        .reversed()
                        .thenComparing((a, b) -> !a.judged() || !b.judged()
                                ? 0
                                : first.higherIsBetter() ? byFirstMetric.compare(b, a) : byFirstMetric.compare(a, b)))
                .toList();
        notes = List.copyOf(notes);
    }

    /**
     * A figure over the seeds.
     *
     * @param metric one of the experiment's
     * @param model its name as in the leaderboard, such as {@code vae}
     */
    public Summary metric(Metric metric, String model) {
        if (!experiment.metrics().contains(metric)) {
            List<String> known = experiment.metrics().stream().map(Metric::key).toList();
            throw new IllegalArgumentException(metric.key() + " was not evaluated"
                    + NearMiss.hint(metric.key(), known) + " name it in .evaluate(..); evaluated: "
                    + String.join(", ", known));
        }
        return judged(model).metric(metric);
    }

    /**
     * The 95 % bootstrap interval of a figure: over the seeds where there are several, else over the test rows.
     *
     * @param metric one of the experiment's
     * @param model its name as in the leaderboard, such as {@code vae}
     * @see Comparison#intervalOf
     */
    public Interval interval(Metric metric, String model) {
        metric(metric, model);
        return Comparison.intervalOf(model(model), metric);
    }

    /** This one and others side by side, with ranks and tests; see {@link Comparison}. */
    public Comparison compare(Report... others) {
        return Comparison.of(
                Stream.concat(Stream.of(this), Arrays.stream(others)).toArray(Report[]::new));
    }

    /**
     * What differs between the run of this experiment that was kept last before this one, and this.
     *
     * @throws IllegalStateException if there is none
     */
    public RunDifference diff() {
        RecordedRun record = record();
        List<RecordedRun> earlier = Runs.kept()
                .before(record)
                .where(run -> run.name().equals(record.name()))
                .list();
        if (earlier.isEmpty()) {
            throw new IllegalStateException("diff(): no earlier run of '" + record.name()
                    + "' is kept; evaluate it again after a change, or name a run: diff(runs().run(\"..\"))");
        }
        return earlier.get(earlier.size() - 1).diff(record);
    }

    /** What differs between this and another: settings, data, environment, figures, and why figures may. */
    public RunDifference diff(Report other) {
        return record().diff(other.record());
    }

    /** The same against a run of {@code runs()}, which is taken as the older of the two. */
    public RunDifference diff(RecordedRun earlier) {
        return earlier.diff(record());
    }

    /** As {@code runs()} keeps it. */
    public RecordedRun record() {
        return RecordedRun.of(ReportRecord.of(this));
    }

    /** One model's runs, by its name as in the leaderboard or by the sentence that made it. */
    public ModelResult model(String name) {
        List<String> known = models.stream().map(ModelResult::name).toList();
        return models.stream()
                .filter(model -> model.name().equals(name)
                        || model.candidate().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model '" + name + "' in this report"
                        + NearMiss.hint(name, known) + " models: " + String.join(", ", known)));
    }

    /** Decisions against the truth, the test rows of all seeds together. */
    public ConfusionMatrix confusionMatrix(String model) {
        return judged(model).confusionMatrix();
    }

    /** The first of the leaderboard. */
    public ModelResult best() {
        return models.get(0);
    }

    /** The leaderboard as numbers: a row per model; per metric its mean and, over several seeds, its standard deviation. */
    public Table table() {
        return Leaderboard.numbers(this);
    }

    /** ROC curves of all models, first seed. */
    public XYChart rocChart() {
        return Charts.rocCurves(curves(RocCurve::of));
    }

    /** Precision-recall curves of all models, first seed. */
    public XYChart precisionRecallChart() {
        return Charts.precisionRecallCurves(curves(PrecisionRecallCurve::of));
    }

    /** Scores of the best model, first seed, with its threshold. */
    public XYChart scoreHistogram() {
        return scoreHistogram(best().name());
    }

    /** Scores of one model, first seed, with its threshold. */
    public XYChart scoreHistogram(String model) {
        ModelResult result = judged(model);
        return Charts.scoreHistogram(result.name(), result.runs().get(0).predictions());
    }

    /**
     * Of all models, first seed, whether probabilities are what they say.
     *
     * @throws IllegalStateException if no metric asked for probabilities
     */
    public XYChart calibrationChart() {
        if (!calibrated()) {
            throw new IllegalStateException("scores were not calibrated, so there is no calibration to draw;"
                    + " name brier() or logLoss() in .evaluate(..)");
        }
        return Charts.calibrationCurves(curves(CalibrationCurve::of));
    }

    /**
     * Training loss over epochs of those models that have one, first seed: a chart for each, and for each member of an
     * ensemble, with the best epoch where one was chosen.
     *
     * @throws IllegalStateException if none has
     */
    public ChartView lossChart() {
        List<LossCurves> losses = losses();
        if (losses.isEmpty()) {
            throw new IllegalStateException("no model here trains by epochs, so there is no loss to draw; models: "
                    + models.stream().map(ModelResult::name).collect(Collectors.joining(", ")));
        }
        return Charts.lossCurves(losses);
    }

    /**
     * Training loss over epochs of one model, first seed, the best epoch marked where one was chosen.
     *
     * @throws IllegalStateException if it does not train by epochs
     */
    public ChartView lossChart(String model) {
        ModelResult result = judged(model);
        List<LossCurves> losses = losses(result);
        if (losses.isEmpty()) {
            throw new IllegalStateException(result.name() + " does not train by epochs, so there is no loss to draw");
        }
        return Charts.lossCurves(losses);
    }

    /** Where the best model puts the test rows in its latent space; see {@link #latentChart(String)}. */
    public ChartView latentChart() {
        return latentChart(best().name());
    }

    /**
     * Where one model of the first seed puts the test rows in its latent space: the first two principal components there,
     * or the two dimensions themselves, coloured by score, anomalies as diamonds. At most 1,500 normal rows and 500
     * anomalies are drawn, the same each time.
     *
     * @throws IllegalArgumentException if the model has no latent space
     */
    public ChartView latentChart(String model) {
        return firstSeed(model).latent();
    }

    /** Test rows beside what the best model makes of them; see {@link #reconstructionChart(String)}. */
    public ChartView reconstructionChart() {
        return reconstructionChart(best().name());
    }

    /**
     * Images, or windows, of the test part beside what one model of the first seed makes of them and the error: those with
     * the highest scores and those with the lowest. Windows that share rows are drawn once.
     *
     * @throws IllegalArgumentException if the model rebuilds nothing, or the rows are those of a table
     */
    public ChartView reconstructionChart(String model) {
        return firstSeed(model).reconstructions();
    }

    /**
     * Images, or windows, beside what one model of the first seed makes of them and the error.
     *
     * @param rows their numbers in the data set, from 0, as {@link #top} names them; 1 to 20
     * @throws IllegalArgumentException if there is no such row, or the model rebuilds nothing, or the rows are those of a
     *     table
     */
    public ChartView reconstructionChart(String model, int... rows) {
        return firstSeed(model).reconstructions(rows);
    }

    /** What the best model's generator made as it learnt; see {@link #generatorChart(String)}. */
    public ChartView generatorChart() {
        return generatorChart(best().name());
    }

    /**
     * What the generator of one model of the first seed made of the same noise at some epochs of its training, beside
     * training rows.
     *
     * @throws IllegalArgumentException if the model generates nothing
     */
    public ChartView generatorChart(String model) {
        return firstSeed(model).generated();
    }

    /** The best model of the first seed, fitted: to score other rows, to ask, to save. Close it. */
    public FittedDetector detector() {
        return detector(best().name());
    }

    /** One model of the first seed, fitted: to score other rows, to ask, to save. Close it. */
    public FittedDetector detector(String model) {
        return judged(model).first().get();
    }

    /** Why a row of the data has its score by the best model: what each feature adds to it. */
    public Explanation explain(int row) {
        return explain(row, best().name());
    }

    /**
     * Why a row of the data has its score by one model of the first seed: what each feature adds to it.
     *
     * @param row its number in the data set, from 0, as {@link #top} names it
     * @throws IllegalArgumentException if there is no such row
     */
    public Explanation explain(int row, String model) {
        return firstSeed(model).explain(row);
    }

    /** The test rows that the best model gives the highest scores. */
    public Table top(int n) {
        return top(n, best().name());
    }

    /**
     * The test rows of the first seed that one model gives the highest scores, highest first: their numbers in the data set,
     * scores, labels and cells. Of windows, the rows they begin with.
     *
     * @param n how many at most, at least 1
     */
    public Table top(int n, String model) {
        return firstSeed(model).tested().top(n);
    }

    /** The test rows that the best model calls anomalies. */
    public Table anomalies() {
        return anomalies(best().name());
    }

    /**
     * The test rows of the first seed that one model calls anomalies, highest score first: their numbers in the data set,
     * scores, labels and cells. Of windows, the rows they begin with.
     */
    public Table anomalies(String model) {
        return firstSeed(model).tested().anomalies();
    }

    /** Scores of the best model over the plane of data with two number columns, and the test rows by their labels. */
    public XYChart scoreMap() {
        return scoreMap(best().name());
    }

    /**
     * Scores of one model of the first seed over the plane of data with two number columns, and the test rows by their
     * labels.
     *
     * @throws IllegalArgumentException if the data have other columns, or are seen through windows
     */
    public XYChart scoreMap(String model) {
        return firstSeed(model).scoreMap();
    }

    /** The test rows with something done to those that the best model calls anomalies. */
    public Table clean(Cleaning cleaning) {
        return clean(cleaning, best().name());
    }

    /**
     * The test rows of the first seed with something done to those that one model calls anomalies: {@code remove()}, {@code
     * flag()}, {@code replaceWith(median())} or {@code replaceWith(reconstruction())}.
     *
     * @throws IllegalArgumentException for {@code replaceWith(reconstruction())} if the model rebuilds nothing
     */
    public Table clean(Cleaning cleaning, String model) {
        return firstSeed(model).clean(cleaning);
    }

    /** All figures, with full bits, and all that is needed to make them again, as JSON. */
    public String toJson() {
        return CanonicalJson.pretty(ReportRecord.of(this));
    }

    /** A self-contained page: figures, charts, data, warnings, methods, environment, and how to make it again. */
    public String toHtml() {
        return ReportPage.standalone(this);
    }

    /** Writes {@link #toHtml()} to a file, fit to send to someone without Jupyter; the folder is made if need be. */
    public void toHtml(Path file) {
        ReportFolder.writePage(this, file);
    }

    /**
     * Writes {@code report.json}, {@code report.html} and, per model, {@code scores-<model>.csv} with the scores and
     * labels of the first seed. The folder is made if need be; files of an earlier report there are replaced.
     */
    public void save(Path folder) {
        ReportFolder.write(this, folder);
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(toString())
                .with(MimeBundle.HTML, ReportPage.embedded(this))
                .with(MimeBundle.METRICS, ReportRecord.metrics(this));
    }

    /** The leaderboard as text. */
    @Override
    public String toString() {
        return Leaderboard.text(this);
    }

    boolean calibrated() {
        return experiment.metrics().stream().anyMatch(Metric::needsProbabilities);
    }

    List<LossCurves> losses() {
        return models.stream()
                .filter(ModelResult::judged)
                .flatMap(model -> losses(model).stream())
                .toList();
    }

    private static List<LossCurves> losses(ModelResult model) {
        return Course.losses(model.name(), model.runs().get(0).history());
    }

    private <T> Map<String, T> curves(Function<Predictions, T> curve) {
        Map<String, T> curves = new LinkedHashMap<>();
        models.stream()
                .filter(ModelResult::judged)
                .forEach(model ->
                        curves.put(model.name(), curve.apply(model.runs().get(0).predictions())));
        return curves;
    }

    private FirstSeed firstSeed(String model) {
        ModelResult judged = judged(model);
        return new FirstSeed(experiment, dataset.get(), judged);
    }

    private ModelResult judged(String model) {
        ModelResult result = model(model);
        if (!result.judged()) {
            throw new IllegalStateException(result.name() + " has no figures: "
                    + (result.failure().isEmpty() ? "it was not run" : result.failure()));
        }
        return result;
    }
}

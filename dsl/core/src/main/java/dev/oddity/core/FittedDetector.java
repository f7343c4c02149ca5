package dev.oddity.core;

import dev.oddity.core.chart.ChartView;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.Detectors;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Layout;
import dev.oddity.datasets.Windows;
import dev.oddity.datasets.catalogue.Catalogue;
import dev.oddity.datasets.catalogue.CsvFile;
import dev.oddity.reproducibility.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * A fitted model together with the preparation and the threshold it was fitted with, ready for new rows. Holds native
 * memory where the engine does: close it, or let it go with the notebook.
 *
 * <p>Safe to be used by several threads, as a server does, until it is closed. A deep model scores for one of them at a time,
 * and takes blocks of rows faster than single ones.
 */
public final class FittedDetector implements AutoCloseable, Displayable {

    /** Rows of a file that are held at a time. */
    private static final int PIECE = 8192;

    /** What a reader who has one may do with it. */
    static final List<String> NEXT =
            List.of(".score(table)", ".predict(table)", ".explain(table, row)", ".top(table, 10)", ".save(folder)");

    private final Experiment.Candidate candidate;
    private final FittedPreparation preparation;
    private final TrainedModel model;
    private final Threshold.Cut cut;
    private final String experiment;
    private final float[] typical;
    private final Course course;
    private final List<String> notes;
    private final Consumer<String> warnings;
    private final Examples examples;

    /**
     * @param typical the median of each number of the prepared training rows
     * @param course how the model's training went
     * @param notes what a reader of its scores must know, one sentence each
     */
    FittedDetector(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Threshold.Cut cut,
            String experiment,
            float[] typical,
            Course course,
            List<String> notes) {
        this(candidate, preparation, model, cut, experiment, typical, course, notes, WarningLine::say);
    }

    private FittedDetector(
            Experiment.Candidate candidate,
            FittedPreparation preparation,
            TrainedModel model,
            Threshold.Cut cut,
            String experiment,
            float[] typical,
            Course course,
            List<String> notes,
            Consumer<String> warnings) {
        this.candidate = candidate;
        this.preparation = preparation;
        this.model = model;
        this.cut = cut;
        this.experiment = experiment;
        this.typical = typical;
        this.course = course;
        this.notes = List.copyOf(notes);
        this.warnings = warnings;
        this.examples = new Examples(candidate.detector().name(), preparation, warnings);
    }

    /**
     * The same detector, with another to tell what was filled in rows to be scored, instead of the notebook cell or standard
     * error: {@code detector.onWarning(log::warn)}. It shares the model: to close one is to close both.
     *
     * @param listener told one sentence for each column concerned, each time rows are scored
     */
    public FittedDetector onWarning(Consumer<String> listener) {
        return new FittedDetector(candidate, preparation, model, cut, experiment, typical, course, notes, listener);
    }

    /** The detector that was fitted, with its parameters. */
    public Detector detector() {
        return candidate.detector();
    }

    /** What its scores are: the kind that was asked for, such as {@code reconstructionError()}. */
    public Score scoredBy() {
        return candidate.score();
    }

    /** A row is called an anomaly when its score is greater. */
    public double threshold() {
        return cut.value();
    }

    /**
     * What a reader of its scores must know, one sentence each: that its training was interrupted and how far it had come,
     * what else the fit warned of. Kept with it by {@link #save(Path)}.
     */
    public List<String> notes() {
        return notes;
    }

    /** The identity of the experiment it was fitted in. */
    public String experiment() {
        return experiment;
    }

    /**
     * One score per example, higher = more anomalous: per row, or per window where it was fitted on windows; none of no rows.
     * Windows go through the rows as those of a series in the order of its time. Where it was fitted on several, told apart by
     * {@code .groups("machine")} or by the groups of the split, the rows must have that column too, those of one series together:
     * no window lies in two.
     *
     * <p>A cell that is missing or unusable, such as a {@code "?"} among numbers, is filled as {@link
     * dev.oddity.datasets.Preparation} says; a warning names its column.
     *
     * @param rows unprepared, with the columns of the data it was fitted on, in any order; no label is needed, and other columns
     *     are ignored
     * @throws dev.oddity.datasets.DataException if a column is not there
     */
    public double[] score(Table rows) {
        return scores(examples.of(rows));
    }

    /**
     * The score of one row, higher = more anomalous: {@code detector.score(Map.of("Amount", 3.5, "proto", "tcp"))}.
     *
     * <p>A value may be a number, a truth value, a text, or a date or time of {@code java.time}. Null, NaN and the empty text
     * are missing cells, filled as {@link dev.oddity.datasets.Preparation} says with a warning; any other value that its column
     * cannot have is refused, since a program wrote it.
     *
     * @param row value by column; other columns are ignored
     * @throws dev.oddity.datasets.DataException if a column is not there, or its value is of the wrong type
     * @throws IllegalArgumentException if it was fitted on windows of several rows
     */
    public double score(Map<String, ?> row) {
        return scores(examples.of(row))[0];
    }

    /**
     * One score per row, or per window, of rows that came as maps, each as for {@link #score(Map)}: a batch of requests, or
     * the last rows of a series.
     */
    public double[] score(List<? extends Map<String, ?>> rows) {
        return scores(examples.of(rows));
    }

    /**
     * One score per row of a CSV file with a header line, in its order; see {@link CsvFile} for the format. The file is read
     * in pieces of {@value #PIECE} rows, so that it may be larger than memory: 8 bytes a row are kept. Fitted on windows, it is
     * read as a whole.
     *
     * @throws dev.oddity.datasets.DataException if there is no such file, or a column is not there
     */
    public double[] score(Path csv) {
        return score(Catalogue.csv(csv));
    }

    /** As {@link #score(Path)}, of a file in a format of its own: {@code detector.score(csv("new.csv").separator(';'))}. */
    public double[] score(CsvFile csv) {
        if (preparation.layout() instanceof Windows) {
            List<double[]> scores = new ArrayList<>();
            csv.inPieces(Integer.MAX_VALUE, rows -> scores.add(score(rows)));
            return scores.isEmpty() ? new double[0] : scores.get(0);
        }
        DoubleStream.Builder scores = DoubleStream.builder();
        long[] before = {0};
        csv.inPieces(PIECE, rows -> {
            FittedDetector told = before[0] == 0
                    ? this
                    : onWarning(warning ->
                            warnings.accept("after row " + before[0] + " of " + csv.name() + ": " + warning));
            DoubleStream.of(told.score(rows)).forEach(scores);
            before[0] += rows.rowCount();
        });
        return scores.build().toArray();
    }

    private double[] scores(Features prepared) {
        return prepared.rows() == 0 ? new double[0] : model.score(prepared, candidate.score());
    }

    /**
     * One score per row, higher = more anomalous. Where it was fitted on windows, the mean over the windows that hold the
     * row, and NaN where none does.
     */
    public double[] pointScores(Table rows) {
        return examples.perRow(score(rows), rows);
    }

    /** Whether each example is an anomaly: its score is greater than the {@link #threshold()}. */
    public boolean[] predict(Table rows) {
        return cut.calls(score(rows));
    }

    /** Whether each example is an anomaly, of rows given as for {@link #score(List)}. */
    public boolean[] predict(List<? extends Map<String, ?>> rows) {
        return cut.calls(score(rows));
    }

    /** Whether one row is an anomaly, given as for {@link #score(Map)}. */
    public boolean predict(Map<String, ?> row) {
        return cut.calls(score(row));
    }

    /**
     * Why a row has its score: what each feature adds to it. As the model says, where it can; else how much the score falls
     * when the training rows' median stands in a feature's place.
     *
     * @param rows unprepared, as for {@link #score(Table)}
     * @param row the row's number, from 0; of windows, the first row of one
     * @throws IllegalArgumentException if there is no such row, or no whole window begins there
     */
    public Explanation explain(Table rows, int row) {
        return explain(rows, preparation.layout(rows), row);
    }

    /** @param layout that tells where series of the rows begin */
    Explanation explain(Table rows, Layout layout, int row) {
        return explaining().of(examples.at(row, rows, layout), row, rows);
    }

    /** Why one row, given as for {@link #score(Map)}, has its score; in the explanation it is row 0. */
    public Explanation explain(Map<String, ?> row) {
        return explaining().of(examples.of(row), 0, List.of(row));
    }

    /**
     * Why a row, or the window that begins with it, has its score, of rows given as for {@link #score(List)}.
     *
     * @param row its number in the list, from 0
     * @throws IllegalArgumentException if there is no such row, or no whole window begins there
     */
    public Explanation explain(List<? extends Map<String, ?>> rows, int row) {
        return explaining().of(examples.at(row, rows), row, rows);
    }

    private Explaining explaining() {
        return new Explaining(candidate.detector().name(), model, candidate.score(), cut, preparation, typical);
    }

    /**
     * The rows with the highest scores, highest first: their numbers, scores and cells.
     *
     * @param rows unprepared, as for {@link #score(Table)}
     * @param n how many at most, at least 1; windows where it was fitted on windows, named by their first rows
     */
    public Table top(Table rows, int n) {
        return scored(rows).top(n);
    }

    /** The rows that are called anomalies, highest score first: their numbers, scores and cells. */
    public Table anomalies(Table rows) {
        return scored(rows).anomalies();
    }

    private ScoredExamples scored(Table rows) {
        return new ScoredExamples(rows, Examples.all(rows), preparation.layout(rows), score(rows), cut.value(), null);
    }

    /**
     * Scores over the plane of data with two number columns, and the rows as dots: those called anomalies red.
     *
     * @throws IllegalArgumentException if the data have other columns, or were seen through windows
     */
    public XYChart scoreMap(Table rows) {
        return charts().scoreMap(rows, predict(rows));
    }

    /**
     * Loss over the epochs of its training, the best epoch marked where one was chosen.
     *
     * @throws IllegalStateException if it does not train by epochs, or was loaded from a folder
     */
    public ChartView lossChart() {
        return modelCharts().losses();
    }

    /**
     * Where it puts rows in its latent space: the first two principal components there, coloured by score; those called
     * anomalies as diamonds.
     *
     * @param rows unprepared, as for {@link #score(Table)}
     * @throws IllegalArgumentException if the model has no latent space
     */
    public ChartView latentChart(Table rows) {
        return charts().latent(rows);
    }

    /**
     * Images, or windows, beside what the model makes of them and the error: those of the rows with the highest scores and
     * those with the lowest. Windows that share rows are drawn once.
     *
     * @param rows unprepared, as for {@link #score(Table)}
     * @throws IllegalArgumentException if the model rebuilds nothing, or the rows are those of a table
     */
    public ChartView reconstructionChart(Table rows) {
        return charts().reconstructions(rows);
    }

    /**
     * Images, or windows, beside what the model makes of them and the error.
     *
     * @param rows unprepared, as for {@link #score(Table)}
     * @param chosen numbers of the rows to draw, from 0; of windows, of their first rows; 1 to 20
     * @throws IllegalArgumentException if the model rebuilds nothing, or the rows are those of a table
     */
    public ChartView reconstructionChart(Table rows, int... chosen) {
        return charts().reconstructions(rows, chosen, List.of());
    }

    /**
     * What its generator made of the same noise at some epochs of its training, beside real rows.
     *
     * @param rows to hold them against, unprepared, as for {@link #score(Table)}, such as those it was trained on
     * @throws IllegalArgumentException if the model generates nothing, or was loaded from a folder
     */
    public ChartView generatorChart(Table rows) {
        return charts().generated(rows);
    }

    FittedPreparation preparation() {
        return preparation;
    }

    Threshold.Cut cut() {
        return cut;
    }

    ModelCharts modelCharts() {
        return new ModelCharts(candidate.detector().name(), model, course, candidate.score(), cut.value());
    }

    RowCharts charts() {
        return new RowCharts(modelCharts(), examples, cut);
    }

    Examples examples() {
        return examples;
    }

    Cleaner cleaner() {
        return new Cleaner(candidate.detector().name(), preparation, model, cut);
    }

    /**
     * The table with something done to the rows that are called anomalies: {@code remove()}, {@code flag()}, {@code
     * replaceWith(median())} or {@code replaceWith(reconstruction())}. Of windows, rows whose {@link #pointScores} are
     * greater than the threshold.
     *
     * @throws IllegalArgumentException for {@code replaceWith(reconstruction())} if the model rebuilds nothing
     */
    public Table clean(Table rows, Cleaning cleaning) {
        return cleaner().clean(rows, cleaning, pointScores(rows));
    }

    /**
     * Writes it to a folder: {@code detector.json}, readable (detector, parameters, preparation, threshold, what it was
     * fitted in and on), and {@code model-<hash>.safetensors}, raw numbers, whose SHA-256 the first one keeps. A folder that
     * holds a detector already gets this one instead; it holds one of the two, whole, also if the program ends between.
     */
    public void save(Path folder) {
        DetectorFolder.write(
                folder, new FirstFit(candidate, preparation, model.state(), cut, experiment, typical, course, notes));
    }

    /**
     * Reads what {@link #save(Path)} wrote. Runs nothing from the folder: it holds text and numbers only.
     *
     * @throws IllegalArgumentException if the folder holds no whole detector, one of a newer version, or one whose module is
     *     not on the class path
     */
    public static FittedDetector load(Path folder) {
        return DetectorFolder.read(folder, Detectors::described);
    }

    /**
     * Reads what {@link #save(Path)} wrote, as a detector that is given: for one that holds Java, such as the block of a
     * custom network, of which a file keeps the name and the numbers only; or to run it elsewhere than where it was fitted,
     * {@code vae().latent(8).device(cpu())}.
     *
     * @param detector as it was fitted; where it runs may differ
     * @throws IllegalArgumentException if the folder holds no whole detector, or that of a detector that differs
     */
    public static FittedDetector load(Path folder, Detector detector) {
        return DetectorFolder.read(folder, model -> {
            Detector fitted = Detectors.described(model);
            if (detector.restores(fitted)) {
                return detector;
            }
            throw new IllegalArgumentException(folder + " holds " + fitted + ", not " + detector
                    + "; give load(..) the detector as it was fitted");
        });
    }

    /**
     * Writes it as one <a href="https://onnx.ai">ONNX</a> file, preparation and model in one graph, for programs that are not
     * Java's. Raw columns go in: {@code numbers}, float64, rows × number columns, NaN where one is missing (dates as days,
     * timestamps as seconds since 1970 began, truth values as 0 and 1), and, if there are text columns, {@code texts}, strings,
     * rows × text columns, empty where one is missing. {@code score} comes out, float32, one number a row, as {@link
     * #score(Table)} gives it up to the rounding of float32.
     *
     * <p>The file's metadata tell which columns, in which order ({@code oddity.numbers}, {@code oddity.texts}, JSON), the
     * {@code oddity.threshold} above which a row is an anomaly, the detector and its parameters ({@code oddity.detector}), its
     * score ({@code oddity.score}) and the identity of the experiment ({@code oddity.experiment}). It needs a runtime with the
     * operators of opset 17, and of ai.onnx.ml 2 if there are text columns, as ONNX Runtime 1.12 has.
     *
     * <p>The file is written as a whole or not at all.
     *
     * @throws IllegalArgumentException if the detector has no such form, naming those that have, or was fitted on windows
     */
    public void toOnnx(Path file) {
        byte[] model = OnnxFile.of(
                candidate,
                preparation,
                this.model,
                Map.of(
                        "oddity.detector", candidate.detector().toString(),
                        "oddity.score", candidate.score().toString(),
                        "oddity.threshold", String.valueOf(cut.value()),
                        "oddity.experiment", experiment));
        WholeFile.write(file, model);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public MimeBundle display() {
        return MimeBundle.text(toString())
                .with(MimeBundle.HTML, DetectorPage.embedded(this, modelCharts().lossesIfAny()));
    }

    @Override
    public String toString() {
        return candidate + " fitted; an anomaly scores above " + (float) cut.value() + " (" + cut.basis() + "); "
                + notes.stream().map(note -> "note: " + note + "; ").collect(Collectors.joining())
                + "next: " + String.join(", ", NEXT);
    }
}

package dev.oddity.core.runs;

import dev.oddity.core.chart.Charts;
import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.Leaves;
import dev.oddity.reproducibility.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/**
 * The runs that were kept, and sentences about them: {@code runs().of("credit-card fraud").where("latent", 8).best(rocAuc())}.
 * A value, read when it is made; each word gives fewer runs. In a notebook it shows them as a table, newest first.
 */
public final class Runs implements Displayable {

    private final List<RecordedRun> runs;
    private final List<FailedRun> failed;
    private final Optional<String> model;
    private final String place;
    private final List<String> warnings;

    private Runs(
            List<RecordedRun> runs,
            List<FailedRun> failed,
            Optional<String> model,
            String place,
            List<String> warnings) {
        this.runs = List.copyOf(runs);
        this.failed = List.copyOf(failed);
        this.model = model;
        this.place = place;
        this.warnings = List.copyOf(warnings);
    }

    /** Those of the store that is in use: {@link RunStore} says where. */
    public static Runs kept() {
        return RunStore.chosen()
                .map(Runs::in)
                .orElseGet(() -> new Runs(
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "runs are not kept, as " + RunStore.VARIABLE + " or -D" + RunStore.PROPERTY + " says",
                        List.of()));
    }

    /** Those of one store. What it cannot read is left out, and a warning names it. */
    public static Runs in(RunStore store) {
        RunStore.Contents contents = store.read();
        List<RecordedRun> runs = new ArrayList<>();
        List<FailedRun> failed = new ArrayList<>();
        List<String> warnings = new ArrayList<>(contents.warnings());
        for (Map<String, Object> tree : contents.runs()) {
            try {
                if (FailedRun.is(tree)) {
                    failed.add(FailedRun.parsed(tree));
                } else {
                    runs.add(RecordedRun.parsed(tree));
                }
            } catch (IllegalArgumentException e) {
                warnings.add(e.getMessage() + "; it is left out");
            }
        }
        return new Runs(runs, failed, Optional.empty(), "no run is kept in " + store.folder(), warnings);
    }

    // Which

    /** Those of one experiment, by its name. */
    public Runs of(String experiment) {
        return narrowed(
                run -> run.name().equals(experiment),
                failed -> failed.name().equals(experiment),
                "of(\"" + experiment + "\")",
                Stream.concat(
                                runs.stream().map(RecordedRun::name),
                                failed.stream().map(FailedRun::name))
                        .toList(),
                experiment);
    }

    /** Those that have this model, and of them its rows. */
    public Runs model(String name) {
        Runs those = narrowed(
                run -> run.models().contains(name),
                failed -> false,
                "model(\"" + name + "\")",
                runs.stream().flatMap(run -> run.models().stream()).toList(),
                name);
        return new Runs(those.runs, those.failed, Optional.of(name), place, warnings);
    }

    /** Those on one data set, by its name. */
    public Runs data(String name) {
        return narrowed(
                run -> dataName(run).equals(name),
                failed -> false,
                "data(\"" + name + "\")",
                names(Runs::dataName),
                name);
    }

    /** Those that began on this day, in UTC, or later. */
    public Runs since(LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return those(
                run -> !run.started().isBefore(midnight), run -> !run.started().isBefore(midnight));
    }

    /** Those that began before this one. */
    public Runs before(RecordedRun later) {
        return those(run -> run.id().compareTo(later.id()) < 0, run -> run.id().compareTo(later.id()) < 0);
    }

    /**
     * Those with this setting: a parameter of a model, of the split, of anything that the experiment says.
     *
     * @param setting its name, such as {@code latent}, with as much before it as tells it from others: {@code vae.latent}, {@code
     *     threshold.q}
     * @param value such as {@code 8}, {@code "relu"} or {@code List.of(64, 32)}
     * @throws IllegalArgumentException if no run here has such a setting
     */
    public Runs where(String setting, Object value) {
        TreeSet<String> known = new TreeSet<>();
        runs.forEach(run -> known.addAll(Leaves.of(run.settings()).keySet()));
        if (!runs.isEmpty() && known.stream().noneMatch(leaf -> means(leaf, setting))) {
            List<String> last = known.stream()
                    .map(leaf -> leaf.substring(leaf.lastIndexOf('.') + 1))
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("no run here has a setting '" + setting + "'"
                    + NearMiss.hint(setting, last) + " settings: " + String.join(", ", known));
        }
        String wanted = CanonicalJson.of(List.of(value));
        return where(run -> Leaves.of(run.settings()).entrySet().stream()
                .anyMatch(leaf -> means(leaf.getKey(), setting)
                        && CanonicalJson.of(List.of(leaf.getValue())).equals(wanted)));
    }

    /** Those that pass a test of your own. */
    public Runs where(Predicate<RecordedRun> test) {
        return those(test, failed -> false);
    }

    private Runs those(Predicate<RecordedRun> test, Predicate<FailedRun> ofFailed) {
        return new Runs(
                runs.stream().filter(test).toList(),
                failed.stream().filter(ofFailed).toList(),
                model,
                place,
                warnings);
    }

    private static boolean means(String leaf, String setting) {
        return leaf.equals(setting) || leaf.endsWith("." + setting);
    }

    // One

    /** The one that began last. */
    public RecordedRun last() {
        require("last()");
        return runs.get(runs.size() - 1);
    }

    /** The one with the best model by a metric, its mean over the seeds; of equals the first. */
    public RecordedRun best(Metric metric) {
        require("best(..)");
        Comparator<RunRow> byFigure = Comparator.comparingDouble(row -> row.mean(metric.key()));
        return rows().stream()
                .filter(row -> !Double.isNaN(row.mean(metric.key())))
                .min(metric.higherIsBetter() ? byFigure.reversed() : byFigure)
                .map(RunRow::run)
                .orElseThrow(() -> new IllegalArgumentException("best(" + metric + "): no run here was evaluated by "
                        + metric.key() + "; evaluated: " + String.join(", ", metrics())));
    }

    /**
     * The one of this id.
     *
     * @param id or as much of it as begins no other
     */
    public RecordedRun run(String id) {
        List<RecordedRun> found =
                runs.stream().filter(run -> run.id().startsWith(id)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "no run '" + id + "' here; runs() lists them"
                            : "'" + id + "' begins " + found.size() + " runs; give more of the id");
        }
        return found.get(0);
    }

    private void require(String word) {
        if (runs.isEmpty()) {
            throw new IllegalStateException(word + ": " + place + " that fits; evaluate(..) keeps one"
                    + (failed.isEmpty() ? "" : ", and why others failed is in .failed()"));
        }
    }

    // All

    /** Oldest first. */
    public List<RecordedRun> list() {
        return runs;
    }

    public int size() {
        return runs.size();
    }

    /**
     * Those that failed or were interrupted, oldest first, with their causes. They are told below the others and never stand
     * among them; of the words that choose runs, {@code of(..)} and {@code since(..)} choose among these too, and the rest leave
     * them out.
     */
    public List<FailedRun> failed() {
        return failed;
    }

    /** What could not be read, a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * A row for each model of each run, newest first: the figures, means over the seeds, and the settings in which the rows
     * differ.
     */
    public Table table() {
        return RunTable.of(rows());
    }

    /** A metric over the runs in the order of time, a line for each model: its mean over the seeds. */
    public XYChart chart(Metric metric) {
        require("chart(..)");
        Map<String, double[]> lines = new LinkedHashMap<>();
        for (RunRow row : rows()) {
            double mean = row.mean(metric.key());
            if (!Double.isNaN(mean)) {
                double[] line = lines.computeIfAbsent(row.model().name(), unseen -> {
                    double[] empty = new double[runs.size()];
                    Arrays.fill(empty, Double.NaN);
                    return empty;
                });
                line[runs.indexOf(row.run())] = mean;
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("chart(" + metric + "): no run here was evaluated by " + metric.key()
                    + "; evaluated: " + String.join(", ", metrics()));
        }
        return Charts.overRuns(metric.label(), lines);
    }

    /**
     * Writes TensorBoard's event files, a folder for each run and model: losses by epoch, and metrics by seed. Open it with {@code
     * tensorboard --logdir folder}. Its numbers have 24 bits; {@code run.json} has all.
     *
     * @param folder made if need be; what was written of the same runs is replaced
     * @return the folder
     */
    public Path toTensorBoard(Path folder) {
        rows().forEach(row -> TensorBoard.write(row, folder));
        return folder;
    }

    private List<RunRow> rows() {
        return runs.stream()
                .flatMap(run -> run.recorded().stream().map(recorded -> new RunRow(run, recorded)))
                .filter(row -> model.isEmpty() || row.model().name().equals(model.get()))
                .toList();
    }

    private List<String> metrics() {
        return RunTable.metrics(rows());
    }

    private static String dataName(RecordedRun run) {
        return String.valueOf(run.data().get("name"));
    }

    private List<String> names(Function<RecordedRun, String> name) {
        return runs.stream().map(name).toList();
    }

    /** A name that no run has is a slip, unless there are no runs at all. */
    private Runs narrowed(
            Predicate<RecordedRun> test, Predicate<FailedRun> ofFailed, String word, List<String> known, String given) {
        Runs fewer = those(test, ofFailed);
        if (fewer.runs.isEmpty() && fewer.failed.isEmpty() && !runs.isEmpty()) {
            List<String> distinct = known.stream().distinct().sorted().toList();
            throw new IllegalArgumentException("." + word + ": no run has it" + NearMiss.hint(given, distinct)
                    + " known: " + String.join(", ", distinct));
        }
        return fewer;
    }

    @Override
    public MimeBundle display() {
        if (runs.isEmpty() && failed.isEmpty()) {
            return MimeBundle.text(toString());
        }
        List<Html> pieces = new ArrayList<>();
        pieces.add(new TableView(table()).html());
        warnings.forEach(warning -> pieces.add(Html.note(warning)));
        Page page = Page.titled("Runs").section(size() == 1 ? "1 run" : size() + " runs", pieces.toArray(Html[]::new));
        if (!failed.isEmpty()) {
            page = page.section(failed.size() + " failed", new TableView(RunTable.ofFailed(failed)).html());
        }
        page = page.footer(
                "next: .of(\"..\"), .model(\"..\"), .where(\"..\", ..), .last(), .best(rocAuc()), .chart(rocAuc())");
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(runs.isEmpty() ? place + "; evaluate(..) keeps one" : new TableView(table()).lines());
        if (!failed.isEmpty()) {
            text.append("\n").append(new TableView(RunTable.ofFailed(failed)).lines());
        }
        warnings.forEach(warning -> text.append("\nwarning: ").append(warning));
        return text.toString();
    }
}

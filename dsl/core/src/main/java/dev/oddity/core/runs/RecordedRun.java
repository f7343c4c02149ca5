package dev.oddity.core.runs;

import dev.oddity.core.display.Displayable;
import dev.oddity.core.display.Html;
import dev.oddity.core.display.MimeBundle;
import dev.oddity.core.display.Page;
import dev.oddity.core.display.TableView;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Summary;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A run as it was kept: what was asked, on which data, where, and what came out, with full bits. A value; nothing in it can be
 * run, but {@code rerun(run)} makes it again.
 */
public final class RecordedRun implements Displayable {

    private static final List<String> TOLD_BY_MODELS = List.of("device", "engine", "threads");

    private static final List<String> KINDS = List.of("evaluate", "fit");

    private final Map<String, Object> tree;
    private final List<RecordedModel> models;
    private final Instant started;

    private RecordedRun(Map<String, Object> tree) {
        this.tree = tree;
        this.models = Tree.maps(tree, "models").stream().map(RecordedModel::of).toList();
        this.started = Instant.parse(Tree.text(tree, "started"));
        // Asked once, so that a damaged record is refused here and not where it is shown.
        settings();
        environment();
        data();
        id();
        Map<String, Object> words = Tree.map(tree, "words");
        Tree.list(words, "metrics");
        Tree.list(settings(), "seeds");
        if (Tree.maps(words, "models").size() != Tree.maps(settings(), "models").size()) {
            throw new IllegalArgumentException("its words name other models than its settings");
        }
        if (!KINDS.contains(kind())) {
            throw new IllegalArgumentException("its kind is '" + kind() + "', and none of " + String.join(", ", KINDS));
        }
        Tree.text(data(), "sha256");
        name();
        identity();
        sentence();
        models.forEach(RecordedModel::requireWhole);
    }

    /**
     * @param tree of the format {@value RunStore#FORMAT}
     * @throws IllegalArgumentException if something is missing in it, naming it
     */
    @SuppressWarnings("unchecked")
    public static RecordedRun of(Map<String, Object> tree) {
        // Through text, so that a record is the same whether it was just made or read.
        return parsed((Map<String, Object>) CanonicalJson.read(CanonicalJson.of(tree)));
    }

    /** @param tree as it was read */
    static RecordedRun parsed(Map<String, Object> tree) {
        try {
            return new RecordedRun(tree);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the record of run " + tree.get("id") + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * @param file a {@code run.json}, or the folder it lies in
     * @throws IllegalArgumentException if it is missing, damaged, foreign, of a newer version, or of a run that failed, naming it
     */
    public static RecordedRun read(Path file) {
        Map<String, Object> tree = RunStore.read(file);
        if (FailedRun.is(tree)) {
            throw unfit(FailedRun.parsed(tree));
        }
        try {
            return parsed(tree);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", in " + file + "; give it as it was written", e);
        }
    }

    /** @throws IllegalArgumentException if the run was broken off, so that nothing can be held to it */
    public void requireWhole() {
        if (FailedRun.is(tree)) {
            throw unfit(FailedRun.parsed(tree));
        }
    }

    private static IllegalArgumentException unfit(FailedRun failed) {
        return new IllegalArgumentException("run " + failed.id() + " "
                + (failed.outcome().equals("failed") ? "failed" : "was interrupted")
                + ", so there are no figures to hold another run to: " + failed.cause() + "\nRun its sentence anew:\n"
                + failed.sentence());
    }

    /** Its name, which sorts by time. */
    public String id() {
        return Tree.text(tree, "id");
    }

    public Instant started() {
        return started;
    }

    /** {@code evaluate} or {@code fit}. */
    public String kind() {
        return Tree.text(tree, "kind");
    }

    /** The experiment's name. */
    public String name() {
        return Tree.text(settings(), "name");
    }

    /** The SHA-256 of the experiment's canonical JSON. */
    public String identity() {
        return Tree.text(tree, "identity");
    }

    /** The words that made it. */
    public String sentence() {
        return Tree.text(tree, "sentence");
    }

    /** The names of its models, best first. */
    public List<String> models() {
        return models.stream().map(RecordedModel::name).toList();
    }

    /** One of its metrics over the seeds. */
    public Summary metric(Metric metric, String model) {
        RecordedModel found = models.stream()
                .filter(candidate -> candidate.name().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model '" + model + "' in run " + id()
                        + NearMiss.hint(model, models()) + " models: " + String.join(", ", models())));
        List<Double> values = found.figures().get(metric.key());
        if (values == null) {
            throw new IllegalArgumentException(metric.key() + " was not evaluated in run " + id()
                    + NearMiss.hint(metric.key(), found.figures().keySet()) + " evaluated: "
                    + String.join(", ", found.figures().keySet()));
        }
        return new Summary(values);
    }

    /** What was asked, as the experiment describes itself. */
    public Map<String, Object> settings() {
        return Tree.map(tree, "experiment");
    }

    /** Java, machine, code and libraries, and what the models tell of device, engine and threads. */
    public Map<String, Object> environment() {
        Map<String, Object> environment = new TreeMap<>(Tree.map(tree, "environment"));
        for (String fact : TOLD_BY_MODELS) {
            String told = models.stream()
                    .map(model -> model.fact(fact))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!told.isEmpty()) {
                environment.put(fact, told);
            }
        }
        return environment;
    }

    /** What was loaded and how it was divided, with hashes. */
    public Map<String, Object> data() {
        return Tree.map(tree, "data");
    }

    /** The whole record, as it lies on disk. */
    public String toJson() {
        return CanonicalJson.pretty(tree);
    }

    /** The whole record as a tree. */
    public Map<String, Object> tree() {
        return tree;
    }

    /** What a later run has otherwise: settings, data, environment, figures, and why figures may. */
    public RunDifference diff(RecordedRun later) {
        return RunDifference.between(this, later);
    }

    List<RecordedModel> recorded() {
        return models;
    }

    /** Every figure that a rerun must give again, by model, metric and seed. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new TreeMap<>();
        models.forEach(model -> numbers.putAll(model.numbers()));
        return numbers;
    }

    Map<String, Object> hashes() {
        Map<String, Object> hashes = new TreeMap<>();
        models.forEach(model -> hashes.putAll(model.hashes()));
        return hashes;
    }

    /** Means over the seeds, by model and metric; of one seed its figure. */
    Map<String, Object> means() {
        Map<String, Object> means = new TreeMap<>();
        models.forEach(model -> model.figures().forEach((metric, values) -> {
            double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
            means.put(model.name() + " " + metric, Double.isFinite(mean) ? (Object) mean : Double.toString(mean));
        }));
        return means;
    }

    /** What a repetition is judged by: means of metrics or, of a fit, its threshold. */
    Map<String, Object> judged() {
        return kind().equals("fit") ? numbers() : means();
    }

    /** How far each of {@link #judged()} may be off elsewhere. */
    Map<String, Double> allowances() {
        Map<String, Double> allowed = new TreeMap<>();
        for (RecordedModel model : models) {
            model.figures().keySet().forEach(metric -> allowed.put(model.name() + " " + metric, model.allowed(metric)));
            if (kind().equals("fit")) {
                model.numbers()
                        .forEach((name, value) -> allowed.put(name, model.share() * Math.abs(Tree.number(value))));
            }
        }
        return allowed;
    }

    private Table figures() {
        List<String> metrics = models.stream()
                .flatMap(model -> model.figures().keySet().stream())
                .distinct()
                .toList();
        Table table = Table.create(name(), StringColumn.create("Model", models()));
        for (String metric : metrics) {
            table.addColumns(DoubleColumn.create(
                    metric,
                    models.stream()
                            .mapToDouble(model -> model.figures().getOrDefault(metric, List.of()).stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElse(Double.NaN))
                            .toArray()));
        }
        return table;
    }

    @Override
    public MimeBundle display() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Run", id());
        facts.put("Started", started.toString());
        facts.put("Data", String.valueOf(data().get("name")));
        facts.put("Data SHA-256", String.valueOf(data().get("sha256")));
        facts.put("Identity", identity());
        Page page = Page.titled(name())
                .section("Figures", new TableView(figures()).html())
                .section("Facts", Html.facts(facts))
                .section("How to make it again", Html.code(sentence()));
        return MimeBundle.text(toString()).with(MimeBundle.HTML, page.fragment().markup());
    }

    @Override
    public String toString() {
        return name() + ", run " + id() + " (" + kind() + ")\n" + new TableView(figures()).lines();
    }
}

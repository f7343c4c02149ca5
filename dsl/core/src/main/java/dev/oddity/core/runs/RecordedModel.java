package dev.oddity.core.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One model of a recorded run, with its fits, one per seed. */
record RecordedModel(String name, List<Map<String, Object>> fits, Map<String, Object> tree) {

    private static final double PORTABLE = 1e-9;
    private static final double NATIVE = .05;

    static RecordedModel of(Map<String, Object> tree) {
        return new RecordedModel(Tree.text(tree, "name"), Tree.maps(tree, "runs"), tree);
    }

    /** Figures by metric, each with its values in the order of the seeds. */
    Map<String, List<Double>> figures() {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        fits.stream()
                .filter(fit -> fit.containsKey("metrics"))
                .flatMap(fit -> Tree.map(fit, "metrics").keySet().stream())
                .distinct()
                .sorted()
                .forEach(metric -> figures.put(
                        metric,
                        fits.stream()
                                .map(fit -> Tree.map(fit, "metrics").get(metric))
                                .map(Tree::number)
                                .toList()));
        return figures;
    }

    /** Every number that a rerun must give again, by name: metrics and thresholds of each seed. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new TreeMap<>();
        for (Map<String, Object> fit : fits) {
            String seed = " seed " + fit.get("seed");
            if (fit.containsKey("metrics")) {
                Tree.map(fit, "metrics").forEach((metric, value) -> numbers.put(name + " " + metric + seed, value));
            }
            numbers.put(name + " threshold" + seed, Tree.map(fit, "threshold").getOrDefault("value", "missing"));
        }
        return numbers;
    }

    /** The hashes that stand for scores and weights, each of many numbers. */
    Map<String, Object> hashes() {
        Map<String, Object> hashes = new TreeMap<>();
        for (Map<String, Object> fit : fits) {
            for (String hash : List.of("scoresSha256", "modelSha256")) {
                if (fit.containsKey(hash)) {
                    hashes.put(name + " " + hash.replace("Sha256", "") + " seed " + fit.get("seed"), fit.get(hash));
                }
            }
        }
        return hashes;
    }

    /** What a fact was in all fits, such as the device. */
    String fact(String name) {
        return fits.stream()
                .map(fit -> Tree.map(fit, "facts").get(name))
                .filter(value -> value != null)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    /** Whether it is computed in Java, and no native engine rounds in it. */
    boolean portable() {
        return Boolean.TRUE.equals(tree.get("portable"));
    }

    /** How far a threshold may be off on another machine, as a share of itself. */
    double share() {
        return portable() ? PORTABLE : NATIVE;
    }

    /** Its losses over the epochs of a fit, by name; none of a model that has no epochs. */
    static Map<String, List<Double>> curves(Map<String, Object> fit) {
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        Map<String, Object> history = Tree.map(fit, "history");
        history.keySet()
                .forEach(name -> curves.put(
                        name,
                        Tree.list(history, name).stream().map(Tree::number).toList()));
        return curves;
    }

    /**
     * Asks for everything that is shown or compared.
     *
     * @throws IllegalArgumentException if something of it is missing or of another kind, naming it
     */
    void requireWhole() {
        figures();
        numbers();
        hashes();
        parameters();
        fits.forEach(RecordedModel::curves);
        fits.forEach(fit -> Tree.map(fit, "facts"));
    }

    /** The values of the parameters it was made with, by name. */
    Map<String, Object> parameters() {
        return Tree.map(Tree.map(tree, "model"), "parameters");
    }

    /** How far a metric may be off on another machine; nothing where the record suggests nothing. */
    double allowed(String metric) {
        if (tree.get("metrics") instanceof Map<?, ?> summaries
                && summaries.get(metric) instanceof Map<?, ?> summary
                && summary.get("absolute") instanceof Number absolute) {
            return absolute.doubleValue();
        }
        return 0;
    }
}

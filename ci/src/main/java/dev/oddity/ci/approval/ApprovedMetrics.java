package dev.oddity.ci.approval;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.ApprovedNumber;
import dev.oddity.reproducibility.CanonicalJson;
import dev.oddity.reproducibility.MetricName;
import dev.oddity.reproducibility.StrictJson;
import dev.oddity.reproducibility.Tolerance;
import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Approved numbers as a file: a tree of cell, experiment, model and metric with leaves
 * {@code {"absolute": 0.02, "value": 0.96}}, and {@code "relative"} where somebody has written it. Sorted and indented, so
 * that a review sees each number that changes.
 */
final class ApprovedMetrics {

    private static final List<String> LEAF = List.of("value", "absolute", "relative");
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private ApprovedMetrics() {}

    /** @throws ApprovalException if the file is not of this form */
    static SortedMap<MetricName, ApprovedNumber> read(Path file) {
        JsonElement tree = tree(file);
        SortedMap<MetricName, ApprovedNumber> numbers = new TreeMap<>();
        try {
            collect(tree.getAsJsonObject(), new ArrayList<>(), numbers);
            return numbers;
        } catch (IllegalArgumentException e) {
            throw new ApprovalException("%s: %s; correct it there".formatted(file, e.getMessage()), e);
        } catch (IllegalStateException e) {
            throw unusable(file, e);
        }
    }

    private static JsonElement tree(Path file) {
        try {
            return StrictJson.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private static ApprovalException unusable(Path file, RuntimeException why) {
        return new ApprovalException(
                "%s holds no approved metrics (%s); restore it, or delete it and approve again"
                        .formatted(file, why.getMessage()),
                why);
    }

    static void write(SortedMap<MetricName, ApprovedNumber> numbers, Path file) {
        WholeFile.write(file, text(numbers));
    }

    static String text(SortedMap<MetricName, ApprovedNumber> numbers) {
        Map<String, Object> tree = new TreeMap<>();
        numbers.forEach((name, number) -> put(tree, name.path(), leaf(number)));
        return CanonicalJson.pretty(tree) + "\n";
    }

    private static Map<String, Object> leaf(ApprovedNumber number) {
        Map<String, Object> leaf = new TreeMap<>();
        double value = number.value();
        leaf.put("value", Double.isFinite(value) ? (Object) value : Double.toString(value));
        leaf.put("absolute", number.tolerance().absolute());
        if (number.tolerance().relative() > 0) {
            leaf.put("relative", number.tolerance().relative());
        }
        return leaf;
    }

    @SuppressWarnings("unchecked") // every node above a leaf was made here
    private static void put(Map<String, Object> tree, List<String> path, Object leaf) {
        Map<String, Object> node = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            node = (Map<String, Object>) node.computeIfAbsent(name, unused -> new TreeMap<String, Object>());
        }
        node.put(path.get(path.size() - 1), leaf);
    }

    private static void collect(JsonObject node, List<String> path, SortedMap<MetricName, ApprovedNumber> numbers) {
        if (node.get("value") instanceof JsonPrimitive value) {
            numbers.put(new MetricName(path), number(node, value, path));
            return;
        }
        node.entrySet().forEach(entry -> {
            List<String> below = new ArrayList<>(path);
            below.add(entry.getKey());
            if (!(entry.getValue() instanceof JsonObject child)) {
                throw new IllegalStateException(
                        "at %s stands %s instead of an object".formatted(new MetricName(below), entry.getValue()));
            }
            collect(child, below, numbers);
        });
    }

    private static ApprovedNumber number(JsonObject leaf, JsonPrimitive value, List<String> path) {
        MetricName name = new MetricName(path);
        for (String key : leaf.keySet()) {
            if (!LEAF.contains(key)) {
                throw new IllegalArgumentException("%s has '%s'%s a number has %s"
                        .formatted(name, key, NearMiss.hint(key, LEAF), String.join(", ", LEAF)));
            }
        }
        boolean named = value.isString() && NOT_FINITE.contains(value.getAsString());
        if (!value.isNumber() && !named) {
            throw new IllegalArgumentException(
                    "%s has the value %s; it is a number, or one of %s".formatted(name, value, NOT_FINITE));
        }
        return new ApprovedNumber(
                Double.parseDouble(value.getAsString()),
                new Tolerance(bound(leaf, "absolute", name), bound(leaf, "relative", name)));
    }

    private static double bound(JsonObject leaf, String key, MetricName name) {
        if (!leaf.has(key)) {
            return 0;
        }
        if (leaf.get(key) instanceof JsonPrimitive bound && bound.isNumber()) {
            return bound.getAsDouble();
        }
        throw new IllegalArgumentException(
                "%s has %s %s; a tolerance is a number such as 0.02".formatted(name, key, leaf.get(key)));
    }
}

package dev.oddity.core;

import dev.oddity.core.onnx.ElementType;
import dev.oddity.core.onnx.OnnxGraph;
import dev.oddity.core.onnx.OnnxValue;
import dev.oddity.datasets.FittedPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fitted preparation as nodes of a graph, from its kept state: the table's number columns go in as one matrix of double
 * precision, its text columns as one of texts, and prepared rows come out.
 *
 * <p>Columns whose steps are of the same kinds go through them together. A number that is missing, NaN, or infinite is filled
 * as when a table is scored; a missing text is the empty one.
 */
final class OnnxPreparation {

    static final String NUMBERS = "numbers";
    static final String TEXTS = "texts";

    /** Where {@code standard()}, {@code minMax()}, {@code robust()} and {@code whiten(k)} hold a number. */
    private static final double LIMIT = 1e6;

    private final OnnxGraph graph;
    private final Map<String, Object> state;
    private final List<Map<String, Object>> columns;
    private final List<Map<String, Object>> numbers;
    private final List<Map<String, Object>> texts;
    /** What stands side by side, and for each of its numbers which of the prepared row it is. */
    private final List<OnnxValue> parts = new ArrayList<>();

    private final List<Integer> places = new ArrayList<>();

    @SuppressWarnings("unchecked")
    OnnxPreparation(OnnxGraph graph, FittedPreparation preparation) {
        this.graph = graph;
        this.state = preparation.state();
        this.columns = (List<Map<String, Object>>) state.get("columns");
        this.numbers = columns.stream()
                .filter(column -> column.get("kind").equals("number"))
                .toList();
        this.texts =
                columns.stream().filter(column -> !numbers.contains(column)).toList();
    }

    /** Name and unit of each column of the matrix of numbers, in order. */
    List<Map<String, Object>> numberColumns() {
        return numbers.stream()
                .map(column -> Map.of("name", column.get("name"), "cells", column.get("cells")))
                .toList();
    }

    /** The columns of the matrix of texts, in order. */
    List<Object> textColumns() {
        return texts.stream().map(column -> column.get("name")).toList();
    }

    /** Adds inputs and steps; gives prepared rows. */
    OnnxValue write() {
        if (!numbers.isEmpty()) {
            writeNumbers(graph.input(NUMBERS, ElementType.DOUBLE, numbers.size()));
        }
        if (!texts.isEmpty()) {
            OnnxValue cells = graph.input(TEXTS, ElementType.STRING, texts.size());
            texts.forEach(column -> writeText(column, cells.columns(new long[] {texts.indexOf(column)})));
        }
        OnnxValue rows = inOrder(graph.concat(parts));
        return state.get("whitening") instanceof Map<?, ?> whitening ? whitened(rows, whitening) : rows;
    }

    private void writeNumbers(OnnxValue cells) {
        Map<List<Object>, List<Map<String, Object>>> alike = numbers.stream()
                .collect(Collectors.groupingBy(
                        column -> List.of(kinds(steps(column)), column.get("indicator")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().forEach(group -> {
            OnnxValue given =
                    cells.columns(group.stream().mapToLong(numbers::indexOf).toArray());
            OnnxValue missing = given.then("IsNaN").then("Or", given.then("IsInf"));
            add(through(given, missing, group.stream().map(this::steps).toList()), group, 0);
            if (group.get(0).get("indicator").equals(true)) {
                add(missing.as(ElementType.FLOAT), group, 1);
            }
        });
    }

    /** What the steps of columns make of their cells, position by position. */
    private OnnxValue through(OnnxValue given, OnnxValue missing, List<List<Map<String, Object>>> steps) {
        OnnxValue cells = given;
        for (int i = 0; i < steps.get(0).size(); i++) {
            int position = i;
            List<Map<String, Object>> step =
                    steps.stream().map(column -> column.get(position)).toList();
            cells = switch (kind(step.get(0))) {
                case "fill" -> missing.then("Where", each(step, "fill"), cells);
                case "log" ->
                    cells.then("Sign")
                            .mul(cells.then("Abs")
                                    .add(graph.constant(new double[] {1}))
                                    .then("Log"));
                case "limit" -> {
                    OnnxValue limit = each(step, "limit");
                    yield cells.then("Min", limit).then("Max", limit.neg());
                }
                default ->
                    cells.sub(each(step, "centre"))
                            .div(each(step, "scale"))
                            .then("Clip", graph.constant(new double[] {-LIMIT}), graph.constant(new double[] {LIMIT}));
            };
        }
        return cells.as(ElementType.FLOAT);
    }

    private OnnxValue each(List<Map<String, Object>> steps, String key) {
        return graph.constant(
                steps.stream()
                        .mapToDouble(step -> ((Number) step.get(key)).doubleValue())
                        .toArray(),
                1,
                steps.size());
    }

    /** The category of each text by its number; what is none of them has −1, which is one-hot coded as nothing. */
    @SuppressWarnings("unchecked")
    private void writeText(Map<String, Object> column, OnnxValue cells) {
        List<String> known = (List<String>) column.get("categories");
        long other = column.get("folded").equals(true) ? known.size() : -1;
        List<String> keys = new ArrayList<>(known);
        List<Long> values = new ArrayList<>(
                IntStream.range(0, known.size()).mapToObj(i -> (long) i).toList());
        Object fill = column.get("fill");
        if (!known.contains("")) {
            keys.add("");
            values.add(fill == null ? -1 : known.contains(fill) ? (long) known.indexOf(fill) : other);
        }
        OnnxValue category = cells.then(
                "LabelEncoder", Map.of("keys_strings", keys, "values_int64s", values, "default_int64", other));
        if (column.get("kind").equals("ordinal")) {
            OnnxValue number = category.as(ElementType.DOUBLE);
            add(through(number, number.then("IsNaN"), List.of(steps(column))), List.of(column), 0);
            return;
        }
        int width = width(column);
        OnnxValue coded = category.then(
                        "Equal",
                        graph.constant(IntStream.range(0, width).asLongStream().toArray()))
                .as(ElementType.FLOAT);
        parts.add(coded);
        for (int i = 0; i < width; i++) {
            places.add(first(column) + i);
        }
    }

    private void add(OnnxValue part, List<Map<String, Object>> group, int offset) {
        parts.add(part);
        group.forEach(column -> places.add(first(column) + offset));
    }

    private OnnxValue inOrder(OnnxValue together) {
        long[] order = new long[places.size()];
        for (int at = 0; at < order.length; at++) {
            order[places.get(at)] = at;
        }
        long[] asTheyAre = IntStream.range(0, order.length).asLongStream().toArray();
        return Arrays.equals(order, asTheyAre) ? together : together.columns(order);
    }

    private OnnxValue whitened(OnnxValue rows, Map<?, ?> whitening) {
        double[] mean = doubles((List<?>) whitening.get("mean"));
        List<?> components = (List<?>) whitening.get("components");
        int count = components.size();
        double[] turned = new double[mean.length * count];
        for (int i = 0; i < count; i++) {
            double[] component = doubles((List<?>) components.get(i));
            for (int j = 0; j < mean.length; j++) {
                turned[j * count + i] = component[j];
            }
        }
        return rows.as(ElementType.DOUBLE)
                .sub(graph.constant(mean, 1, mean.length))
                .then("MatMul", graph.constant(turned, mean.length, count))
                .then("Clip", graph.constant(new double[] {-LIMIT}), graph.constant(new double[] {LIMIT}))
                .as(ElementType.FLOAT);
    }

    private static double[] doubles(List<?> list) {
        return list.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray();
    }

    /** The place of a column's first number in a prepared row. */
    private int first(Map<String, Object> column) {
        int first = 0;
        for (Map<String, Object> before : columns.subList(0, columns.indexOf(column))) {
            first += width(before);
        }
        return first;
    }

    private static int width(Map<String, Object> column) {
        return switch ((String) column.get("kind")) {
            case "oneHot" ->
                ((List<?>) column.get("categories")).size()
                        + (column.get("folded").equals(true) ? 1 : 0);
            case "ordinal" -> 1;
            default -> column.get("indicator").equals(true) ? 2 : 1;
        };
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> steps(Map<String, Object> column) {
        return (List<Map<String, Object>>) column.get("steps");
    }

    private static List<String> kinds(List<Map<String, Object>> steps) {
        return steps.stream().map(OnnxPreparation::kind).toList();
    }

    private static String kind(Map<String, Object> step) {
        return List.of("fill", "log", "limit").stream()
                .filter(step::containsKey)
                .findFirst()
                .orElse("shift");
    }
}

package dev.oddity.core.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A tensor somewhere in an {@link OnnxGraph}. Each method adds a node and gives what comes out of it; two values of one
 * operation are broadcast against each other, as in NumPy.
 */
public final class OnnxValue {

    private final OnnxGraph graph;
    private final String name;

    OnnxValue(OnnxGraph graph, String name) {
        this.graph = graph;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The graph it is in, for constants beside it. */
    public OnnxGraph graph() {
        return graph;
    }

    /**
     * An operator of ONNX with this value as its first input.
     *
     * @param operator as ONNX names it, such as {@code Relu}
     * @param more its other inputs, in order
     */
    public OnnxValue then(String operator, OnnxValue... more) {
        return then(operator, Map.of(), more);
    }

    /** @param attributes a {@code Long}, {@code Float}, or list of {@code Long}, {@code Float} or {@code String} each */
    public OnnxValue then(String operator, Map<String, Object> attributes, OnnxValue... more) {
        List<OnnxValue> inputs = new ArrayList<>(List.of(this));
        inputs.addAll(List.of(more));
        return graph.node(operator, attributes, inputs);
    }

    public OnnxValue add(OnnxValue other) {
        return then("Add", other);
    }

    public OnnxValue sub(OnnxValue other) {
        return then("Sub", other);
    }

    public OnnxValue mul(OnnxValue other) {
        return then("Mul", other);
    }

    public OnnxValue div(OnnxValue other) {
        return then("Div", other);
    }

    public OnnxValue add(double number) {
        return add(graph.number(number));
    }

    public OnnxValue mul(double number) {
        return mul(graph.number(number));
    }

    public OnnxValue square() {
        return mul(this);
    }

    public OnnxValue sqrt() {
        return then("Sqrt");
    }

    public OnnxValue exp() {
        return then("Exp");
    }

    public OnnxValue neg() {
        return then("Neg");
    }

    /** The sum of each row: rows × columns → rows. */
    public OnnxValue sumOfRow() {
        return then("ReduceSum", Map.of("keepdims", 0L), graph.constant(new long[] {1}));
    }

    /** The Euclidean length of each row: rows × columns → rows. */
    public OnnxValue lengthOfRow() {
        return square().sumOfRow().sqrt();
    }

    /** Held within two numbers. */
    public OnnxValue clip(double least, double most) {
        return then("Clip", graph.number(least), graph.number(most));
    }

    /** The columns from {@code from} (inclusive) to {@code to} (exclusive) of rows × columns. */
    public OnnxValue columns(int from, int to) {
        return then(
                "Slice", graph.constant(new long[] {from}), graph.constant(new long[] {to}), graph.constant(new long[] {
                    1
                }));
    }

    /** These columns of rows × columns, in this order. */
    public OnnxValue columns(long[] places) {
        return then("Gather", Map.of("axis", 1L), graph.constant(places));
    }

    /** The same numbers as other elements. */
    public OnnxValue as(ElementType type) {
        return then("Cast", Map.of("to", (long) type.code()));
    }
}

package dev.oddity.core.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An ONNX graph being built: its inputs, constants and nodes in the order of computation, then its one output. Numbers
 * that repeat are kept once.
 *
 * <pre>{@code
 * OnnxGraph graph = new OnnxGraph("length");
 * OnnxValue rows = graph.input("rows", ElementType.FLOAT, 3);
 * byte[] file = graph.bytes("score", rows.lengthOfRow(), Map.of("what", "the length of each row"));
 * }</pre>
 */
public final class OnnxGraph {

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int ML_OPSET = 2;
    private static final String ML_DOMAIN = "ai.onnx.ml";
    private static final Set<String> ML_OPERATORS = Set.of("LabelEncoder");

    private final Message graph = new Message();
    private final Map<ByteBuffer, OnnxValue> constants = new HashMap<>();
    private int values;

    public OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** What is given in: any number of rows with so many columns. */
    public OnnxValue input(String name, ElementType type, int columns) {
        Message shape =
                new Message().message(1, new Message().text(2, "rows")).message(1, new Message().number(1, columns));
        graph.message(11, info(name, type, shape));
        return new OnnxValue(this, name);
    }

    /** A constant of single precision. */
    public OnnxValue constant(float[] numbers, long... shape) {
        ByteBuffer raw = buffer(numbers.length * Float.BYTES);
        raw.asFloatBuffer().put(numbers);
        return constant(raw.array(), ElementType.FLOAT, shape);
    }

    /** A constant of double precision. */
    public OnnxValue constant(double[] numbers, long... shape) {
        ByteBuffer raw = buffer(numbers.length * Double.BYTES);
        raw.asDoubleBuffer().put(numbers);
        return constant(raw.array(), ElementType.DOUBLE, shape);
    }

    /** A list of whole numbers, such as places or axes. */
    public OnnxValue constant(long[] numbers) {
        ByteBuffer raw = buffer(numbers.length * Long.BYTES);
        raw.asLongBuffer().put(numbers);
        return constant(raw.array(), ElementType.INT64, numbers.length);
    }

    /** One number of single precision, without a dimension. */
    public OnnxValue number(double number) {
        return constant(new float[] {(float) number});
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private OnnxValue constant(byte[] raw, ElementType type, long... shape) {
        Message tensor = new Message();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        tensor.number(2, type.code()).bytes(9, raw);
        return constants.computeIfAbsent(ByteBuffer.wrap(tensor.toBytes()), unseen -> {
            OnnxValue value = fresh();
            graph.message(5, tensor.text(8, value.name()));
            return value;
        });
    }

    private OnnxValue fresh() {
        return new OnnxValue(this, "v" + values++);
    }

    OnnxValue node(String operator, Map<String, Object> attributes, List<OnnxValue> inputs) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input.name()));
        OnnxValue output = fresh();
        node.text(2, output.name()).text(3, operator + " " + output.name()).text(4, operator);
        new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
        if (ML_OPERATORS.contains(operator)) {
            node.text(7, ML_DOMAIN);
        }
        graph.message(1, node);
        return output;
    }

    /** Values side by side: rows × a, rows × b, … → rows × (a + b + …). */
    public OnnxValue concat(List<OnnxValue> parts) {
        return parts.size() == 1 ? parts.get(0) : node("Concat", Map.of("axis", 1L), new ArrayList<>(parts));
    }

    private static Message attribute(String name, Object value) {
        Message attribute = new Message().text(1, name);
        if (value instanceof Long whole) {
            return attribute.number(3, whole).number(20, 2);
        }
        if (value instanceof Float real) {
            return attribute.real(2, real).number(20, 1);
        }
        List<?> list = (List<?>) value;
        list.forEach(item -> {
            if (item instanceof Long whole) {
                attribute.number(8, whole);
            } else if (item instanceof Float real) {
                attribute.real(7, real);
            } else {
                attribute.text(9, (String) item);
            }
        });
        Object kind = list.get(0);
        return attribute.number(20, kind instanceof Long ? 7 : kind instanceof Float ? 6 : 8);
    }

    private static Message info(String name, ElementType type, Message shape) {
        Message tensor = new Message().number(1, type.code()).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /**
     * The file. The graph is ended by it: nothing may be added afterwards.
     *
     * @param output what the outcome is called
     * @param outcome one float for each row
     * @param metadata texts by name
     */
    public byte[] bytes(String output, OnnxValue outcome, Map<String, String> metadata) {
        graph.message(
                1,
                new Message()
                        .text(1, outcome.name())
                        .text(2, output)
                        .text(3, output)
                        .text(4, "Identity"));
        graph.message(12, info(output, ElementType.FLOAT, new Message().message(1, new Message().text(2, "rows"))));
        Message model = new Message()
                .number(1, IR_VERSION)
                .text(2, "oddity")
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPSET))
                .message(8, new Message().text(1, ML_DOMAIN).number(2, ML_OPSET));
        new TreeMap<>(metadata)
                .forEach((key, text) ->
                        model.message(14, new Message().text(1, key).text(2, text)));
        return model.toBytes();
    }
}

package dev.oddity.core.detector;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.oddity.reproducibility.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The <a href="https://huggingface.co/docs/safetensors">safetensors</a> format: an eight-byte little-endian header length,
 * a JSON header with type, shape and byte range of each tensor, then the raw little-endian numbers. It holds numbers
 * only: reading one runs nothing, and every range is checked before it is used: tensors lie end to end, so that what is read
 * is never larger than the file.
 */
public final class Safetensors {

    private static final int LARGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** The file's bytes; tensors are laid out in the order of their names, so equal tensors give equal bytes. */
    public static byte[] write(Map<String, Tensor> tensors) {
        Map<String, Object> header = new TreeMap<>();
        long end = 0;
        for (Map.Entry<String, Tensor> named : new TreeMap<>(tensors).entrySet()) {
            Kind kind = Kind.of(named.getValue());
            long start = end;
            end += (long) kind.bytes * kind.length(named.getValue());
            header.put(
                    named.getKey(),
                    Map.of(
                            "dtype",
                            kind.name(),
                            "shape",
                            named.getValue().shape(),
                            "data_offsets",
                            List.of(start, end)));
        }
        byte[] json = padded(CanonicalJson.of(header));
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(Long.BYTES + json.length + end))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        new TreeMap<>(tensors).values().forEach(tensor -> Kind.of(tensor).put(tensor, file));
        return file.array();
    }

    /**
     * The tensors of a file.
     *
     * @throws IllegalArgumentException if the bytes are not a whole safetensors file
     */
    public static Map<String, Tensor> read(byte[] bytes) {
        try {
            ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long headerLength = file.getLong();
            if (headerLength < 2 || headerLength > Math.min(LARGEST_HEADER, file.remaining())) {
                throw damaged("its header length is " + headerLength);
            }
            byte[] json = new byte[(int) headerLength];
            file.get(json);
            ByteBuffer data = file.slice().order(ByteOrder.LITTLE_ENDIAN);
            JsonObject header = JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            long held = 0;
            for (Map.Entry<String, JsonElement> named : header.entrySet()) {
                if (!named.getKey().equals("__metadata__")) {
                    JsonObject entry = named.getValue().getAsJsonObject();
                    tensors.put(named.getKey(), tensor(named.getKey(), entry, data));
                    held += length(entry);
                    if (held > data.limit()) {
                        throw damaged("its tensors share bytes");
                    }
                }
            }
            if (held != data.limit()) {
                throw damaged("its tensors take " + held + " of its " + data.limit() + " bytes of numbers");
            }
            return tensors;
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NullPointerException
                | StackOverflowError e) {
            throw damaged("its header is not the expected JSON");
        } catch (java.nio.BufferUnderflowException e) {
            throw damaged("it has only " + bytes.length + " bytes");
        }
    }

    private static long length(JsonObject entry) {
        long start = entry.getAsJsonArray("data_offsets").get(0).getAsLong();
        long end = entry.getAsJsonArray("data_offsets").get(1).getAsLong();
        return end - start;
    }

    private static Tensor tensor(String name, JsonObject entry, ByteBuffer data) {
        String type = entry.get("dtype").getAsString();
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(() -> damaged("tensor '" + name + "' has the type " + type));
        int[] shape = entry.getAsJsonArray("shape").asList().stream()
                .mapToInt(dimension -> Math.toIntExact(dimension.getAsLong()))
                .toArray();
        long start = entry.getAsJsonArray("data_offsets").get(0).getAsLong();
        long end = entry.getAsJsonArray("data_offsets").get(1).getAsLong();
        long length = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (Arrays.stream(shape).anyMatch(dimension -> dimension < 0)
                || start < 0
                || end > data.limit()
                || end - start != Math.multiplyExact(length, kind.bytes)) {
            throw damaged("tensor '" + name + "' does not fit its bytes");
        }
        return new Tensor(
                kind.get(data.slice((int) start, (int) (end - start)).order(ByteOrder.LITTLE_ENDIAN), (int) length),
                shape);
    }

    /** The format asks for a header that is a multiple of eight bytes, filled up with spaces. */
    private static byte[] padded(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException("not a whole safetensors file: " + how + "; save the detector again");
    }

    /** The number types in use, named as the format names them. */
    private enum Kind {
        F32(4) {
            @Override
            void put(Tensor tensor, ByteBuffer file) {
                file.asFloatBuffer().put(tensor.floats());
                file.position(file.position() + bytes * tensor.floats().length);
            }

            @Override
            Object get(ByteBuffer data, int length) {
                float[] values = new float[length];
                data.asFloatBuffer().get(values);
                return values;
            }
        },
        F64(8) {
            @Override
            void put(Tensor tensor, ByteBuffer file) {
                file.asDoubleBuffer().put(tensor.doubles());
                file.position(file.position() + bytes * tensor.doubles().length);
            }

            @Override
            Object get(ByteBuffer data, int length) {
                double[] values = new double[length];
                data.asDoubleBuffer().get(values);
                return values;
            }
        },
        U8(1) {
            @Override
            void put(Tensor tensor, ByteBuffer file) {
                file.put(tensor.bytes());
            }

            @Override
            Object get(ByteBuffer data, int length) {
                byte[] values = new byte[length];
                data.get(values);
                return values;
            }
        };

        final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        abstract void put(Tensor tensor, ByteBuffer file);

        abstract Object get(ByteBuffer data, int length);

        int length(Tensor tensor) {
            return java.lang.reflect.Array.getLength(tensor.data());
        }

        static Kind of(Tensor tensor) {
            return tensor.data() instanceof float[] ? F32 : tensor.data() instanceof double[] ? F64 : U8;
        }
    }
}

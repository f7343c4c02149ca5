package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import dev.oddity.core.display.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The elements of an array, block by block. A block is cut out and made contiguous on the array's own device; only that is
 * copied to the host.
 *
 * @param array dense and open
 */
record Elements(NDArray array) implements TensorView.Blocks {

    /** Whether there is a way to Java's numbers from this type. */
    static boolean canBeReadOf(DataType type) {
        return switch (type) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, INT8, UINT8, INT16, INT32, INT64, BOOLEAN, COMPLEX64 -> true;
            default -> false;
        };
    }

    @Override
    public List<?> of(long[] from, long[] to) {
        if (from.length == 0) {
            return read(array);
        }
        NDIndex block = new NDIndex();
        for (int dimension = 0; dimension < from.length; dimension++) {
            block.addSliceDim(from[dimension], to[dimension]);
        }
        try (NDArray cut = array.get(block)) {
            return read(cut);
        }
    }

    private static List<?> read(NDArray block) {
        return switch (block.getDataType()) {
            case FLOAT32 -> floats(block);
            case FLOAT64 -> Arrays.stream(block.toDoubleArray()).boxed().toList();
            case FLOAT16, BFLOAT16 -> {
                try (NDArray wider = block.toType(DataType.FLOAT32, true)) {
                    yield floats(wider);
                }
            }
            case BOOLEAN -> booleans(block);
            case COMPLEX64 -> {
                try (NDArray pairs = block.real()) {
                    yield complex(pairs.toFloatArray());
                }
            }
            default -> {
                try (NDArray wider = block.toType(DataType.INT64, true)) {
                    yield Arrays.stream(wider.toLongArray()).boxed().toList();
                }
            }
        };
    }

    private static List<Float> floats(NDArray block) {
        float[] numbers = block.toFloatArray();
        return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }

    private static List<Boolean> booleans(NDArray block) {
        boolean[] truths = block.toBooleanArray();
        return IntStream.range(0, truths.length).mapToObj(i -> truths[i]).toList();
    }

    private static List<String> complex(float[] pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> String.format(Locale.ROOT, "%.4g%+.4gi", pairs[2 * i], pairs[2 * i + 1]))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

package dev.oddity.core.detector;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * One named block of a model's state: raw numbers and their shape, row-major.
 *
 * @param data a {@code float[]}, {@code double[]} or {@code byte[]}
 * @param shape its dimensions; their product is the array's length
 */
public record Tensor(Object data, int[] shape) {

    public Tensor {
        if (!(data instanceof float[] || data instanceof double[] || data instanceof byte[])) {
            throw new IllegalArgumentException("a tensor holds float[], double[] or byte[], not "
                    + data.getClass().getSimpleName());
        }
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != Array.getLength(data)) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + Array.getLength(data) + " numbers");
        }
    }

    public static Tensor of(float[] values, int... shape) {
        return new Tensor(values, shape.length == 0 ? new int[] {values.length} : shape);
    }

    public static Tensor of(double[] values, int... shape) {
        return new Tensor(values, shape.length == 0 ? new int[] {values.length} : shape);
    }

    public static Tensor of(byte[] values) {
        return new Tensor(values, new int[] {values.length});
    }

    public float[] floats() {
        return (float[]) data;
    }

    public double[] doubles() {
        return (double[]) data;
    }

    public byte[] bytes() {
        return (byte[]) data;
    }
}

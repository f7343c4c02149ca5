package dev.oddity.core.detector;

/**
 * One named block of a model's state: raw numbers and their shape, row-major.
 *
 * @param data a {@code float[]}, {@code double[]}, {@code int[]}, {@code long[]} or {@code byte[]}
 * @param shape its dimensions; their product is the array's length
 */
public record Tensor(Object data, int[] shape) {

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

package dev.oddity.classical;

/**
 * A function that changes at some numbers only, where it may have a value of its own.
 *
 * @param steps where it changes, ascending; at least one
 * @param values below the first step, at it, between it and the second, at that, …, above the last
 */
record StepFunction(float[] steps, double[] values) implements ColumnScore {

    @Override
    public double of(float x) {
        int first = 0;
        for (int left = steps.length; left > 0; ) {
            int half = left >>> 1;
            if (steps[first + half] < x) {
                first += half + 1;
                left -= half + 1;
            } else {
                left = half;
            }
        }
        return values[first < steps.length && steps[first] == x ? 2 * first + 1 : 2 * first];
    }
}

package dev.oddity.datasets;

/** The median without sorting: Hoare's quickselect with the median of three as pivot; linear for what data look like. */
final class Selection {

    private Selection() {}

    /**
     * Of an even number, the mean of the two in the middle.
     *
     * @param values at least one, none NaN; put in another order
     */
    static double median(double[] values) {
        int middle = values.length / 2;
        double upper = select(values, middle);
        if (values.length % 2 == 1) {
            return upper;
        }
        // What is left of the middle is no larger.
        double lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower + 0.5 * (upper - lower);
    }

    private static double select(double[] values, int wanted) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (wanted <= right) {
                to = right;
            } else if (wanted >= left) {
                from = left;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}

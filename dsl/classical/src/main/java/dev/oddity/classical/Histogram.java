package dev.oddity.classical;

/**
 * How many numbers fell into each of some bins of equal width, as {@code numpy.histogram} counts: a bin holds its lower
 * edge, the last one its upper edge too. A range of one number alone is widened by ½ either way.
 */
final class Histogram {

    private final double least;
    private final double largest;
    private final double from;
    private final double to;
    private final double[] counts;
    private final double binsPerUnit;

    /**
     * @param least of the numbers
     * @param largest of the numbers
     * @param counts one per bin
     */
    Histogram(double least, double largest, double[] counts) {
        this.least = least;
        this.largest = largest;
        double pad = least == largest ? Math.max(.5, Math.ulp((float) least)) : 0;
        this.from = least - pad;
        this.to = largest + pad;
        this.counts = counts;
        this.binsPerUnit = counts.length / (to - from);
    }

    void add(double x) {
        counts[bin(x)]++;
    }

    /** The bin a number falls into, −1 below the first and the number of bins above the last. */
    int bin(double x) {
        if (x < from || x > to) {
            return x < from ? -1 : counts.length;
        }
        int bin = Math.min((int) ((x - from) * binsPerUnit), counts.length - 1);
        // The product may have rounded across an edge.
        if (bin > 0 && x < edge(bin)) {
            return bin - 1;
        }
        return bin + 1 < counts.length && x >= edge(bin + 1) ? bin + 1 : bin;
    }

    private double edge(int bin) {
        return from + bin * width();
    }

    double width() {
        return (to - from) / counts.length;
    }

    /** How far outside the bins a number lies, in widths of a bin; 0 within. */
    double beyond(double x) {
        return Math.max(0, Math.max(from - x, x - to)) / width();
    }

    double[] counts() {
        return counts;
    }

    double least() {
        return least;
    }

    double largest() {
        return largest;
    }
}

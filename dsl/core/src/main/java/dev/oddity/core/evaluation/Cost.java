package dev.oddity.core.evaluation;

/**
 * What one run took on the machine it ran on. Never the same twice.
 *
 * @param fitSeconds wall time of fitting
 * @param scoreSeconds wall time of scoring the test examples
 * @param examples scored in that time
 * @param peakHeapBytes most of the Java heap in use between the start of fitting and the end of scoring
 */
public record Cost(double fitSeconds, double scoreSeconds, int examples, long peakHeapBytes) {

    /** Examples scored in a second; of a clock that saw no time pass, as if a nanosecond had. */
    public double throughput() {
        return examples / Math.max(scoreSeconds, 1e-9);
    }
}

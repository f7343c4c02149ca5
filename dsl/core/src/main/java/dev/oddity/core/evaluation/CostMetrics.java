package dev.oddity.core.evaluation;

/**
 * What a model costs, each at least 0: measured around the run, on the machine it ran on, and never the same twice. Stands
 * in the leaderboard and in the record's {@code timing}; stays out of the experiment's identity and of approved figures.
 */
public final class CostMetrics {

    private CostMetrics() {}

    /** Wall time of fitting, in seconds; lower is better. Loading, splitting and preparing are not in it. */
    public static Metric fitSeconds() {
        return new CostMetric(CostMetric.Quantity.FIT_SECONDS);
    }

    /** Wall time of scoring the test examples, in seconds; lower is better. */
    public static Metric scoreSeconds() {
        return new CostMetric(CostMetric.Quantity.SCORE_SECONDS);
    }

    /** Test examples scored in a second: rows, or windows of a series. */
    public static Metric throughput() {
        return new CostMetric(CostMetric.Quantity.THROUGHPUT);
    }

    /**
     * The most of the Java heap in use from the start of fitting to the end of scoring, in megabytes (10⁶ bytes); lower is
     * better. The sum of each heap pool's highest use, so that it is at most too high; the data, which lie there too, and
     * garbage not yet collected are in it. What an engine takes outside the heap, such as PyTorch's tensors, is not.
     */
    public static Metric peakMemory() {
        return new CostMetric(CostMetric.Quantity.PEAK_MEMORY);
    }
}

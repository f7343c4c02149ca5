package dev.oddity.core.evaluation;

import java.util.function.ToDoubleFunction;

/** See {@link CostMetrics}. */
record CostMetric(Quantity quantity) implements Metric {

    enum Quantity {
        FIT_SECONDS("fitSeconds", "Fit (s)", false, Cost::fitSeconds),
        SCORE_SECONDS("scoreSeconds", "Score (s)", false, Cost::scoreSeconds),
        THROUGHPUT("throughput", "Examples/s", true, Cost::throughput),
        PEAK_MEMORY("peakMemory", "Peak heap (MB)", false, cost -> cost.peakHeapBytes() / 1e6);

        private final String noun;
        private final String head;
        private final boolean higherIsBetter;
        private final ToDoubleFunction<Cost> figure;

        Quantity(String noun, String head, boolean higherIsBetter, ToDoubleFunction<Cost> figure) {
            this.noun = noun;
            this.head = head;
            this.higherIsBetter = higherIsBetter;
            this.figure = figure;
        }
    }

    @Override
    public String name() {
        return quantity.noun;
    }

    @Override
    public String label() {
        return quantity.head;
    }

    @Override
    public double of(Predictions predictions) {
        return quantity.figure.applyAsDouble(predictions
                .cost()
                .orElseThrow(
                        () -> new IllegalArgumentException(this + " is measured while an experiment runs, and these"
                                + " predictions were made outside of one; name it in .evaluate(..)")));
    }

    @Override
    public boolean higherIsBetter() {
        return quantity.higherIsBetter;
    }

    @Override
    public boolean reproducible() {
        return false;
    }

    @Override
    public double range() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return quantity.noun + "()";
    }
}

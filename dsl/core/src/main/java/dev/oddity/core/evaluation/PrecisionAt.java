package dev.oddity.core.evaluation;

import java.util.Map;

/** Precision when every row is called an anomaly that scores at least as high as the n-th highest. */
record PrecisionAt(int n) implements Metric {

    PrecisionAt {
        Alerts.requirePositive("precisionAt", n);
    }

    @Override
    public String name() {
        return "precisionAt";
    }

    @Override
    public String label() {
        return "P@" + n;
    }

    @Override
    public double of(Predictions predictions) {
        return Alerts.first(this, n, predictions).precision();
    }

    @Override
    public void check(TestPart test) {
        Alerts.requireEnough(this, n, test.examples());
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("n", n);
    }

    @Override
    public String toString() {
        return "precisionAt(" + n + ")";
    }
}

package dev.oddity.core.evaluation;

import java.util.Map;

/** Recall when every row is called an anomaly that scores at least as high as the n-th highest. */
record RecallAt(int n) implements Metric {

    RecallAt {
        Alerts.requirePositive("recallAt", n);
    }

    @Override
    public String name() {
        return "recallAt";
    }

    @Override
    public String label() {
        return "R@" + n;
    }

    @Override
    public double of(Predictions predictions) {
        return Alerts.first(this, n, predictions).recall();
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
        return "recallAt(" + n + ")";
    }
}

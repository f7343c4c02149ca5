package dev.oddity.core.evaluation;

import java.util.Map;

/** The false-positive rate at the highest cut whose recall reaches {@code tpr}. */
record FprAt(double tpr) implements Metric {

    FprAt {
        if (!(tpr > 0 && tpr <= 1)) {
            throw new IllegalArgumentException(
                    "fprAt(" + tpr + "): the share of anomalies to find must be greater than 0"
                            + " and at most 1, such as fprAt(0.95)");
        }
    }

    @Override
    public String name() {
        return "fprAt";
    }

    @Override
    public String label() {
        return "FPR@" + tpr;
    }

    @Override
    public double of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        int step = 0;
        while ((double) ranking.anomalies()[step] / ranking.anomalyCount() < tpr) {
            step++;
        }
        return (double) ranking.normals()[step] / ranking.normalCount();
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("tpr", tpr);
    }

    @Override
    public String toString() {
        return "fprAt(" + tpr + ")";
    }
}

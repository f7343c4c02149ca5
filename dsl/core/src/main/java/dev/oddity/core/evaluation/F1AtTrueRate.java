package dev.oddity.core.evaluation;

/**
 * F1 when every row is called an anomaly whose score is at least the k-th highest, k being the number of anomalies.
 */
record F1AtTrueRate() implements Metric {

    @Override
    public String name() {
        return "f1AtTrueRate";
    }

    @Override
    public String label() {
        return "F1@rate";
    }

    @Override
    public double of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        int step = 0;
        while (ranking.anomalies()[step] + ranking.normals()[step] < ranking.anomalyCount()) {
            step++;
        }
        return ranking.at(step).f1();
    }

    @Override
    public String toString() {
        return "f1AtTrueRate()";
    }
}

package dev.oddity.core.evaluation;

/**
 * Area under the ROC curve by trapezoids: P(score of an anomaly &gt; score of a normal row) + ½ P(equal), the Mann-Whitney
 * U divided by the number of pairs. Summed in whole numbers, so exact up to one division.
 */
record RocAuc() implements Metric {

    @Override
    public String name() {
        return "rocAuc";
    }

    @Override
    public String label() {
        return "ROC-AUC";
    }

    @Override
    public double of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        long twice = 0;
        for (int step = 0; step < ranking.steps(); step++) {
            int anomaliesAbove = step == 0 ? 0 : ranking.anomalies()[step - 1];
            int normalsAbove = step == 0 ? 0 : ranking.normals()[step - 1];
            twice += (long) (ranking.normals()[step] - normalsAbove) * (ranking.anomalies()[step] + anomaliesAbove);
        }
        return twice / (2.0 * ranking.anomalyCount() * ranking.normalCount());
    }

    @Override
    public String toString() {
        return "rocAuc()";
    }
}

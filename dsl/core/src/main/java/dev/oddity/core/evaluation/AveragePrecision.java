package dev.oddity.core.evaluation;

/**
 * Σₖ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores in descending order, without interpolation.
 */
record AveragePrecision() implements Metric {

    @Override
    public String name() {
        return "averagePrecision";
    }

    @Override
    public String label() {
        return "AP";
    }

    @Override
    public double of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        double sum = 0;
        for (int step = 0; step < ranking.steps(); step++) {
            int found = ranking.anomalies()[step] - (step == 0 ? 0 : ranking.anomalies()[step - 1]);
            sum += found * ranking.at(step).precision();
        }
        return sum / ranking.anomalyCount();
    }

    @Override
    public String toString() {
        return "averagePrecision()";
    }
}

package dev.oddity.core.evaluation;

import java.util.Map;

/**
 * Area A under the ROC curve from 0 to m = {@code maxFpr}, standardised: ½ (1 + (A − ½m²) / (m − ½m²)). Where m lies between
 * two points the curve is straight.
 */
record PartialAuc(double maxFpr) implements Metric {

    PartialAuc {
        if (!(maxFpr > 0 && maxFpr <= 1)) {
            throw new IllegalArgumentException("partialAuc(" + maxFpr + "): the highest false-positive rate must be"
                    + " greater than 0 and at most 1, such as partialAuc(0.1)");
        }
    }

    @Override
    public String name() {
        return "partialAuc";
    }

    @Override
    public String label() {
        return "pAUC@" + maxFpr;
    }

    @Override
    public double of(Predictions predictions) {
        double chance = maxFpr * maxFpr / 2;
        return (1 + (area(predictions.ranking()) - chance) / (maxFpr - chance)) / 2;
    }

    private double area(Ranking ranking) {
        double area = 0;
        double x = 0;
        double y = 0;
        for (int step = 0; step < ranking.steps() && x < maxFpr; step++) {
            double nextX = (double) ranking.normals()[step] / ranking.normalCount();
            double nextY = (double) ranking.anomalies()[step] / ranking.anomalyCount();
            if (nextX > maxFpr) {
                nextY = y + (nextY - y) * (maxFpr - x) / (nextX - x);
                nextX = maxFpr;
            }
            area += (nextX - x) * (y + nextY) / 2;
            x = nextX;
            y = nextY;
        }
        return area;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("maxFpr", maxFpr);
    }

    @Override
    public String toString() {
        return "partialAuc(" + maxFpr + ")";
    }
}

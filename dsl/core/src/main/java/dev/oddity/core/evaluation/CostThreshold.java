package dev.oddity.core.evaluation;

import java.util.Map;

/** See {@link Thresholds#cost(double, double)}. */
record CostThreshold(double falseAlarm, double miss) implements Threshold {

    CostThreshold {
        if (!positive(falseAlarm) || !positive(miss)) {
            throw new IllegalArgumentException("cost(" + falseAlarm + ", " + miss
                    + "): both must be greater than 0 and finite, in one unit; where looking into an alarm costs 5 and a"
                    + " missed anomaly 200 write cost(5, 200)");
        }
    }

    private static boolean positive(double cost) {
        return cost > 0 && cost < Double.POSITIVE_INFINITY;
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        ValidationLabels.requireBothKinds(this, scores.validationLabels());
        return new Cut(
                BestCut.of(
                        scores.validation(),
                        scores.validationLabels(),
                        decisions -> -falseAlarm * decisions.falsePositives() - miss * decisions.falseNegatives()),
                Cut.VALIDATION);
    }

    @Override
    public void check(int trainingRows, boolean[] labels) {
        ValidationLabels.requireBothKinds(this, labels);
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("falseAlarm", falseAlarm, "miss", miss);
    }

    @Override
    public String toString() {
        return "cost(" + falseAlarm + ", " + miss + ")";
    }
}

package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Map;

/** See {@link Thresholds#alertBudget(int, int)}. */
record AlertBudget(int alerts, int perRows) implements Threshold {

    AlertBudget {
        if (alerts < 1 || alerts >= perRows) {
            throw new IllegalArgumentException("alertBudget(" + alerts + ", " + perRows
                    + "): alerts must be at least 1 and below the rows they are counted in; for 20 alerts a day where a"
                    + " day has 5,000 rows write alertBudget(20, 5_000)");
        }
    }

    @Override
    public String name() {
        return "alertBudget";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        return scores.hasValidation()
                ? new Cut(cut(scores.validation()), Cut.VALIDATION)
                : new Cut(cut(scores.train()), Cut.TRAINING);
    }

    /** The highest score that the budget has no room for: at most so many are greater. */
    private double cut(double[] scores) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        int affordable = (int) ((long) alerts * scores.length / perRows);
        return ascending[ascending.length - 1 - affordable];
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("alerts", alerts, "perRows", perRows);
    }

    @Override
    public String toString() {
        return "alertBudget(" + alerts + ", " + perRows + ")";
    }
}

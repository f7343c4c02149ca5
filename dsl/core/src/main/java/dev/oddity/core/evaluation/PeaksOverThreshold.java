package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** See {@link Thresholds#peaksOverThreshold(double, double)}. */
record PeaksOverThreshold(double q, double level) implements Threshold {

    static final double Q = 1e-4;
    static final double LEVEL = .98;

    /** Fewer say next to nothing of a shape. */
    private static final int FEWEST = 10;

    PeaksOverThreshold {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(named(q, level) + ": level must be greater than 0 and below 1; for the"
                    + " highest 2 % of the scores leave it out");
        }
        if (!(q > 0 && q < 1 - level)) {
            throw new IllegalArgumentException(named(q, level) + ": q must be greater than 0 and below 1 - level, "
                    + (float) (1 - level) + ", the share of scores that the tail is fitted to; for one false alarm in"
                    + " 10,000 rows write peaksOverThreshold(1e-4)");
        }
    }

    @Override
    public String name() {
        return "peaksOverThreshold";
    }

    @Override
    public Cut fit(CalibrationScores scores) {
        double[] train = scores.train();
        double initial = Quantile.of(train, level);
        double[] excesses = Arrays.stream(train)
                .filter(score -> score > initial)
                .map(score -> score - initial)
                .toArray();
        if (excesses.length < FEWEST) {
            throw tooFew(excesses.length, train.length);
        }
        double upper = GeneralizedPareto.fit(excesses).exceededBy(q * train.length / excesses.length);
        return new Cut(Math.min(initial + upper, Double.MAX_VALUE), Cut.TRAINING);
    }

    @Override
    public void check(int trainingRows, boolean[] validationLabels) {
        int above = trainingRows - 1 - (int) (level * (trainingRows - 1));
        if (above < FEWEST) {
            throw tooFew(above, trainingRows);
        }
    }

    private IllegalArgumentException tooFew(int above, int rows) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s: %,d of %,d training scores lie above their %s quantile; it needs at least %d to fit a tail to:"
                        + " lower the level, as in peaksOverThreshold(%s, 0.9), or use .threshold(quantile(0.99))",
                this,
                above,
                rows,
                level,
                FEWEST,
                q));
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("q", q, "level", level);
    }

    @Override
    public String toString() {
        return named(q, level);
    }

    private static String named(double q, double level) {
        return "peaksOverThreshold(" + q + (level == LEVEL ? "" : ", " + level) + ")";
    }
}

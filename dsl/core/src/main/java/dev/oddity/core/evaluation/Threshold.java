package dev.oddity.core.evaluation;

import java.util.Map;

/** A rule that turns scores into decisions. Fitted on training or validation scores, never on test. A value. */
public interface Threshold {

    /** The noun, such as {@code contamination}. */
    String name();

    /**
     * @throws IllegalArgumentException if it needs what the split does not give, saying how to get it
     */
    Cut fit(CalibrationScores scores);

    /** Its parameters by name, as a JSON tree; empty if it has none. */
    default Map<String, Object> describe() {
        return Map.of();
    }

    /**
     * Whether the split gives what {@link #fit} will need: asked before anything trains.
     *
     * @param trainingRows how many there are, or windows where examples are windows
     * @param validationLabels of the validation rows, empty where the split has none
     * @throws IllegalArgumentException if it does not, saying how to get it
     */
    default void check(int trainingRows, boolean[] validationLabels) {}

    /**
     * A fitted threshold.
     *
     * @param value a row is called an anomaly when its score is greater
     * @param basis the scores it was fitted on: {@code "training scores"} or {@code "validation scores"}
     */
    record Cut(double value, String basis) {

        /** Whether an example of this score is called an anomaly. */
        public boolean calls(double score) {
            return score > value;
        }

        /** Whether each is called an anomaly. */
        public boolean[] calls(double[] scores) {
            boolean[] anomalies = new boolean[scores.length];
            for (int example = 0; example < scores.length; example++) {
                anomalies[example] = calls(scores[example]);
            }
            return anomalies;
        }

        public static final String TRAINING = "training scores";
        public static final String VALIDATION = "validation scores";
    }
}

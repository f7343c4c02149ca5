package dev.oddity.core.evaluation;

import java.util.Map;

/** One figure that says how well scores or decisions fit the truth. A value. */
public interface Metric {

    /** The noun, such as {@code rocAuc}. */
    String name();

    /** As a column head, such as {@code ROC-AUC}. */
    String label();

    double of(Predictions predictions);

    default boolean higherIsBetter() {
        return true;
    }

    /** Its parameters by name, as a JSON tree; empty if it has none. */
    default Map<String, Object> describe() {
        return Map.of();
    }
}

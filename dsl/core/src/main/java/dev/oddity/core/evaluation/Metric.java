package dev.oddity.core.evaluation;

import java.util.Map;

/** One figure that says how well scores or decisions fit the truth, or what they cost. A value. */
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

    /** Names its figure among others: the noun, with its parameters where it has some, such as {@code precisionAt(100)}. */
    default String key() {
        return describe().isEmpty() ? name() : toString();
    }

    /**
     * Whether it can judge these test examples: asked before anything trains.
     *
     * @throws IllegalArgumentException if it cannot, saying what would help
     */
    default void check(TestPart test) {}

    /** Whether the same experiment gives the same figure again. Times and memory do not, and so are never approved. */
    default boolean reproducible() {
        return true;
    }

    /** Whether it judges probabilities, for which scores are calibrated first. */
    default boolean needsProbabilities() {
        return false;
    }

    /** Highest minus lowest value; infinite for one without bounds. */
    default double range() {
        return 1;
    }

    /**
     * Whether resampled rows have this figure too, so that an interval may be had from one run: not if it depends on the
     * rows' order, on probabilities calibrated elsewhere, or on a clock.
     */
    default boolean resamplable() {
        return reproducible() && !needsProbabilities();
    }

    /** What a reader must know before believing it, in a sentence; empty if nothing. */
    default String caveat() {
        return "";
    }
}

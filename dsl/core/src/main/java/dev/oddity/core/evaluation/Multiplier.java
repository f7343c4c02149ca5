package dev.oddity.core.evaluation;

/** The k of a threshold that lies k times a measure of spread above the bulk of the scores. */
final class Multiplier {

    private Multiplier() {}

    static void check(String threshold, double k, String example) {
        if (!(k >= 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    threshold + "(" + k + "): k must be at least 0 and finite, such as " + example);
        }
    }
}

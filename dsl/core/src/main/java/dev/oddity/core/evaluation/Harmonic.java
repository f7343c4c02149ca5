package dev.oddity.core.evaluation;

/** The harmonic mean of a precision and a recall. */
final class Harmonic {

    private Harmonic() {}

    /** 0 if both are. */
    static double mean(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}

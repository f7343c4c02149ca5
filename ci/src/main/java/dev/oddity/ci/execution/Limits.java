package dev.oddity.ci.execution;

import java.time.Duration;

/**
 * What a run may take.
 *
 * @param startup until the kernel answers
 * @param cell one cell that has no limit of its own
 * @param total all cells of a notebook together
 * @param outputCharacters what one cell may show, counted as in the notebook file
 */
public record Limits(Duration startup, Limit cell, Limit total, int outputCharacters) {

    private static final int TEN_MILLION = 10_000_000;

    /** What a kernel may take to start where nothing else is said. */
    public static final Duration USUAL_STARTUP = Duration.ofSeconds(60);

    public static Limits of(Limit cell, Limit total) {
        return new Limits(USUAL_STARTUP, cell, total, TEN_MILLION);
    }

    public Limits withStartup(Duration other) {
        return new Limits(other, cell, total, outputCharacters);
    }
}

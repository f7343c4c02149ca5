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

    public static Limits of(Limit cell, Limit total) {
        return new Limits(Duration.ofSeconds(60), cell, total, TEN_MILLION);
    }
}

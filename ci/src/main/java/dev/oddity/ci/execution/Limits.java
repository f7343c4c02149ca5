package dev.oddity.ci.execution;

import java.time.Duration;

/**
 * What a run may take.
 *
 * @param startup until the kernel answers
 * @param cell one cell
 * @param total all cells of a notebook together
 * @param outputCharacters what one cell may show, counted as in the notebook file
 */
public record Limits(Duration startup, Duration cell, Duration total, int outputCharacters) {

    private static final int TEN_MILLION = 10_000_000;

    public static Limits of(Duration cell, Duration total) {
        return new Limits(Duration.ofSeconds(60), cell, total, TEN_MILLION);
    }
}

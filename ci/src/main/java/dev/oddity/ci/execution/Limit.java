package dev.oddity.ci.execution;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param what it is and where more can be given, for whoever runs into it: {@code the limit of a cell; give more with --timeout}
 */
public record Limit(Duration time, String what) {}

package dev.oddity.reproducibility;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * The name of a run: the time it began in UTC, so that names sort by time, and four random bytes, so that runs of several
 * processes never share one. No figure depends on it.
 */
public final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    /** Such as {@code 20261122-081003-123-9f2c41d7}. */
    public static String at(Instant started) {
        return TIME.format(started) + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

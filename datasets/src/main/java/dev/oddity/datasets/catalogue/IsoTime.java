package dev.oddity.datasets.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates ({@code 2026-11-22}) and timestamps ({@code 2026-11-22T10:15}, with seconds, parts of them, a blank in place of the T,
 * {@code Z} or an offset) as ISO 8601 has them. Without an offset a timestamp is taken as UTC.
 */
final class IsoTime {

    private static final int DATE_LENGTH = 10;
    private static final double MILLIS = 1000;

    private IsoTime() {}

    /** Whether it begins as a date does; a quick look that keeps other cells from being parsed. */
    private static boolean beginsAsDate(CsvCells cells) {
        int from = cells.from();
        if (cells.to() - from < DATE_LENGTH) {
            return false;
        }
        for (int i = 0; i < DATE_LENGTH; i++) {
            byte letter = cells.bytes()[from + i];
            boolean dash = i == 4 || i == 7;
            if (dash ? letter != '-' : letter < '0' || letter > '9') {
                return false;
            }
        }
        return true;
    }

    /** Days since 1970 began; NaN if it is no date. */
    static double days(CsvCells cells) {
        if (cells.to() - cells.from() != DATE_LENGTH || !beginsAsDate(cells)) {
            return Double.NaN;
        }
        try {
            return LocalDate.parse(cells.text("")).toEpochDay();
        } catch (DateTimeException text) {
            return Double.NaN;
        }
    }

    /** Milliseconds since 1970 began, UTC, whole; NaN if it is no timestamp. */
    static double millis(CsvCells cells) {
        if (cells.to() - cells.from() <= DATE_LENGTH || !beginsAsDate(cells)) {
            return Double.NaN;
        }
        String text = cells.text("").replace(' ', 'T');
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > DATE_LENGTH;
            Instant instant = zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return instant.toEpochMilli();
        } catch (DateTimeException other) {
            return Double.NaN;
        }
    }

    static LocalDate date(double days) {
        return LocalDate.ofEpochDay((long) days);
    }

    static LocalDateTime time(double millis) {
        return LocalDateTime.ofEpochSecond(
                (long) Math.floor(millis / MILLIS),
                (int) Math.floorMod((long) millis, (long) MILLIS) * 1_000_000,
                ZoneOffset.UTC);
    }
}

package dev.oddity.datasets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * What the cells of a column were in training. Later cells are read as the same, however their column is typed then: one odd
 * cell makes a whole file's column one of text.
 */
enum CellKind {
    NUMBER("a finite float32 number") {
        @Override
        double parsed(String text) {
            char last = text.charAt(text.length() - 1);
            // Java reads 1d and 2f as numbers; data do not mean them so.
            return Character.isLetter(last) ? UNREADABLE : Double.parseDouble(text);
        }
    },
    TRUTH("true or false, or a number") {
        @Override
        double parsed(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> 1;
                case "false" -> 0;
                default -> NUMBER.parsed(text);
            };
        }
    },
    /** Days since 1970 began. */
    DATE("a date such as 2026-11-22") {
        @Override
        double parsed(String text) {
            return ofDay(Math.floorDiv(instant(text).getEpochSecond(), SECONDS_OF_DAY));
        }

        @Override
        double ofInstant(Instant instant) {
            return Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY);
        }

        @Override
        double ofDay(long day) {
            return day;
        }

        @Override
        String written(double number) {
            return LocalDate.ofEpochDay(Math.round(number)).toString();
        }
    },
    /** Seconds since 1970 began, UTC. */
    TIME("a timestamp such as 2026-11-22T10:15:30Z") {
        @Override
        double parsed(String text) {
            return ofInstant(instant(text));
        }

        @Override
        double ofInstant(Instant instant) {
            return instant.getEpochSecond() + 1e-9 * instant.getNano();
        }

        @Override
        double ofDay(long day) {
            return (double) day * SECONDS_OF_DAY;
        }

        @Override
        String written(double number) {
            return Instant.ofEpochSecond(Math.round(number)).toString();
        }
    };

    /** A cell that is there and is not of this kind; none has this number, as an infinite one is of no use either. */
    static final double UNREADABLE = Double.POSITIVE_INFINITY;

    private static final long SECONDS_OF_DAY = 86_400;
    private static final int DATE_LENGTH = 10;

    private final String wanted;

    CellKind(String wanted) {
        this.wanted = wanted;
    }

    /** The kind of a column in training. */
    static CellKind of(Column<?> column) {
        if (column instanceof NumericColumn<?>) {
            return NUMBER;
        }
        if (column instanceof BooleanColumn) {
            return TRUTH;
        }
        if (column instanceof DateColumn) {
            return DATE;
        }
        if (column instanceof DateTimeColumn || column instanceof InstantColumn) {
            return TIME;
        }
        throw new DataException("column '" + column.name() + "' holds values of type "
                + column.type().name()
                + ", which are neither numbers, text nor dates; leave it out, or turn it into numbers first");
    }

    static CellKind restore(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException("the kept preparation is damaged: 'cells' is " + name
                        + ", not one of " + Arrays.toString(values()) + "; save the fitted detector again"));
    }

    /** What a cell has to be, for a message. */
    String wanted() {
        return wanted;
    }

    /** The number that a text stands for, or {@link #UNREADABLE}. */
    final double ofText(String text) {
        try {
            return parsed(text.strip());
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException other) {
            return UNREADABLE;
        }
    }

    abstract double parsed(String text);

    /** The number that a value of Java's stands for, or {@link #UNREADABLE}. */
    final double ofValue(@Nullable Object value) {
        if (value instanceof Number number) {
            return ofNumber(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return ofNumber(truth ? 1 : 0);
        }
        if (value instanceof CharSequence text) {
            return ofText(text.toString());
        }
        if (value instanceof LocalDate day) {
            return ofDay(day.toEpochDay());
        }
        if (value instanceof LocalDateTime time) {
            return ofInstant(time.toInstant(ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime time) {
            return ofInstant(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return ofInstant(time.toInstant());
        }
        return value instanceof Instant instant ? ofInstant(instant) : UNREADABLE;
    }

    /** The number of a cell that is a number or a truth value. */
    double ofNumber(double number) {
        return this == NUMBER || this == TRUTH ? number : UNREADABLE;
    }

    double ofInstant(Instant instant) {
        return UNREADABLE;
    }

    double ofDay(long day) {
        return UNREADABLE;
    }

    /** A number as a cell of this kind. */
    String written(double number) {
        return String.valueOf(number);
    }

    /** ISO 8601, perhaps with a blank for the T; a date is its beginning, and without an offset a timestamp is UTC. */
    private static Instant instant(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}

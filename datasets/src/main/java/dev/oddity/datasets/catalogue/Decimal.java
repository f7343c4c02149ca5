package dev.oddity.datasets.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads decimal numbers from ASCII bytes, to the same double as {@link Double#parseDouble}. */
final class Decimal {

    private static final double[] POWERS = powers();

    private static final Pattern INFINITY = Pattern.compile("[-+]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    /** Up to here every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private Decimal() {}

    /**
     * A quotient of two doubles is rounded once. With digits that form a whole number below 2^53 and at most 22 decimal
     * places both are exact, and so the quotient is the number nearest to the decimal; all else goes the long way.
     */
    static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        int places = 0;
        boolean point = false;
        boolean any = false;
        boolean plain = at < to;
        for (; at < to && plain; at++) {
            byte letter = bytes[at];
            if (letter >= '0' && letter <= '9' && digits < EXACT / 10 - 1) {
                digits = 10 * digits + (letter - '0');
                places += point ? 1 : 0;
                any = true;
            } else if (letter == '.' && !point) {
                point = true;
            } else {
                plain = false;
            }
        }
        if (!plain || !any || places >= POWERS.length) {
            return slowly(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        double value = digits / POWERS[places];
        return negative ? -value : value;
    }

    /** As {@link #parse}, but NaN for what is no number; each plain number is walked over once. */
    static double tryParse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        int point = -1;
        int begin = at;
        for (; at < to && digits < EXACT / 10 - 1; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int places = point < 0 ? 0 : at - point - 1;
        boolean any = at - begin > (point < 0 ? 0 : 1);
        if (at == to && any && places < POWERS.length) {
            double value = places == 0 ? digits : digits / POWERS[places];
            return negative ? -value : value;
        }
        return isNumber(bytes, from, to) ? parse(bytes, from, to) : Double.NaN;
    }

    private static double slowly(String text) {
        if (INFINITY.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }

    /** Whether the bytes are a decimal number; {@code inf} and {@code infinity} are, letters as in {@code 1d} are not. */
    static boolean isNumber(byte[] bytes, int from, int to) {
        byte last = bytes[to - 1];
        byte first = bytes[from];
        if (isDigit(last) || last == '.') {
            boolean plain = isDigit(first) || first == '-' || first == '+' || first == '.';
            return plain && parses(bytes, from, to);
        }
        // Most texts are done with here: the pattern is dear, and infinity ends in one of two letters.
        return (last == 'f' || last == 'F' || last == 'y' || last == 'Y')
                && INFINITY.matcher(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                        .matches();
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean parses(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > '9' && bytes[i] != 'e' && bytes[i] != 'E') {
                return false;
            }
        }
        try {
            parse(bytes, from, to);
            return true;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private static double[] powers() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }
}

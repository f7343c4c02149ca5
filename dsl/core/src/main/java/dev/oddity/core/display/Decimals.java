package dev.oddity.core.display;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the numbers of one column are written: their decimal points below each other, and none off by more than one part in a
 * thousand.
 *
 * <p>Decimals are as many as the largest leaves room for among seven digits, at most four, up to six where a small number
 * needs them, and no more than any of them needs. Where a small number needs more than there is room for, each number has
 * decimals of its own, and spaces behind it keep the points in line. A number too small for six decimals, and a column of
 * very large or very small ones, is written with an exponent.
 *
 * @param places decimals; −1 for an exponent
 * @param widest decimals of the number that has most, if each has its own; −1 if all have {@code places}
 */
record Decimals(int places, int widest) {

    private static final int DIGITS = 7;
    private static final int MOST = 4;

    /** For the sake of a small number. */
    private static final int MOST_AT_NEED = 6;

    private static final double TOLERANCE = 1e-3;

    static Decimals of(double... numbers) {
        double largest = Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (largest >= 1e12 || (largest > 0 && largest < 1e-3)) {
            return new Decimals(-1, -1);
        }
        int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
        int usual = Math.max(0, Math.min(MOST, DIGITS - whole));
        int needed = Arrays.stream(numbers)
                .filter(number -> Double.isFinite(number) && isPlain(number))
                .mapToInt(Decimals::need)
                .max()
                .orElse(0);
        if (needed > usual && whole + needed > DIGITS) {
            return new Decimals(usual, needed);
        }
        int places = Math.max(usual, needed);
        while (places > 0 && allEndInZero(numbers, places)) {
            places--;
        }
        return new Decimals(places, -1);
    }

    String write(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
        }
        if (number != 0 && (places < 0 || !isPlain(number))) {
            return String.format(Locale.ROOT, "%.3e", number);
        }
        if (widest < 0) {
            return fixed(number, Math.max(0, places));
        }
        int own = Math.max(places, need(number));
        while (own > 0 && fixed(number, own).endsWith("0")) {
            own--;
        }
        // Whoever has no decimals has no point either.
        return fixed(number, own) + " ".repeat(own == 0 ? widest + 1 : widest - own);
    }

    /** Whether the number can do without an exponent. */
    private static boolean isPlain(double number) {
        return isNear(number, MOST_AT_NEED);
    }

    /** The fewest decimals that tell the number. */
    private static int need(double number) {
        int places = 0;
        while (places < MOST_AT_NEED && !isNear(number, places)) {
            places++;
        }
        return places;
    }

    private static boolean isNear(double number, int places) {
        return Math.abs(Double.parseDouble(fixed(number, places)) - number) <= TOLERANCE * Math.abs(number);
    }

    private static boolean allEndInZero(double[] numbers, int places) {
        return Arrays.stream(numbers)
                .filter(number -> Double.isFinite(number) && isPlain(number))
                .mapToObj(number -> fixed(number, places))
                .allMatch(text -> text.endsWith("0"));
    }

    private static String fixed(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number + 0.0);
    }
}

package dev.oddity.core.display;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the numbers of one column are written, so that their decimal points stand below each other: as many decimals as the
 * largest leaves room for among seven digits, at most four, and no more than any of them needs. Columns of very large or
 * very small numbers, and single ones too small for that, are written with an exponent.
 *
 * @param places decimals; −1 for an exponent
 */
record Decimals(int places) {

    private static final int DIGITS = 7;
    private static final int MOST = 4;

    static Decimals of(double... numbers) {
        double largest = Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (largest >= 1e12 || (largest > 0 && largest < 1e-3)) {
            return new Decimals(-1);
        }
        int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
        int places = Math.max(0, Math.min(MOST, DIGITS - whole));
        while (places > 0 && allEndInZero(numbers, places)) {
            places--;
        }
        return new Decimals(places);
    }

    String write(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
        }
        boolean vanishes = number != 0 && Math.abs(number) < 0.5 * Math.pow(10, -Math.max(0, places));
        if (number != 0 && (places < 0 || vanishes)) {
            return String.format(Locale.ROOT, "%.3e", number);
        }
        return String.format(Locale.ROOT, "%." + Math.max(0, places) + "f", number + 0.0);
    }

    private static boolean allEndInZero(double[] numbers, int places) {
        return Arrays.stream(numbers)
                .filter(Double::isFinite)
                .mapToObj(number -> String.format(Locale.ROOT, "%." + places + "f", number))
                .allMatch(text -> text.endsWith("0"));
    }
}

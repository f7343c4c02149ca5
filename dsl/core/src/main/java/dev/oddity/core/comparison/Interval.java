package dev.oddity.core.comparison;

import java.util.Locale;

/**
 * A 95 % bootstrap interval.
 *
 * @param low its lower end
 * @param high its upper end
 * @param basis what was resampled, such as {@code 10,000 resamples of 5 seeds}
 */
public record Interval(double low, double high, String basis) {

    /** Whether the number lies in it, its ends included. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** {@code [0.9412, 0.9573]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.4f, %.4f]", low, high);
    }
}

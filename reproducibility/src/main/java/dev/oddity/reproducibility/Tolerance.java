package dev.oddity.reproducibility;

import java.math.BigDecimal;

/**
 * How far a number may move before it counts as another number.
 *
 * <p>Numbers are taken as they are written: their shortest decimal form. So .96 and .98 are exactly .02 apart, although
 * their binary difference is a little more.
 *
 * @param absolute largest allowed distance, in the unit of the number; zero asks for the same number
 * @param relative largest allowed distance as a share of the approved number's size; zero when only {@code absolute}
 *     counts. The wider of the two holds
 */
public record Tolerance(double absolute, double relative) {

    /** The same number, bit for bit, but for the sign of zero. */
    public static final Tolerance EXACT = new Tolerance(0, 0);

    /** @throws IllegalArgumentException if a bound is negative or not finite */
    public Tolerance {
        require("absolute", absolute);
        require("relative", relative);
    }

    public static Tolerance absolute(double distance) {
        return new Tolerance(distance, 0);
    }

    /**
     * The distance allowed around this approved number, exactly: no share is rounded to the next {@code double}, which may be
     * a little less than the share as people reckon it.
     */
    public BigDecimal around(double approved) {
        BigDecimal distance = BigDecimal.valueOf(absolute);
        return Double.isFinite(approved)
                ? distance.max(BigDecimal.valueOf(relative)
                        .multiply(BigDecimal.valueOf(approved).abs()))
                : distance;
    }

    /** Whether {@code received} may stand for {@code approved}. NaN and the infinities stand for themselves alone. */
    public boolean allows(double approved, double received) {
        if (!Double.isFinite(approved) || !Double.isFinite(received)) {
            return Double.compare(approved, received) == 0;
        }
        BigDecimal distance = BigDecimal.valueOf(approved)
                .subtract(BigDecimal.valueOf(received))
                .abs();
        return distance.compareTo(around(approved)) <= 0;
    }

    private static void require(String name, double bound) {
        if (!(bound >= 0) || Double.isInfinite(bound)) {
            throw new IllegalArgumentException(
                    "%s tolerance is %s; it must be a finite number, zero or more".formatted(name, bound));
        }
    }
}

package dev.oddity.datasets;

/** The anomalies to inject by name, for {@code .inject(point(0.01))}. */
public final class Injections {

    static final int STRETCH = 50;

    private Injections() {}

    /**
     * Values that occur nowhere else: 4 to 6 standard deviations from the mean.
     *
     * @param share of the points, in (0, 1)
     */
    public static Injection point(double share) {
        return new PointInjection(share);
    }

    /**
     * Values that are ordinary in the series but not where they stand.
     *
     * @param share of the points, in (0, 1)
     */
    public static Injection contextual(double share) {
        return new ContextualInjection(share);
    }

    /**
     * Stretches of 50 points that stand still: ordinary values each, but not together.
     *
     * @param share of the points, in (0, 1)
     */
    public static CollectiveInjection collective(double share) {
        return new CollectiveInjection(share, STRETCH);
    }
}

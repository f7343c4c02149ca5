package dev.oddity.datasets;

/** The splits by name. Each gives a value whose modifiers return a new one. */
public final class Splits {

    private Splits() {}

    /**
     * A random share of all rows trains, the rest tests: training data are contaminated as the data are.
     *
     * @param trainShare share of all rows, in (0, 1)
     */
    public static Holdout holdout(double trainShare) {
        return new Holdout(trainShare, false, 0);
    }

    /**
     * A random share of the normal rows trains; the other normal rows and all anomalies test.
     *
     * @param trainShareOfNormals share of the normal rows, in (0, 1)
     */
    public static NormalOnly normalOnly(double trainShareOfNormals) {
        return new NormalOnly(trainShareOfNormals, 0, 0);
    }
}

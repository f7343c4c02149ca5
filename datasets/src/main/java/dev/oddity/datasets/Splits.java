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

    /**
     * This share of the normal rows and of the anomalies trains, the rest tests: both sides have the mixture of the data.
     *
     * @param trainShare in (0, 1)
     */
    public static Stratified stratified(double trainShare) {
        return new Stratified(trainShare);
    }

    /**
     * Stratified k-fold: one fold tests, the others train. Each repetition of an experiment takes the next fold, so that {@code
     * .seeds(5)} walks the folds of {@code kFold(5)}.
     *
     * @param folds at least 2
     */
    public static KFold kFold(int folds) {
        return new KFold(folds, 1, null);
    }

    /**
     * The earlier rows train, the later ones test, in the order of the data or {@link Temporal#by} a column.
     *
     * @param trainShare share of all rows, in (0, 1)
     */
    public static Temporal temporal(double trainShare) {
        return new Temporal(trainShare, null, 0);
    }

    /** The parts that a set of the catalogue was published in, such as NSL-KDD, ECG5000 or MNIST: the first trains. */
    public static PublishedParts official() {
        return PublishedParts.AS_PUBLISHED;
    }

    /** Every row trains, none tests: for {@code fit()}, also of unlabelled data. */
    public static TrainOnAll trainOnAll() {
        return new TrainOnAll();
    }

    /**
     * The division a data set was published with: the first rows train, the others test.
     *
     * @param trainRows at least 1
     */
    public static Official official(int trainRows) {
        return new Official(trainRows);
    }
}

package dev.oddity.datasets;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Divides rows into training, validation and test. A value: the same data and random stream give the same parts.
 *
 * <p>The modifiers here fit every split and are applied in the order written: {@code holdout(0.8).noise(0.1).normalOnly()}
 * flips labels first and then trains on what is told to be normal. {@link #validation} alone has a place of its own: its
 * rows are set aside before training rows are changed, wherever it is written.
 */
public interface Split {

    Partition of(Dataset dataset, Random random);

    /** Its name and parameters, as a tree of maps, lists, strings, numbers and booleans. */
    Map<String, Object> describe();

    /**
     * The split for one of several repetitions of an experiment. Most draw anew from another random stream and are
     * themselves; k-fold goes on to the next fold.
     *
     * @param index from 0
     */
    default Split repetition(int index) {
        return this;
    }

    /**
     * The rows of the data from the earliest to the latest, if this divides by time; else empty, since the order of rows then
     * need not mean anything.
     */
    default Optional<int[]> timeOrder(Dataset dataset) {
        return Optional.empty();
    }

    /**
     * Keeps rows for choosing a threshold: a random share of the training rows, normal rows and anomalies mixed.
     *
     * @param share in [0, 1)
     */
    default Split validation(double share) {
        return new Validated(this, share);
    }

    /** Leaves the anomalies of the training rows out of training; they are used nowhere else. */
    default Split normalOnly() {
        return new CleanTraining(this);
    }

    /**
     * Makes this share of the training rows anomalies: leaves out random ones where there are more, and takes random ones
     * from the test rows, which then are not tested, where there are fewer. Rows whose labels are kept stay and do not count.
     *
     * @param share in (0, 1)
     * @throws DataException when dividing, if the test rows hold too few anomalies to give some away
     */
    default Split contaminate(double share) {
        return new Contaminated(this, share);
    }

    /**
     * Keeps the labels of this many random training anomalies, for methods that learn from few labels; no other label is
     * told. All rows stay in training.
     *
     * @param anomalies at least 1
     * @throws DataException when dividing, if the training rows hold fewer anomalies
     */
    default Split keep(int anomalies) {
        return new FewLabels(this, anomalies);
    }

    /**
     * Flips a random share of the labels told about training rows: of all of them, or of those kept. Test and validation
     * labels stay true.
     *
     * @param share in (0, 1)
     */
    default Split noise(double share) {
        return new LabelNoise(this, share);
    }

    /**
     * Leaves out validation rows that repeat a training row in every column, and test rows that repeat a training or
     * validation row. See {@link Overlap} for how many there are.
     */
    default Split withoutRepeats() {
        return new WithoutRepeats(this);
    }
}

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
     * The rows of the data from the earliest to the latest: if this divides by time, or if the data are a {@link
     * Dataset#series} and no rows are drawn one by one from between the others. Else empty, since the order of rows then need
     * not mean anything.
     */
    default Optional<int[]> timeOrder(Dataset dataset) {
        return dataset.series() && !exchangeable() ? Optional.of(RowOrder.range(0, dataset.rows())) : Optional.empty();
    }

    /**
     * Whether a test row might as well have been drawn for training. Not where the test rows are of a later time, of other
     * groups, or published as the test part: there {@link #contaminate} moves none of them.
     */
    default boolean exchangeable() {
        return true;
    }

    /**
     * Keeps rows for choosing a threshold: a random share of the training rows, normal rows and anomalies mixed. Of a split
     * by groups it draws whole groups; of a series seen through windows it takes the last rows.
     *
     * @param share in [0, 1)
     */
    default Split validation(double share) {
        return new Validated(this, share);
    }

    /**
     * Leaves the anomalies of the training rows out of training, but for those whose labels are kept: {@code
     * holdout(0.8).keep(50).normalOnly()} trains on normal rows and 50 anomalies known as such. The others are used nowhere.
     */
    default Split normalOnly() {
        return new CleanTraining(this);
    }

    /**
     * Makes this share of the training rows anomalies: leaves out random ones where there are more. Where there are fewer, it
     * takes back those that a {@link #normalOnly} just before it left out, then random ones of the test rows, which then are
     * not tested; but none of the test rows of a split that is not {@link #exchangeable}, as what comes later, or belongs to a
     * group that is tested, must not be learnt from. Rows whose labels are kept stay and do not count.
     *
     * @param share in (0, 1)
     * @throws DataException when dividing, if there are too few anomalies to take
     */
    default Split contaminate(double share) {
        return new Contaminated(this, share);
    }

    /**
     * Keeps the labels of this many random training anomalies, for methods that learn from few labels; no other label is
     * told, of normal rows neither. All rows stay in training, the other anomalies as if unlabelled: with {@link #contaminate}
     * after it this is the setting of DevNet (Pang, Shen and van den Hengel 2019), {@code
     * stratified(0.8).keep(30).contaminate(0.02)}. Which are kept follows from the split's random stream.
     *
     * @param anomalies at least 1
     * @throws DataException when dividing, if the training rows hold fewer anomalies
     */
    default Split keep(int anomalies) {
        return new FewLabels(this, anomalies);
    }

    /**
     * Flips a random share of the labels told about training rows, of all of them or of those kept, normal rows and anomalies
     * alike. Test and validation labels stay true. Said twice, it flips twice.
     *
     * @param share in (0, 1)
     */
    default Split noise(double share) {
        return new LabelNoise(this, share);
    }

    /**
     * Leaves out validation rows that repeat a training row in every column, and test rows that repeat a training or
     * validation row. See {@link Overlap} for how many there are. Put it last: test rows that a later {@link #contaminate} moves
     * to training may have copies among the others. Not for series seen through windows, whose values repeat.
     */
    default Split withoutRepeats() {
        return new WithoutRepeats(this);
    }
}

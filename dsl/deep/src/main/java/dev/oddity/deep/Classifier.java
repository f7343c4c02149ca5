package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;

/**
 * A network that learns from every label which rows are anomalies: an upper bound for detectors that are told less, not
 * their equal. A row told nothing about counts as normal; without both kinds it refuses to train.
 *
 * @param <D> the detector itself, which every word gives back changed
 */
public abstract sealed class Classifier<D extends Classifier<D>> extends DeepDetector<D>
        permits CnnClassifier, MlpClassifier {

    Classifier(Parameters parameters) {
        super(parameters);
    }

    /** γ of the focal loss, which heeds rows the less the surer they are; the paper takes 2. 0, cross-entropy, unless set. */
    public D focal(double gamma) {
        return with("focal", gamma);
    }

    /** Whether both kinds weigh the same in sum, however rare anomalies are; true unless set. */
    public D balanced(boolean on) {
        return with("balanced", on);
    }

    @Override
    public final Supervision supervision() {
        return Supervision.SUPERVISED;
    }

    /** @throws IllegalArgumentException if no row is told to be an anomaly, or every row is */
    @Override
    final float[] targets(Features train, TrainingLabels labels) {
        return Told.ofBothKinds(name(), train, labels);
    }
}

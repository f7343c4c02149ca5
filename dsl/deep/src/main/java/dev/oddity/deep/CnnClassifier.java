package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Supervision;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Map;

/**
 * A convolutional network that learns from labels which images are anomalies: an upper bound for detectors that are told
 * less, not their equal. The score is ln p/(1 − p), p the probability it gives to an anomaly; above 0 it is more likely one
 * than not, as far as the class weights leave probabilities as they are.
 *
 * <p>Convolutions of 3 × 3, each with relu and the maximum of each 2 × 2 (LeCun et al. 1998), then a dense layer with relu
 * and dropout, then one number. Trained with Adam on the mean of
 *
 * <pre>−w_y · (1 − p_y)^γ · ln p_y</pre>
 *
 * where p_y is the probability it gives to the image's own class. By default the classes weigh the same in sum, w_y = images
 * / (2 · images of the class); {@code focal} is the γ of Lin et al. 2017's focal loss. An image told nothing about counts as
 * normal; without both kinds it refuses to train.
 *
 * <p>Rows are images, channels × height × width or height × width; rows of a table are refused. Defaults: channels 32 and
 * 64, dense 64, dropout 0.5, balanced, focal 0; 20 epochs in batches of 256 images (fewer for small sets),
 * learning rate 1e-3 going down to 0 by a cosine. Pixels should lie in about [0, 1].
 */
public final class CnnClassifier extends DeepDetector<CnnClassifier> {

    private static final Parameters DEFAULTS = Training.define(
            ClassificationLoss.define(Parameters.of("cnnClassifier")
                    .define("channels", List.of(32, 64), Rule.atLeast(1))
                    .define("dense", 64, Rule.atLeast(1))
                    .define("dropout", 0.5, Rule.between(0, 1))),
            20,
            1e-3);

    public CnnClassifier() {
        this(DEFAULTS);
    }

    private CnnClassifier(Parameters parameters) {
        super(parameters);
    }

    @Override
    public CnnClassifier with(Parameters changed) {
        return new CnnClassifier(changed);
    }

    /** Channels after each convolution, which a pool of 2 × 2 follows; 32 and 64 unless set. */
    public CnnClassifier channels(int... counts) {
        return with("channels", counts);
    }

    /** Width of the dense layer; 64 unless set. */
    public CnnClassifier dense(int width) {
        return with("dense", width);
    }

    /** Share of the dense layer's numbers dropped in training; 0.5 unless set. */
    public CnnClassifier dropout(double share) {
        return with("dropout", share);
    }

    /** Whether normal images and anomalies weigh the same in sum, however few the latter; true unless set. */
    public CnnClassifier balanced(boolean alike) {
        return with("balanced", alike);
    }

    /** γ of the focal loss: how much less an image counts that is already classified well; 0, the default, for none. */
    public CnnClassifier focal(double gamma) {
        return with("focal", gamma);
    }

    @Override
    public Supervision supervision() {
        return Supervision.SUPERVISED;
    }

    @Override
    float[] targets(Features train, TrainingLabels labels) {
        return ClassificationLoss.targets(name(), train, labels);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return CnnNetwork.of(parameters(), ImageShape.of(name(), shape));
    }
}

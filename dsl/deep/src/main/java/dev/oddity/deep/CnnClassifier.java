package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.ArrayList;
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
public final class CnnClassifier extends Classifier<CnnClassifier> {

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

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        ImageShape image = ImageShape.of(name(), shape);
        Layout layout = new Layout();
        return new ClassifierNetwork(
                layout, layers(layout, image), ClassificationLoss.in(layout, "class_weights", parameters()));
    }

    /** Image → (convolution, pool) … → dense, dropout → one number. */
    private Layer layers(Layout layout, ImageShape image) {
        int dense = parameters().integer("dense");
        List<Layer> layers = new ArrayList<>();
        layers.add(Reshape.rows(image.channels(), image.height(), image.width()));
        ImageShape at = image;
        int[] channels = parameters().integers("channels");
        for (int i = 0; i < channels.length; i++) {
            layers.add(Convolution.ofImages(layout, "conv." + i, at.channels(), channels[i], 1));
            layers.add(Activation.RELU);
            layers.add(new MaxPool());
            layout.widest((long) channels[i] * at.height() * at.width());
            at = at.halved(channels[i]);
        }
        layers.add(Reshape.rows(at.size()));
        layers.add(Linear.in(layout, "dense", at.size(), dense));
        layers.add(Activation.RELU);
        layers.add(new Dropout((float) parameters().real("dropout")));
        layers.add(Linear.in(layout, "out", dense, 1));
        return new Chain(layers);
    }
}

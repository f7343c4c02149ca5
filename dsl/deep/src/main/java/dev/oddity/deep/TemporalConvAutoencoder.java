package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A temporal convolutional autoencoder of windows (TCN-AE, Thill et al. 2021): x̂ = g(f(x)), trained on the mean of
 * (x − x̂)² with Adam; the score is ‖x − x̂‖₂ over all steps and features.
 *
 * <p>f widens the features to channels, runs them through residual blocks of two dilated convolutions each (Bai et al. 2018,
 * looking to both sides), narrows the channels and averages each {@code pool} steps: the code. g repeats the code to all
 * steps, widens, runs the same dilations in reverse and narrows to the features. Contributions are (x − x̂)² by step and
 * feature: within an odd window they tell the odd steps.
 *
 * <p>Rows are windows, steps × features; a row of a table is a window of as many steps as it has columns. Defaults: 32
 * channels, kernel 3, dilations 1, 2, 4, 8 and 16, so that a step sees 62 to each side; latent 4 channels at every 8th step;
 * 30 epochs in batches of 256 windows (fewer for small sets), learning rate 3e-3 going down to 0 by a cosine, gradients no
 * longer than 1. Features should be scaled to a spread of about 1. An epoch costs windows × steps × blocks · kernel ·
 * channels², all steps at once.
 */
public final class TemporalConvAutoencoder extends DeepDetector<TemporalConvAutoencoder> {

    private static final Rule ODD = new Rule(
            "odd and at least 1", value -> value instanceof Number n && n.intValue() > 0 && n.intValue() % 2 == 1);

    private static final Parameters DEFAULTS = Training.define(
                    Parameters.of("temporalConvAutoencoder")
                            .define("channels", 32, Rule.atLeast(1))
                            .define("kernel", 3, ODD)
                            .define("dilations", List.of(1, 2, 4, 8, 16), Rule.atLeast(1))
                            .define("latent", 4, Rule.atLeast(1))
                            .define("pool", 8, Rule.atLeast(1)),
                    30,
                    3e-3)
            .byDefault("clipNorm", 1.0);

    public TemporalConvAutoencoder() {
        this(DEFAULTS);
    }

    private TemporalConvAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public TemporalConvAutoencoder with(Parameters changed) {
        return new TemporalConvAutoencoder(changed);
    }

    /** Channels inside the residual blocks; 32 unless set. */
    public TemporalConvAutoencoder channels(int count) {
        return with("channels", count);
    }

    /** Steps under a convolution, odd; 3 unless set. */
    public TemporalConvAutoencoder kernel(int steps) {
        return with("kernel", steps);
    }

    /** A residual block for each, its kernel's steps so far apart; 1, 2, 4, 8 and 16 unless set. */
    public TemporalConvAutoencoder dilations(int... steps) {
        return with("dilations", steps);
    }

    /** Channels of the code; 4 unless set. */
    public TemporalConvAutoencoder latent(int channels) {
        return with("latent", channels);
    }

    /** Steps that share one step of the code; 8 unless set, and never more than a window has. */
    public TemporalConvAutoencoder pool(int steps) {
        return with("pool", steps);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return TemporalConvAutoencoderNetwork.of(parameters(), WindowShape.of(name(), shape));
    }
}

package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * A convolutional autoencoder of images (Masci et al. 2011): x̂ = g(f(x)), trained on the mean of (x − x̂)² with Adam; the
 * score is ‖x − x̂‖₂ over all pixels.
 *
 * <p>f is convolutions of 3 × 3 with stride 2, each followed by batch norm, activation and dropout, then a
 * linear layer to the code. g is a linear layer, then as many times nearest-neighbour upsampling and a convolution of 3 × 3
 * back to the image, whose height and width may be odd. Rows are images, channels × height × width or height × width; rows
 * of a table are refused.
 *
 * <p>Defaults: channels 16 and 32, latent 16, relu, batch norm, no dropout; 100 epochs in batches of 256 images (fewer
 * for small sets), learning rate 3e-3 going down to 0 by a cosine, weight decay 1e-5. Pixels should lie in about [0, 1]. An
 * epoch costs a small multiple of images × pixels × Σ channels in · channels out.
 */
public final class ConvAutoencoder extends DeepDetector<ConvAutoencoder> {

    private static final Parameters DEFAULTS = Training.define(
                    DenseBlock.define(
                            Parameters.of("convAutoencoder")
                                    .define("channels", List.of(16, 32), Rule.atLeast(1))
                                    .define("latent", 16, Rule.atLeast(1)),
                            "relu",
                            true,
                            0),
                    100,
                    3e-3)
            .byDefault("weightDecay", 1e-5);

    public ConvAutoencoder() {
        this(DEFAULTS);
    }

    private ConvAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public ConvAutoencoder with(Parameters changed) {
        return new ConvAutoencoder(changed);
    }

    /** Channels after each convolution of stride 2; the decoder has them in reverse. 16 and 32 unless set. */
    public ConvAutoencoder channels(int... counts) {
        return with("channels", counts);
    }

    /** Numbers in the code of an image; 16 unless set. */
    public ConvAutoencoder latent(int width) {
        return with("latent", width);
    }

    /**
     * {@code relu} (the default), {@code leaky_relu}, {@code elu}, {@code gelu}, {@code tanh}, {@code sigmoid} or {@code
     * softplus}.
     */
    public ConvAutoencoder activation(String name) {
        return with("activation", name);
    }

    /** Whether every convolution but the last normalises its batch, channel by channel; true unless set. */
    public ConvAutoencoder batchNorm(boolean on) {
        return with("batchNorm", on);
    }

    /** Share of each convolution's numbers dropped in training, 0 up to below 1; 0 unless set. */
    public ConvAutoencoder dropout(double share) {
        return with("dropout", share);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return ConvAutoencoderNetwork.of(parameters(), ImageShape.of(name(), shape));
    }
}

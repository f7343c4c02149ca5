package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * An autoencoder of windows made of transformer layers (Vaswani et al. 2017): x̂ = g(f(x)), trained on the mean of
 * (x − x̂)² with Adam; the score is ‖x − x̂‖₂ over all steps and features.
 *
 * <p>f widens each step to {@code width} numbers, adds sinusoidal positions, lets the steps attend to each other in encoder
 * layers, and takes all steps together to a code by a linear layer; without that bottleneck attention would learn to copy.
 * g is told the code at every step, adds positions, and goes the same way to the features. Contributions are (x − x̂)² by
 * step and feature: within an odd window they tell the odd steps.
 *
 * <p>Rows are windows, steps × features; a row of a table is a window of as many steps as it has columns. Defaults: width
 * 32, 4 heads, 2 layers on each side, 64 numbers between the two linear maps of a layer, latent 16, dropout 0; 30 epochs in
 * batches of 256 windows (fewer for small sets), learning rate 1e-3 going down to 0 by a cosine, gradients no longer than 1.
 * Features should be scaled to a spread of about 1. An epoch costs windows × layers × (steps · width² + steps² · width): long
 * windows are dear.
 */
public final class TransformerAutoencoder extends DeepDetector<TransformerAutoencoder> {

    private static final Parameters DEFAULTS = Training.define(
                    Parameters.of("transformerAutoencoder")
                            .define("width", 32, Rule.within(1, Widths.MOST))
                            .define("heads", 4, Rule.within(1, Widths.MOST))
                            .define("layers", 2, Rule.within(1, 100))
                            .define("feedForward", 64, Rule.within(1, Widths.MOST))
                            .define("latent", 16, Rule.within(1, Widths.MOST))
                            .define("dropout", 0.0, Rule.between(0, 1)),
                    30,
                    1e-3)
            .byDefault("clipNorm", 1.0);

    public TransformerAutoencoder() {
        this(DEFAULTS);
    }

    private TransformerAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public TransformerAutoencoder with(Parameters changed) {
        return new TransformerAutoencoder(changed);
    }

    /** Numbers of a step inside the layers, a multiple of {@link #heads}; 32 unless set. */
    public TransformerAutoencoder width(int numbers) {
        return with("width", numbers);
    }

    /** Heads of attention; 4 unless set. */
    public TransformerAutoencoder heads(int count) {
        return with("heads", count);
    }

    /** Layers of the encoder, and of the decoder; 2 unless set. */
    public TransformerAutoencoder layers(int count) {
        return with("layers", count);
    }

    /** Numbers of a step between the two linear maps of a layer; 64 unless set. */
    public TransformerAutoencoder feedForward(int width) {
        return with("feedForward", width);
    }

    /** Numbers in the code of a window; 16 unless set. */
    public TransformerAutoencoder latent(int width) {
        return with("latent", width);
    }

    /** Share of numbers dropped in training after attention and after the linear maps; 0 unless set. */
    public TransformerAutoencoder dropout(double share) {
        return with("dropout", share);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return TransformerAutoencoderNetwork.of(name(), parameters(), WindowShape.of(name(), shape));
    }
}

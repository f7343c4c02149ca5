package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * An autoencoder of two GRUs (Cho et al. 2014), otherwise as {@link LstmAutoencoder}: x̂ = g(f(x)) of a window x, trained on
 * the mean of (x − x̂)² with Adam; the score is ‖x − x̂‖₂ over all steps and features.
 *
 * <p>f reads the window step by step; its last state is the code. g is told the code at every step and writes the window
 * from its last step to its first, as in Srivastava et al. 2015 without conditioning: no step of g sees its own mistakes,
 * in training or after, so that all steps are one native call. Contributions are (x − x̂)² by step and feature: within an
 * odd window they tell the odd steps.
 *
 * <p>Rows are windows, steps × features; a row of a table is a window of as many steps as it has columns. Defaults: one
 * layer with a state of 64, one direction; 50 epochs in batches of 256 windows (fewer for small sets), learning rate 3e-3
 * going down to 0 by a cosine, gradients no longer than 1. Features should be scaled to a spread of about 1. An epoch costs
 * windows × steps × hidden², and steps come one after the other: twice the steps take twice as long.
 */
public final class GruAutoencoder extends DeepDetector<GruAutoencoder> {

    private static final Parameters DEFAULTS = Training.define(
                    RecurrentAutoencoderNetwork.define(Parameters.of("gruAutoencoder")), 50, 3e-3)
            .byDefault("clipNorm", 1.0);

    public GruAutoencoder() {
        this(DEFAULTS);
    }

    private GruAutoencoder(Parameters parameters) {
        super(parameters);
    }

    @Override
    public GruAutoencoder with(Parameters changed) {
        return new GruAutoencoder(changed);
    }

    /** Numbers in a state, and so in the code (twice as many with two directions); 64 unless set. */
    public GruAutoencoder hidden(int width) {
        return with("hidden", width);
    }

    /** Recurrent layers of the encoder, and of the decoder; 1 unless set. */
    public GruAutoencoder layers(int count) {
        return with("layers", count);
    }

    /** Whether a second encoder reads the window from its end, and the code is both last states; false unless set. */
    public GruAutoencoder bidirectional(boolean on) {
        return with("bidirectional", on);
    }

    @Override
    public List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return RecurrentAutoencoderNetwork.of(Recurrent.Cell.GRU, parameters(), WindowShape.of(name(), shape));
    }
}

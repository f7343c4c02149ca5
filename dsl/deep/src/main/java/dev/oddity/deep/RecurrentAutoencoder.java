package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Map;

/**
 * An autoencoder of two recurrent networks, x̂ = g(f(x)) of a window x, trained on the mean of (x − x̂)² with Adam; the score
 * is ‖x − x̂‖₂ over all steps and features.
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
 *
 * @param <D> the detector itself, which every word gives back changed
 */
public abstract sealed class RecurrentAutoencoder<D extends RecurrentAutoencoder<D>> extends DeepDetector<D>
        permits GruAutoencoder, LstmAutoencoder {

    private final Recurrent.Cell cell;

    RecurrentAutoencoder(Recurrent.Cell cell, Parameters parameters) {
        super(parameters);
        this.cell = cell;
    }

    static Parameters defaults(String name) {
        return Training.define(
                        Parameters.of(name)
                                .define("hidden", 64, Rule.within(1, Widths.MOST))
                                .define("layers", 1, Rule.within(1, 100))
                                .define("bidirectional", false, Rule.any()),
                        50,
                        3e-3)
                .byDefault("clipNorm", 1.0);
    }

    /** Numbers in a state, and so in the code (twice as many with two directions); 64 unless set. */
    public D hidden(int width) {
        return with("hidden", width);
    }

    /** Recurrent layers of the encoder, and of the decoder; 1 unless set. */
    public D layers(int count) {
        return with("layers", count);
    }

    /** Whether a second encoder reads the window from its end, and the code is both last states; false unless set. */
    public D bidirectional(boolean on) {
        return with("bidirectional", on);
    }

    @Override
    public final List<Class<? extends Score>> scores() {
        return List.of(Score.ModelScore.class, Score.ReconstructionError.class);
    }

    @Override
    final Network network(long[] shape, Map<String, Object> facts) {
        return RecurrentAutoencoderNetwork.of(cell, parameters(), WindowShape.of(name(), shape));
    }
}

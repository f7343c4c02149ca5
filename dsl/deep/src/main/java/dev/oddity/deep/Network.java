package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import dev.oddity.core.detector.Score;
import java.util.List;
import java.util.Optional;

/** A network, what it is trained for and how it scores. It has no values; they come with the {@link Pass}. */
interface Network {

    /** The tensors it needs. */
    Layout layout();

    /** What training makes small; each once for every batch, in this order. */
    List<Objective> objectives();

    /** What early stopping watches: the first objective, unless none of them falls as the network learns. */
    default Objective.Loss watched() {
        return objectives().get(0).loss();
    }

    /** One number per row, higher = more anomalous; each row's depends on that row alone. */
    NDArray score(Score score, NDArray rows, Pass pass);

    /** Rows in one pass of scoring; fewer for a network whose passes hold much more than their rows. */
    default int block() {
        return EncoderDecoder.block(layout().widest());
    }

    /** Which rows its batches hold; most want every row once an epoch. */
    default Sampling sampling() {
        return Sampling.EVERY_ROW;
    }

    /** What it learns first, such as the autoencoder whose encoder Deep SVDD starts from; most start from nothing. */
    default Optional<Pretraining> pretraining() {
        return Optional.empty();
    }

    /** Sets what it measures before the first step, such as the centre of Deep SVDD; most measure nothing. */
    default void begin(Rows train, Weights weights) {}

    /**
     * Called when an epoch ends, for what learns from its rows in another way than by gradients, such as the split of a
     * robust autoencoder; most do nothing.
     *
     * @param epoch how many have ended
     */
    default void between(int epoch, Rows train, Weights weights) {}

    /** Sets what it measures after the last step, such as the mixture of DAGMM; most measure nothing. */
    default void conclude(Rows train, Weights weights) {}

    /** What makes rows of noise, to be looked at as it learns; most make none. */
    default Optional<Generative> generative() {
        return Optional.empty();
    }

    /** Makes rows of normal noise. */
    interface Generative {

        /** Numbers of noise for a row. */
        int width();

        /** As many rows, flat, as there are of noise; a row depends on its own noise alone, and nothing is drawn. */
        NDArray of(NDArray noise, Pass pass);
    }

    /** What it makes of the rows in their own shape, rows × columns; empty where it rebuilds nothing. */
    default Optional<NDArray> reconstruction(NDArray rows, Pass pass) {
        return Optional.empty();
    }

    /** Where it puts the rows, rows × latent; empty where it has no latent space. */
    default Optional<NDArray> latent(NDArray rows, Pass pass) {
        return Optional.empty();
    }

    /**
     * What each number of a row adds to a score, rows × columns: shares whose sum the score rises with. Empty where a score
     * is no such sum; by default, of a score that is the length of the residual, the squared errors of the reconstruction.
     */
    default Optional<NDArray> contributions(Score score, NDArray rows, Pass pass) {
        return lengthOfResidual(score)
                ? reconstruction(rows, pass).map(rebuilt -> rebuilt.sub(rows).square())
                : Optional.empty();
    }

    /** Whether a score is ‖x − x̂‖₂; the reconstruction error is, and the model's own score of most that rebuild. */
    default boolean lengthOfResidual(Score score) {
        return score instanceof Score.ReconstructionError || score instanceof Score.ModelScore;
    }
}

package dev.oddity.deep;

import dev.oddity.core.detector.Notation;

/**
 * A network that a detector is given for one of its own: an encoder, a decoder, a generator, a critic. Either {@link
 * Layers}, {@code layers().dense(64).relu()}, or a {@link DjlBlock}, {@code block("my net", () -> ..)}.
 *
 * <p>What it learns lies among the detector's own weights, so that seeds, optimiser, early stopping, L1, L2, clipping, save
 * and load treat it as they treat the detector's own networks. Shapes are checked before anything trains.
 */
public abstract sealed class Subnetwork permits Layers, DjlBlock {

    static final Notation<Subnetwork> NOTATION =
            new Notation<>(Subnetwork.class, "layers or a block, such as layers().dense(64).relu()", Subnetwork::read);

    Subnetwork() {}

    /**
     * Layers and how many numbers they give a row.
     *
     * @param layer flat rows → flat rows
     */
    record Code(Layer layer, int width) {}

    /** The layers of an encoder, whose code is as wide as it likes; {@code usual} is the width where it does not say. */
    abstract Code code(Site site, int usual);

    /** Layers that give rows of the shape {@code out}. */
    abstract Layer to(Site site, long[] out);

    /** Layers that judge rows. */
    abstract Critic critic(Site site);

    /** Whether the layers will be {@link Reversible}. */
    abstract boolean reversible();

    private static Subnetwork read(String text) {
        return text.startsWith("block(") ? DjlBlock.read(text) : LayersText.read(text);
    }
}

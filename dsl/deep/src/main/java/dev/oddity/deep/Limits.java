package dev.oddity.deep;

import java.util.Set;

/**
 * What a network must keep to where it stands.
 *
 * @param biases whether it may add what does not depend on the row
 * @param batches whether it may tie a row to the rows beside it in training, or draw
 * @param activations those it may have
 * @param why the reason, for who broke one of them
 */
record Limits(boolean biases, boolean batches, Set<Activation> activations, String why) {

    static final Limits NONE = new Limits(true, true, Set.of(Activation.values()), "");

    /** Of one-class networks, which could map every row to the centre otherwise (Ruff et al. 2018, propositions 1 to 3). */
    static Limits oneClass(Activation... activations) {
        return new Limits(
                false,
                true,
                Set.of(activations),
                "with it the network could put every row on the centre (Ruff et al. 2018, propositions 1 to 3); leave it out"
                        + " or take another activation");
    }

    /** Of a critic whose gradient is a term of its loss. */
    static final Limits PENALISED = new Limits(
            true,
            false,
            Set.of(Activation.values()),
            "the penalty holds the critic's gradient by each row alone, which batch norm ties to the rows beside it and dropout"
                    + " draws anew; leave it out, take layerNorm, or take gan(), which has no penalty");

    /** Whether this word keeps to them. */
    boolean allow(LayerWord word) {
        if (word instanceof LayerWord.Bend bend) {
            return activations.contains(bend.activation());
        }
        if (word instanceof LayerWord.NormaliseRow) {
            return biases;
        }
        if (word instanceof LayerWord.NormaliseBatch) {
            return biases && batches;
        }
        return batches || !(word instanceof LayerWord.Drop);
    }
}

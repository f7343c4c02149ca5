package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Split;

/**
 * A source that knows a split and a preparation of its own, and lets a sentence choose others.
 *
 * @param <S> the source itself, so that its own words may follow the choice
 */
public abstract class CatalogueSource<S extends CatalogueSource<S>> implements DataSource {

    final Choices choices;

    CatalogueSource(Choices choices) {
        this.choices = choices;
    }

    abstract Split ownSplit();

    abstract Preparation ownPreparation();

    /** The same source with other choices. */
    abstract S with(Choices chosen);

    @Override
    public final Split split() {
        return choices.splitOr(ownSplit());
    }

    @Override
    public final Preparation preparation() {
        return choices.preparationOr(ownPreparation());
    }

    @Override
    public final S split(Split split) {
        return with(choices.split(split));
    }

    @Override
    public final S prepare(Preparation preparation) {
        return with(choices.prepare(preparation));
    }
}

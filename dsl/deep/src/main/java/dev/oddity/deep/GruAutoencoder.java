package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;

/**
 * An autoencoder of two GRUs (Cho et al. 2014): x̂ = g(f(x)) of a window x, scored by ‖x − x̂‖₂; how it reads, writes and
 * learns, and its defaults, are those of every {@link RecurrentAutoencoder}.
 */
public final class GruAutoencoder extends RecurrentAutoencoder<GruAutoencoder> {

    private static final Parameters DEFAULTS = defaults("gruAutoencoder");

    public GruAutoencoder() {
        this(DEFAULTS);
    }

    private GruAutoencoder(Parameters parameters) {
        super(Recurrent.Cell.GRU, parameters);
    }

    @Override
    public GruAutoencoder with(Parameters changed) {
        return new GruAutoencoder(changed);
    }
}

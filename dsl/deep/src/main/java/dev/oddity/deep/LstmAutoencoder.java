package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;

/**
 * An autoencoder of two LSTMs (Malhotra et al. 2016, EncDec-AD): x̂ = g(f(x)) of a window x, scored by ‖x − x̂‖₂; how it
 * reads, writes and learns, and its defaults, are those of every {@link RecurrentAutoencoder}.
 */
public final class LstmAutoencoder extends RecurrentAutoencoder<LstmAutoencoder> {

    private static final Parameters DEFAULTS = defaults("lstmAutoencoder");

    public LstmAutoencoder() {
        this(DEFAULTS);
    }

    private LstmAutoencoder(Parameters parameters) {
        super(Recurrent.Cell.LSTM, parameters);
    }

    @Override
    public LstmAutoencoder with(Parameters changed) {
        return new LstmAutoencoder(changed);
    }
}

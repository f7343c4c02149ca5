package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Supervision;

/**
 * A network that learns from few labelled rows among many told nothing about.
 *
 * @param <D> the detector itself, which every word gives back changed
 */
public abstract sealed class SemiSupervised<D extends SemiSupervised<D>> extends DeepDetector<D>
        permits DeepSad, DevNet {

    SemiSupervised(Parameters parameters) {
        super(parameters);
    }

    /** Widths of the layers between the row and φ(x); none for a linear φ. 64 unless set. */
    public D hidden(int... widths) {
        return with("hidden", widths);
    }

    /** Whether half of each batch are labelled anomalies; if not, every row comes once an epoch. True unless set. */
    public D balanced(boolean on) {
        return with("balanced", on);
    }

    Sampling sampling() {
        return parameters().flag("balanced") ? Sampling.BALANCED : Sampling.EVERY_ROW;
    }

    @Override
    public final Supervision supervision() {
        return Supervision.SEMI_SUPERVISED;
    }

    @Override
    public final boolean exportsOnnx() {
        return true;
    }
}

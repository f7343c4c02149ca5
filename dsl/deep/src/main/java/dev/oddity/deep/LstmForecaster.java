package dev.oddity.deep;

import dev.oddity.core.detector.Parameters;
import dev.oddity.core.detector.Rule;
import java.util.Map;

/**
 * An LSTM that forecasts a series (Malhotra et al. 2015): at each step of a window it forecasts the next steps from the
 * steps so far, and what it forecasts badly is unusual. Trained on the mean of the squared errors with Adam.
 *
 * <p>With a horizon of l, a step t of the window is forecast l times, from the steps up to t − 1, …, t − l; the l errors of
 * its features, side by side, are e(t). Mean μ and covariance Σ of e over all training windows and steps are set once
 * training has ended. The score of a window is the root mean square of the Mahalanobis distances
 *
 * <pre>√( mean over t of (e(t) − μ)ᵀ Σ⁻¹ (e(t) − μ) ),   t = l + 1 … steps</pre>
 *
 * so about √(l · features) for usual windows. Contributions are (e − μ) ∘ Σ⁻¹(e − μ) by step and feature, which add up to
 * the sum of squared distances: within an odd window they tell the odd steps, and at times the step after one, which is
 * forecast from it. The first l steps are not forecast and have none. A stretch that stands still is easy to forecast: its
 * score is low.
 *
 * <p>Rows are windows, steps × features, of more steps than the horizon; a row of a table is a window of as many steps as it
 * has columns. Defaults: two layers with states of 64 (PyOD's LSTMAD), horizon 1; 30 epochs in batches of 256 windows (fewer
 * for small sets), learning rate 3e-3 going down to 0 by a cosine, gradients no longer than 1. Features should be scaled to
 * a spread of about 1. An epoch costs windows × steps × layers · hidden², and steps come one after the other.
 */
public final class LstmForecaster extends DeepDetector<LstmForecaster> {

    private static final Parameters DEFAULTS = Training.define(
                    Parameters.of("lstmForecaster")
                            .define("hidden", 64, Rule.within(1, Widths.MOST))
                            .define("layers", 2, Rule.within(1, 100))
                            .define("horizon", 1, Rule.within(1, Widths.MOST)),
                    30,
                    3e-3)
            .byDefault("clipNorm", 1.0);

    public LstmForecaster() {
        this(DEFAULTS);
    }

    private LstmForecaster(Parameters parameters) {
        super(parameters);
    }

    @Override
    public LstmForecaster with(Parameters changed) {
        return new LstmForecaster(changed);
    }

    /** Numbers in a state; 64 unless set. */
    public LstmForecaster hidden(int width) {
        return with("hidden", width);
    }

    /** Recurrent layers, one upon the other; 2 unless set. */
    public LstmForecaster layers(int count) {
        return with("layers", count);
    }

    /** Steps forecast at each step; 1 unless set. */
    public LstmForecaster horizon(int steps) {
        return with("horizon", steps);
    }

    @Override
    Network network(long[] shape, Map<String, Object> facts) {
        return ForecasterNetwork.of(name(), parameters(), WindowShape.of(name(), shape));
    }
}

package dev.oddity.core.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Losses that share an axis: those of one model, or of one part of it.
 *
 * @param title heads their chart
 * @param losses by name, one per epoch, from the first; a loss that is not finite is left out
 * @param validation of the first of them on rows kept out of training, one per epoch; none if empty
 */
public record LossCurves(String title, Map<String, double[]> losses, double[] validation) {

    public LossCurves {
        losses = Collections.unmodifiableMap(new LinkedHashMap<>(losses));
    }

    /** The epoch whose validation loss is the lowest, of equal ones the first, from 1; 0 where nothing was validated. */
    public int bestEpoch() {
        int best = 0;
        for (int epoch = 1; epoch <= validation.length; epoch++) {
            boolean better = best == 0 || validation[epoch - 1] < validation[best - 1];
            best = Double.isFinite(validation[epoch - 1]) && better ? epoch : best;
        }
        return best;
    }
}

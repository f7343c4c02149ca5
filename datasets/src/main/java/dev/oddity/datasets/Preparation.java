package dev.oddity.datasets;

import java.util.List;
import java.util.Map;

/** The steps that turn columns into numbers, in order; fitted on training rows only. */
public final class Preparation {

    public FittedPreparation fit(Dataset dataset, int[] trainingRows) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Object> describe() {
        return Map.of("steps", List.of());
    }
}

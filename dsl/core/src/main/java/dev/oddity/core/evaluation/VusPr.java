package dev.oddity.core.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** See {@link SeriesMetrics#vusPr()}; no buffer is the median length of the anomalies. */
record VusPr(@Nullable Integer buffer) implements SeriesMetric {

    VusPr {
        if (buffer != null && buffer < 0) {
            throw new IllegalArgumentException("vusPr(" + buffer
                    + "): the buffer is a number of points, at least 0, such as the period of the series");
        }
    }

    @Override
    public String name() {
        return "vusPr";
    }

    @Override
    public String label() {
        return buffer == null ? "VUS-PR" : "VUS-PR@" + buffer;
    }

    @Override
    public double of(Predictions predictions) {
        return VolumeUnderSurface.of(predictions, buffer).pr();
    }

    @Override
    public Map<String, Object> describe() {
        return buffer == null ? Map.of() : Map.of("buffer", buffer);
    }

    @Override
    public String toString() {
        return "vusPr(" + (buffer == null ? "" : buffer) + ")";
    }
}

package dev.oddity.core.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** See {@link SeriesMetrics#vusRoc()}; no buffer is the median length of the anomalies. */
record VusRoc(@Nullable Integer buffer) implements SeriesMetric {

    VusRoc {
        if (buffer != null && buffer < 0) {
            throw new IllegalArgumentException("vusRoc(" + buffer
                    + "): the buffer is a number of points, at least 0, such as the period of the series");
        }
    }

    @Override
    public String name() {
        return "vusRoc";
    }

    @Override
    public String label() {
        return buffer == null ? "VUS-ROC" : "VUS-ROC@" + buffer;
    }

    @Override
    public double of(Predictions predictions) {
        return VolumeUnderSurface.of(predictions, buffer).roc();
    }

    @Override
    public Map<String, Object> describe() {
        return buffer == null ? Map.of() : Map.of("buffer", buffer);
    }

    @Override
    public String toString() {
        return "vusRoc(" + (buffer == null ? "" : buffer) + ")";
    }
}

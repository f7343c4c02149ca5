package dev.oddity.core.evaluation;

import java.util.List;

/**
 * Scored points in the order of time, none left out between them.
 *
 * @param scores one per point
 * @param labels one per point, true = anomaly
 */
record Series(double[] scores, boolean[] labels) {

    int points() {
        return scores.length;
    }

    /** What happened: stretches of anomalous points. */
    List<Stretch> anomalies() {
        return Stretch.where(points(), point -> labels[point]);
    }

    /** What was said: stretches of points that score above the threshold. */
    List<Stretch> alarms(double threshold) {
        return Stretch.where(points(), point -> scores[point] > threshold);
    }
}

package dev.oddity.core.evaluation;

import java.util.List;

/** See {@link SeriesMetrics#nabScore()}. */
record NabScore(NabProfile profile) implements SeriesMetric {

    private static final double STEEPNESS = 5;

    /** From so many window lengths behind a window on, an alarm is simply false. */
    private static final double FAR = 3;

    @Override
    public String name() {
        return profile.noun();
    }

    @Override
    public String label() {
        return profile.label();
    }

    @Override
    public double of(Predictions predictions) {
        double score = 0;
        int windows = 0;
        for (Series series : predictions.series()) {
            List<Stretch> anomalies = series.anomalies();
            score += score(series, anomalies, predictions.threshold());
            windows += anomalies.size();
        }
        double nothingFound = -profile.missed() * windows;
        return 100 * (score - nothingFound) / (windows - nothingFound);
    }

    /** Of one series, a window found at its first point counting 1. */
    private double score(Series series, List<Stretch> windows, double threshold) {
        double score = 0;
        int from = 0;
        for (int i = 0; i <= windows.size(); i++) {
            int to = i < windows.size() ? windows.get(i).from() : series.points();
            for (int point = from; point < to; point++) {
                if (series.scores()[point] > threshold) {
                    score += profile.falseAlarm() * (i == 0 ? -1 : behind(windows.get(i - 1), point));
                }
            }
            if (i < windows.size()) {
                score += found(windows.get(i), series.scores(), threshold);
                from = windows.get(i).to();
            }
        }
        return score;
    }

    /** The first alarm in a window is what it counts. */
    private double found(Stretch window, double[] scores, double threshold) {
        for (int point = window.from(); point < window.to(); point++) {
            if (scores[point] > threshold) {
                return sigmoid((double) (point - window.to()) / window.length()) / sigmoid(-1);
            }
        }
        return -profile.missed();
    }

    private static double behind(Stretch window, int point) {
        double position = (point - window.to() + 1) / (window.length() - 1.0);
        return position > FAR ? -1 : sigmoid(position);
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }

    @Override
    public double range() {
        return 100;
    }

    @Override
    public String toString() {
        return name() + "()";
    }
}

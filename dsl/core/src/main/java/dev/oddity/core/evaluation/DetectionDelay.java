package dev.oddity.core.evaluation;

/** See {@link SeriesMetrics#detectionDelay()}. */
record DetectionDelay() implements SeriesMetric {

    @Override
    public String name() {
        return "detectionDelay";
    }

    @Override
    public String label() {
        return "Delay (points)";
    }

    @Override
    public double of(Predictions predictions) {
        long waited = 0;
        int anomalies = 0;
        for (Series series : predictions.series()) {
            for (Stretch anomaly : series.anomalies()) {
                int point = anomaly.from();
                while (point < anomaly.to() && !(series.scores()[point] > predictions.threshold())) {
                    point++;
                }
                waited += point - anomaly.from();
                anomalies++;
            }
        }
        return (double) waited / anomalies;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public double range() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "detectionDelay()";
    }
}

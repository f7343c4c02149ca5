package dev.oddity.core.evaluation;

import java.util.Arrays;
import java.util.List;

/** Each anomaly's points take the highest score among them. */
final class PointAdjustment {

    static final String CAVEAT =
            "PA-F1 counts every point of an anomaly as found once one of them is: random scores reach"
                    + " high values of it, the more the longer the anomalies (Kim et al. 2022). Read it beside rangeF1() or vusPr().";

    private PointAdjustment() {}

    static Predictions of(Predictions predictions) {
        List<Series> series = predictions.series();
        int points = series.stream().mapToInt(Series::points).sum();
        double[] scores = new double[points];
        boolean[] labels = new boolean[points];
        int from = 0;
        for (Series one : series) {
            System.arraycopy(one.scores(), 0, scores, from, one.points());
            System.arraycopy(one.labels(), 0, labels, from, one.points());
            for (Stretch anomaly : one.anomalies()) {
                double highest = Double.NEGATIVE_INFINITY;
                for (int point = anomaly.from(); point < anomaly.to(); point++) {
                    highest = Math.max(highest, one.scores()[point]);
                }
                Arrays.fill(scores, from + anomaly.from(), from + anomaly.to(), highest);
            }
            from += one.points();
        }
        return new Predictions(scores, labels, predictions.threshold());
    }
}

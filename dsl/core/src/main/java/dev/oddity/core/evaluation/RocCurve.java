package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic: what share of the anomalies is found at what share of false alarms, as the cut
 * falls from above the highest score to the lowest. From (0, 0) to (1, 1), straight between points; points on a straight
 * line between their neighbours are left out, which changes neither the line nor the area.
 *
 * @param points by rising false-positive rate
 * @param area under it, equal to {@link Metrics#rocAuc()}
 */
public record RocCurve(List<Point> points, double area) {

    /**
     * @param threshold rows that score at least this are called anomalies; infinite at (0, 0)
     */
    public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

    public RocCurve {
        points = List.copyOf(points);
    }

    public static RocCurve of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
        int from = -1;
        for (int step = 0; step < ranking.steps(); step++) {
            boolean last = step + 1 == ranking.steps();
            if (last || turns(ranking, from, step)) {
                points.add(new Point(
                        (double) ranking.normals()[step] / ranking.normalCount(),
                        (double) ranking.anomalies()[step] / ranking.anomalyCount(),
                        ranking.scores()[step]));
                from = step;
            }
        }
        return new RocCurve(points, Metrics.rocAuc().of(predictions));
    }

    /** Whether the line changes its direction at this step, by the cross product of both directions in whole numbers. */
    private static boolean turns(Ranking ranking, int from, int step) {
        int anomaliesBefore = from < 0 ? 0 : ranking.anomalies()[from];
        int normalsBefore = from < 0 ? 0 : ranking.normals()[from];
        long rise = ranking.anomalies()[step] - anomaliesBefore;
        long run = ranking.normals()[step] - normalsBefore;
        long nextRise = ranking.anomalies()[step + 1] - ranking.anomalies()[step];
        long nextRun = ranking.normals()[step + 1] - ranking.normals()[step];
        return rise * nextRun != nextRise * run;
    }
}

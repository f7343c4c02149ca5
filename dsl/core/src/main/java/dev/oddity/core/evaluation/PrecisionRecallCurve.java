package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What share of the alarms is right at what share of the anomalies found, as the cut falls from the highest score to the
 * lowest. A step curve: the precision of a point holds from the recall of the point before (0 before the first) up to
 * its own. Inner points of a level or upright stretch are left out, which changes neither the steps nor the area.
 *
 * @param points by rising recall, and by falling threshold where recall is equal
 * @param averagePrecision the area under the steps, equal to {@link Metrics#averagePrecision()}
 * @param baseRate share of anomalies: the precision of a model that guesses
 */
public record PrecisionRecallCurve(List<Point> points, double averagePrecision, double baseRate) {

    /**
     * @param threshold rows that score at least this are called anomalies
     */
    public record Point(double recall, double precision, double threshold) {}

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    public static PrecisionRecallCurve of(Predictions predictions) {
        Ranking ranking = predictions.ranking();
        List<Point> points = new ArrayList<>();
        for (int step = 0; step < ranking.steps(); step++) {
            if (step == 0 || step + 1 == ranking.steps() || !within(ranking, step)) {
                ConfusionMatrix cut = ranking.at(step);
                points.add(new Point(cut.recall(), cut.precision(), ranking.scores()[step]));
            }
        }
        return new PrecisionRecallCurve(
                points,
                Metrics.averagePrecision().of(predictions),
                (double) ranking.anomalyCount() / predictions.rows());
    }

    /** Whether the step lies inside a stretch of equal recall, or of nothing but anomalies from the top. */
    private static boolean within(Ranking ranking, int step) {
        int[] anomalies = ranking.anomalies();
        boolean upright = anomalies[step - 1] == anomalies[step] && anomalies[step] == anomalies[step + 1];
        boolean perfect = ranking.normals()[step + 1] == 0;
        return upright || perfect;
    }
}

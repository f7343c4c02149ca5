package dev.oddity.core.evaluation;

import java.util.function.ToDoubleFunction;

/** The search for the cut whose decisions on labelled rows are worth most. */
final class BestCut {

    private BestCut() {}

    /**
     * Tries every cut between neighbouring scores, and the one above them all. Of equal ones the highest, for fewer alarms.
     *
     * @param worth of decisions, higher = better
     * @return half-way between the two neighbouring scores; the highest score where no alarm at all is best
     */
    static double of(double[] scores, boolean[] labels, ToDoubleFunction<ConfusionMatrix> worth) {
        Ranking ranking = Ranking.of(scores, labels);
        int best = -1;
        double most = worth.applyAsDouble(new ConfusionMatrix(0, 0, ranking.anomalyCount(), ranking.normalCount()));
        for (int step = 0; step < ranking.steps(); step++) {
            double here = worth.applyAsDouble(ranking.at(step));
            if (here > most) {
                best = step;
                most = here;
            }
        }
        return best < 0 ? ranking.scores()[0] : below(best, ranking.scores());
    }

    /** A cut that takes in this score and not the next lower one. */
    private static double below(int step, double[] descending) {
        if (step + 1 == descending.length) {
            return Math.nextDown(descending[step]);
        }
        double middle = descending[step] / 2 + descending[step + 1] / 2;
        return middle < descending[step] ? middle : descending[step + 1];
    }
}

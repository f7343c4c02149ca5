package dev.oddity.core.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How far ranges are covered by others: the mean over the ranges of α [any point covered] + (1 − α) c / n, with c the share
 * of its points that are covered and n how many of the others cover it. Linear in the number of points.
 */
final class RangeOverlap {

    private RangeOverlap() {}

    static double precision(Predictions predictions) {
        List<Double> rewards = new ArrayList<>();
        for (Series series : predictions.series()) {
            rewards(series.alarms(predictions.threshold()), series.anomalies(), 0, rewards);
        }
        return mean(rewards);
    }

    static double recall(Predictions predictions, double existence) {
        List<Double> rewards = new ArrayList<>();
        for (Series series : predictions.series()) {
            rewards(series.anomalies(), series.alarms(predictions.threshold()), existence, rewards);
        }
        return mean(rewards);
    }

    private static void rewards(List<Stretch> ranges, List<Stretch> others, double existence, List<Double> rewards) {
        int next = 0;
        for (Stretch range : ranges) {
            while (next < others.size() && others.get(next).to() <= range.from()) {
                next++;
            }
            int covered = 0;
            int covering = 0;
            for (int i = next; i < others.size() && others.get(i).from() < range.to(); i++) {
                Stretch other = others.get(i);
                covered += Math.min(range.to(), other.to()) - Math.max(range.from(), other.from());
                covering++;
            }
            double overlap = covering == 0 ? 0 : (double) covered / range.length() / covering;
            rewards.add((covering == 0 ? 0 : existence) + (1 - existence) * overlap);
        }
    }

    private static double mean(List<Double> rewards) {
        return rewards.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}

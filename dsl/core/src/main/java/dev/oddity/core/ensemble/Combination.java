package dev.oddity.core.ensemble;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** How the members' scores of a row become one: each brought to a common scale by its training scores, then joined. */
enum Combination {
    MEAN("mean", Combination::moments, Combination::standardised, Double::sum),
    MAX("max", Combination::moments, Combination::standardised, Math::max),
    MEAN_RANK("meanRank", Combination::sorted, Combination::rank, Double::sum);

    /** The word for it in a sentence. */
    final String word;

    private final Scale scale;
    private final Placing placing;
    private final DoubleBinaryOperator join;

    /** What is kept of a member's training scores. */
    @FunctionalInterface
    private interface Scale {

        double[] of(double[] trainingScores);
    }

    /** A score on the common scale. */
    @FunctionalInterface
    private interface Placing {

        double of(double score, double[] kept);
    }

    Combination(String word, Scale scale, Placing placing, DoubleBinaryOperator join) {
        this.word = word;
        this.scale = scale;
        this.placing = placing;
        this.join = join;
    }

    static Combination of(String word) {
        return Arrays.stream(values())
                .filter(combination -> combination.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    double[] kept(double[] trainingScores) {
        return scale.of(trainingScores);
    }

    /** @param scores a member's scores, brought to the common scale where they stand */
    void place(double[] scores, double[] kept) {
        for (int row = 0; row < scores.length; row++) {
            scores[row] = placing.of(scores[row], kept);
        }
    }

    /** @param placed a row of scores for each member */
    double[] join(double[][] placed) {
        double[] joined = placed[0].clone();
        for (int member = 1; member < placed.length; member++) {
            for (int row = 0; row < joined.length; row++) {
                joined[row] = join.applyAsDouble(joined[row], placed[member][row]);
            }
        }
        if (this != MAX) {
            for (int row = 0; row < joined.length; row++) {
                joined[row] /= placed.length;
            }
        }
        return joined;
    }

    /** Mean and standard deviation; 1 where all are equal, so that a difference from them counts as it is. */
    private static double[] moments(double[] scores) {
        double mean = Arrays.stream(scores).average().orElse(0);
        double variance = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElse(0);
        return new double[] {mean, variance > 0 ? Math.sqrt(variance) : 1};
    }

    private static double standardised(double score, double[] moments) {
        return (score - moments[0]) / moments[1];
    }

    private static double[] sorted(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double rank(double score, double[] sorted) {
        return (below(score, sorted, false) + below(score, sorted, true)) / (2.0 * sorted.length);
    }

    /** How many are smaller; or, with ties, not greater. */
    private static int below(double score, double[] sorted, boolean orEqual) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < score || (orEqual && sorted[middle] == score)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}

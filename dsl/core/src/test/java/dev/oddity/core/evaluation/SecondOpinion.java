package dev.oddity.core.evaluation;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What scikit-learn and numpy say; see README.md beside the file. */
record SecondOpinion(List<Case> cases, Calibrations calibrations, Quantiles quantiles, Spread summary) {

    record Case(
            String name,
            double[] scores,
            boolean[] labels,
            double threshold,
            Map<String, Double> metrics,
            Map<String, Integer> confusion,
            double bestF1,
            double[] rocFalsePositiveRates,
            double[] rocTruePositiveRates,
            double[] precisions,
            double[] recalls) {

        Predictions predictions() {
            return new Predictions(scores, labels, threshold);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Calibrations(
            double[] train,
            double[] validation,
            boolean[] validationLabels,
            double[] test,
            boolean[] labels,
            Judged unification,
            Judged platt) {}

    record Judged(
            double[] probabilities, double logLoss, double brier, double[] curveProbabilities, double[] curveShares) {}

    record Quantiles(double[] values, double[] q, double[] quantiles) {}

    record Spread(double[] values, double mean, double standardDeviation) {}

    static SecondOpinion read() {
        try (Reader json = new InputStreamReader(
                SecondOpinion.class.getResourceAsStream("scikit-learn.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(json, SecondOpinion.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Case> everyCase() {
        return read().cases();
    }
}

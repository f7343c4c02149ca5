package dev.oddity.core;

import dev.oddity.core.evaluation.ConfusionMatrix;
import dev.oddity.core.evaluation.Metric;
import dev.oddity.core.evaluation.Summary;
import java.util.List;
import java.util.function.Supplier;

/**
 * One model's runs.
 *
 * @param name the detector's name, or its whole sentence where two detectors share it
 * @param candidate the model and the score it gave
 * @param runs one per seed, in the experiment's order; fewer if it failed or was interrupted
 * @param failure what went wrong, in a sentence; empty if nothing did
 * @param first gives the detector of the first run again, fitted; close it
 */
public record ModelResult(
        String name, Experiment.Candidate candidate, List<Run> runs, String failure, Supplier<FittedDetector> first) {

    public ModelResult {
        runs = List.copyOf(runs);
    }

    /** Whether there is a figure to show. */
    public boolean judged() {
        return !runs.isEmpty();
    }

    /** A metric over the seeds. */
    public Summary metric(Metric metric) {
        return Summary.of(runs.stream().mapToDouble(run -> run.figure(metric)).toArray());
    }

    /** Decisions against the truth, the test rows of all seeds together. */
    public ConfusionMatrix confusionMatrix() {
        return runs.stream()
                .map(run -> run.predictions().confusionMatrix())
                .reduce(ConfusionMatrix::plus)
                .orElseThrow();
    }

    /** Mean seconds to fit once. */
    public double fitSeconds() {
        return runs.stream().mapToDouble(Run::fitSeconds).average().orElse(0);
    }

    /** Mean seconds to score the test rows once. */
    public double scoreSeconds() {
        return runs.stream().mapToDouble(Run::scoreSeconds).average().orElse(0);
    }
}

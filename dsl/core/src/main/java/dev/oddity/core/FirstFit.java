package dev.oddity.core;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.FittedPreparation;
import java.util.List;

/**
 * What a model learnt with the first seed, kept as numbers on the heap: enough to ask it more when the figures are seen.
 *
 * @param typical the median of each number of the prepared training rows
 * @param course how its training went
 * @param notes what its training warned of
 */
record FirstFit(
        Experiment.Candidate candidate,
        FittedPreparation preparation,
        ModelState state,
        Threshold.Cut cut,
        String experiment,
        float[] typical,
        Course course,
        List<String> notes) {

    /** The fitted detector; close it. */
    FittedDetector detector() {
        return new FittedDetector(
                candidate, preparation, candidate.detector().restore(state), cut, experiment, typical, course, notes);
    }
}

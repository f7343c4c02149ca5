package dev.oddity.core;

import dev.oddity.core.detector.Score;

/** After the models: how they score, how often all is repeated, or more models. */
public interface ScoreStage extends ModelStage, ThresholdStage {

    /**
     * The score of the models just named; left out, each gives its own.
     *
     * @throws IllegalArgumentException if one of them cannot give it
     */
    ScoreStage score(Score score);

    /** Repeats everything, splits included, with so many seeds: 42, 43, …. Left out, one: {@value Experiment#SEED}. */
    ScoreStage seeds(int howMany);

    /** Repeats everything with exactly these seeds, at least one. */
    ScoreStage seedValues(long... seeds);
}

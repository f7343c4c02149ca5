package dev.oddity.core.detector;

import dev.oddity.reproducibility.SeedStream;
import java.util.function.Consumer;

/**
 * What a detector may use while it learns, besides the rows.
 *
 * @param seeds its randomness; take streams by name: {@code seeds.named("init")}, {@code "shuffle"}, {@code "noise"}
 * @param progress told once a step that takes long enough to be seen (an epoch, a tree)
 * @param warnings told, in one sentence, what a reader of the report must know, such as a subsample taken
 * @param labels what is told of the training rows; nothing to a detector whose {@link Detector#supervision()} is none
 */
public record FitContext(SeedStream seeds, Progress progress, Consumer<String> warnings, TrainingLabels labels) {

    /** For a detector that learns without labels. */
    public FitContext(SeedStream seeds, Progress progress, Consumer<String> warnings) {
        this(seeds, progress, warnings, TrainingLabels.none());
    }

    /** A quiet context for one seed. */
    public static FitContext of(long seed) {
        return of(seed, TrainingLabels.none());
    }

    /** A quiet context for one seed, with labels. */
    public static FitContext of(long seed, TrainingLabels labels) {
        return new FitContext(new SeedStream(seed), Progress.NONE, warning -> {}, labels);
    }

    public void warn(String sentence) {
        warnings.accept(sentence);
    }
}

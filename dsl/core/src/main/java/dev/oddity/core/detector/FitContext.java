package dev.oddity.core.detector;

import dev.oddity.reproducibility.SeedStream;
import java.util.function.Consumer;

/**
 * What a detector may use while it learns, besides the rows.
 *
 * @param seeds its randomness; take streams by name: {@code seeds.named("init")}, {@code "shuffle"}, {@code "noise"}
 * @param progress told once a step that takes long enough to be seen (an epoch, a tree)
 * @param warnings told, in one sentence, what a reader of the report must know, such as a subsample taken
 */
public record FitContext(SeedStream seeds, Progress progress, Consumer<String> warnings) {

    /** A quiet context for one seed. */
    public static FitContext of(long seed) {
        return new FitContext(new SeedStream(seed), Progress.NONE, warning -> {});
    }

    public void warn(String sentence) {
        warnings.accept(sentence);
    }
}

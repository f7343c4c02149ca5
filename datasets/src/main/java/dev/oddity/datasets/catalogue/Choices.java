package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.Split;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence may choose about any source, over what the source knows by itself.
 *
 * @param sample rows to thin to; 0 for all
 */
record Choices(@Nullable Split split, @Nullable Preparation preparation, int sample) {

    static final Choices NONE = new Choices(null, null, 0);

    /** A sample is the same rows in every experiment, whatever its seed. */
    private static final long SAMPLE_SEED = 1;

    Choices split(Split chosen) {
        return new Choices(chosen, preparation, sample);
    }

    Choices prepare(Preparation chosen) {
        return new Choices(split, chosen, sample);
    }

    Choices sample(int rows) {
        if (rows < 1) {
            throw new DataException("sample(" + rows + "): a sample has at least one row, such as sample(10_000)");
        }
        return new Choices(split, preparation, rows);
    }

    Split splitOr(Split own) {
        return split == null ? own : split;
    }

    Preparation preparationOr(Preparation own) {
        return preparation == null ? own : preparation;
    }

    /** The tree a source describes itself with; the source adds what is its own. */
    Map<String, Object> describe(String name, Split ownSplit, Preparation ownPreparation) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", name);
        tree.put("split", splitOr(ownSplit).describe());
        tree.put("preparation", preparationOr(ownPreparation).describe());
        if (sample > 0) {
            tree.put("sample", Map.of("rows", sample, "seed", SAMPLE_SEED));
        }
        return tree;
    }

    /** The modifiers chosen, as they were written. */
    String sentence() {
        return (sample > 0 ? ".sample(" + sample + ")" : "")
                + (split == null ? "" : ".split(" + split + ")")
                + (preparation == null ? "" : ".prepare(" + preparation + ")");
    }

    /** The data, thinned if a sample is asked for. */
    Dataset of(Dataset all) {
        return sample == 0 ? all : all.sample(sample, new Random(SAMPLE_SEED));
    }
}

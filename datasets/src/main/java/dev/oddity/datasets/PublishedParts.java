package dev.oddity.datasets;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The parts that a set of the catalogue was published in, as {@link Dataset#officialTraining()} has them: right for a sample
 * too, in which fewer rows are left of each part. Nothing is random.
 */
public enum PublishedParts implements Split {
    /** The training part trains, the test part tests. */
    AS_PUBLISHED("official()"),

    /** The test part trains, the training part tests: some papers do so where the test part is the larger one. */
    FLIPPED("official().flipped()");

    private final String word;

    PublishedParts(String word) {
        this.word = word;
    }

    /** Training and test part change places. */
    public PublishedParts flipped() {
        return this == FLIPPED ? AS_PUBLISHED : FLIPPED;
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        int boundary = dataset.officialTraining();
        if (boundary == 0 || boundary == dataset.rows()) {
            throw new DataException("the " + dataset.rows() + " rows of " + dataset.name()
                    + " are all of one published part; take a larger .sample(..) or another split");
        }
        int[] first = IntStream.range(0, boundary).toArray();
        int[] second = IntStream.range(boundary, dataset.rows()).toArray();
        return this == FLIPPED ? new Partition(second, new int[0], first) : new Partition(first, new int[0], second);
    }

    @Override
    public boolean exchangeable() {
        return false;
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("split", "official", "flipped", this == FLIPPED);
    }

    @Override
    public String toString() {
        return word;
    }
}

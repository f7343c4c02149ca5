package dev.oddity.reproducibility;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A source of randomness that is derived by name, not by the order of calls: {@code seeds.named("split")} gives the same
 * numbers whatever else was asked before. So adding a model to an experiment leaves the other models' numbers alone.
 *
 * <p>A child's seed is the first eight bytes, big-endian, of SHA-256 over the parent's seed (eight bytes, big-endian)
 * followed by the name in UTF-8. The numbers come from {@link Random}, whose algorithms are fixed by its specification.
 */
public record SeedStream(long seed) {

    public SeedStream named(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(Long.BYTES + utf8.length)
                .putLong(seed)
                .put(utf8)
                .array();
        return new SeedStream(ByteBuffer.wrap(Sha256.of(message)).getLong());
    }

    /** A new generator at the start of this stream. */
    public Random random() {
        return new Random(seed);
    }
}

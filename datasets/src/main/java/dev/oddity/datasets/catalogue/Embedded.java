package dev.oddity.datasets.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files inside the jar; where they come from and their licences are in {@code LICENCES.md} beside them. */
final class Embedded {

    private Embedded() {}

    static byte[] read(String name) {
        try (InputStream stream = Embedded.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar of oddity-datasets is incomplete: it lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar of oddity-datasets is damaged", broken);
        }
    }
}

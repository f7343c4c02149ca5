package dev.oddity.reproducibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the code whose change is too large for a patch: what it was can be told, and not be had back from a record.
 *
 * @param path from the checkout's root
 * @param bytes how large it was; 0 if it was deleted
 * @param sha256 of all of it; empty if it was deleted
 */
public record LeftOut(String path, long bytes, Optional<String> sha256) {

    static LeftOut of(Path top, String path) throws IOException {
        Path file = top.resolve(path);
        return Files.isRegularFile(file)
                ? new LeftOut(path, Files.size(file), Optional.of(Sha256.hex(file)))
                : new LeftOut(path, 0, Optional.empty());
    }

    /** Whether the file is so in a folder, the root of a checkout. */
    public boolean isIn(Path top) throws IOException {
        return of(top, path).equals(this);
    }

    Map<String, Object> tree() {
        return sha256.<Map<String, Object>>map(hash -> Map.of("bytes", bytes, "sha256", hash))
                .orElseGet(() -> Map.of("deleted", true));
    }

    /** As a record has it. */
    public static LeftOut of(String path, Map<?, ?> tree) {
        return new LeftOut(
                path,
                tree.get("bytes") instanceof Number bytes ? bytes.longValue() : 0,
                tree.get("sha256") instanceof String hash ? Optional.of(hash) : Optional.empty());
    }

    @Override
    public String toString() {
        return path
                + sha256.map(hash -> " (%,d bytes, SHA-256 %s)".formatted(bytes, hash))
                        .orElse(" (deleted)");
    }
}

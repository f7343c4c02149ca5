package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit a checkout stands on.
 *
 * @param id the full hash
 * @param dirty whether tracked files differ from it or untracked, not ignored ones lie beside them
 */
public record Commit(String id, boolean dirty) {

    /** Of the checkout this folder is in; empty outside of one, before its first commit, or where git is missing. */
    public static Optional<Commit> of(Path folder) {
        return HostCommand.output(folder, "git", "rev-parse", "--verify", "HEAD")
                .flatMap(id -> HostCommand.output(folder, "git", "status", "--porcelain")
                        .map(changes -> new Commit(id, !changes.isEmpty())));
    }

    @Override
    public String toString() {
        return dirty ? id + " with changes" : id;
    }
}

package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The commit a checkout stands on.
 *
 * @param id the full hash
 * @param patch what differs from it, and what lies beside its files, neither tracked nor ignored; empty if nothing does
 */
public record Commit(String id, Optional<Patch> patch) {

    /** Of the checkout this folder is in; empty outside of one, before its first commit, or where git is missing. */
    public static Optional<Commit> of(Path folder) {
        return HostCommand.output(folder, "git", "rev-parse", "--verify", "HEAD")
                .flatMap(id -> HostCommand.output(folder, "git", "status", "--porcelain")
                        .map(changes -> new Commit(
                                id, changes.isEmpty() ? Optional.empty() : Optional.of(Patch.of(folder, changes)))));
    }

    /** Whether anything differs from the commit. */
    public boolean dirty() {
        return patch.isPresent();
    }

    /** Whether code differs from the commit, rather than outputs of notebooks or files that are no code. */
    public boolean codeChanged() {
        return patch.filter(difference ->
                        !difference.text().isEmpty() || !difference.leftOut().isEmpty())
                .isPresent();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", id);
        tree.put("dirty", dirty());
        patch.ifPresent(difference -> tree.put("patch", difference.tree()));
        return tree;
    }

    @Override
    public String toString() {
        return codeChanged() ? id + " with changes" : id;
    }
}

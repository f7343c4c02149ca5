package dev.oddity.ci;

import dev.oddity.core.runs.RecordedRun;
import dev.oddity.reproducibility.Commit;
import dev.oddity.reproducibility.HostCommand;
import dev.oddity.reproducibility.LeftOut;
import dev.oddity.reproducibility.Patch;
import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code that a run was made with: a commit, and what differed from it.
 *
 * @param commit the full hash
 * @param patch for {@code git apply}; empty if nothing else differed
 * @param leftOut files whose changes are not in the patch
 * @param whole whether the patch holds all that differed
 */
record RecordedCode(String commit, String patch, List<LeftOut> leftOut, boolean whole) {

    private static final int SHORT = 8;

    /** Empty for a run outside of a checkout. */
    static Optional<RecordedCode> of(RecordedRun run) {
        if (!(run.environment().get("commit") instanceof Map<?, ?> commit)
                || !(commit.get("id") instanceof String id)) {
            return Optional.empty();
        }
        Map<?, ?> patch = commit.get("patch") instanceof Map<?, ?> changes ? changes : Map.of();
        List<LeftOut> leftOut = new ArrayList<>();
        if (patch.get("leftOut") instanceof Map<?, ?> files) {
            files.forEach((path, file) ->
                    leftOut.add(LeftOut.of(path.toString(), file instanceof Map<?, ?> told ? told : Map.of())));
        }
        return Optional.of(new RecordedCode(
                id,
                patch.get("text") instanceof String text ? text : "",
                leftOut,
                !Boolean.FALSE.equals(patch.get("whole"))));
    }

    /** Whether the code in a folder is this. */
    boolean isIn(Path folder) {
        return Commit.of(folder)
                .filter(here -> here.id().equals(commit)
                        && here.patch().map(Patch::text).orElse("").equals(patch)
                        && here.patch().map(Patch::leftOut).orElse(List.of()).equals(leftOut))
                .isPresent();
    }

    /** How to get it back. */
    String advice(String file) {
        String what = "the code here is not that of the record, which is commit " + commit;
        String folder = "../oddity-" + commit.substring(0, Math.min(SHORT, commit.length()));
        if (patch.isEmpty() && leftOut.isEmpty()) {
            return "%s; to make the run again with that: ci/notebooks rerun %s --checkout %s"
                    .formatted(what, file, folder);
        }
        if (!whole) {
            return "%s with changes of which only the beginning was kept; ci/notebooks rerun %s --patch FILE writes that"
                    .formatted(what, file);
        }
        return ("%s with changes; to make the run again with those: ci/notebooks rerun %s --checkout %s"
                        + " (--patch FILE writes the changes alone, for git apply)")
                .formatted(what, file, folder);
    }

    /** @throws UsageException if there is nothing to write */
    void writePatch(Path file) {
        if (patch.isEmpty()) {
            throw new UsageException(
                    leftOut.isEmpty()
                            ? "the record has no changes: its code is commit " + commit + " as it is"
                            : "the record holds no changes, only the hashes of files that were too large for it: "
                                    + names(leftOut));
        }
        WholeFile.write(file, patch);
    }

    /** What else it takes, as a sentence; empty if the patch is all. */
    Optional<String> notInPatch() {
        if (!whole) {
            return Optional.of("that is the beginning of it; the rest was not kept");
        }
        return leftOut.isEmpty() ? Optional.empty() : Optional.of("not in it, since too large: " + names(leftOut));
    }

    /**
     * Puts it into a new folder, a worktree of the repository. Where that fails the folder is taken away again.
     *
     * @throws UsageException if git cannot, saying why, or a file of the record would lie elsewhere
     */
    void checkOut(Path repository, Path folder) {
        if (!whole) {
            throw new UsageException("the code of the record cannot be had: of what differed from commit " + commit
                    + " only the beginning was kept; --patch FILE writes that");
        }
        if (Files.exists(folder)) {
            throw new UsageException("--checkout %s: it is there already; name a new folder".formatted(folder));
        }
        git(repository, "cat-file", "-e", commit + "^{commit}").ifPresent(said -> {
            throw new UsageException("commit %s of the record is not in %s (%s); fetch it, or it is another project's"
                    .formatted(commit, repository, said));
        });
        leftOut.forEach(file -> requireInside(file, folder));
        requireAtHand(repository);
        git(repository, "worktree", "add", "--detach", folder.toString(), commit)
                .ifPresent(said -> {
                    throw new UsageException(
                            "git made no worktree %s of commit %s: %s".formatted(folder, commit, said));
                });
        try {
            if (!patch.isEmpty()) {
                apply(folder);
            }
            for (LeftOut file : leftOut) {
                requireNoLink(file, folder);
                bring(file, repository, folder);
            }
        } catch (IOException e) {
            git(repository, "worktree", "remove", "--force", folder.toString());
            throw new UncheckedIOException("cannot write the recorded changes to " + folder, e);
        } catch (RuntimeException e) {
            git(repository, "worktree", "remove", "--force", folder.toString());
            throw e;
        }
    }

    private void apply(Path folder) throws IOException {
        Path written = Files.createTempFile("oddity-", ".patch");
        try {
            Files.writeString(written, patch);
            git(folder, "apply", written.toString()).ifPresent(said -> {
                throw new UsageException(
                        "git could not apply the recorded changes, which --patch FILE writes, to commit %s: %s"
                                .formatted(commit, said));
            });
        } finally {
            Files.delete(written);
        }
    }

    private static void requireInside(LeftOut file, Path folder) {
        if (!isInside(file.path(), folder)) {
            throw damaged(file);
        }
    }

    private static boolean isInside(String path, Path folder) {
        try {
            Path to = folder.resolve(path).normalize();
            return to.startsWith(folder) && !to.equals(folder) && !to.startsWith(folder.resolve(".git"));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Git follows no link to a file of its own; the recorded changes may have put one there. */
    private static void requireNoLink(LeftOut file, Path folder) throws IOException {
        Path parent = folder.resolve(file.path()).normalize().getParent();
        while (!Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        Path lies = folder.toRealPath().resolve(folder.relativize(parent));
        if (!Files.isDirectory(parent) || !parent.toRealPath().equals(lies)) {
            throw damaged(file);
        }
    }

    private static UsageException damaged(LeftOut file) {
        return new UsageException("the record is damaged: %s is not in its checkout".formatted(file.path()));
    }

    /** What the record does not hold may still lie where it was. */
    private void requireAtHand(Path repository) {
        List<LeftOut> missing = leftOut.stream()
                .filter(file -> file.sha256().isPresent() && !isIn(repository, file))
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(
                    ("the code of the record cannot be had: it is not all in the record, and not in %s either: %s;"
                                    + " put there what has this hash, or take what --patch FILE writes, which is all the rest")
                            .formatted(repository, names(missing)));
        }
    }

    private static boolean isIn(Path repository, LeftOut file) {
        try {
            return file.isIn(repository);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + repository.resolve(file.path()), e);
        }
    }

    private static void bring(LeftOut file, Path repository, Path folder) throws IOException {
        Path to = folder.resolve(file.path()).normalize();
        if (file.sha256().isPresent()) {
            Files.createDirectories(to.getParent());
            Files.copy(repository.resolve(file.path()), to, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(to);
        }
    }

    private static String names(List<LeftOut> files) {
        return files.stream().map(LeftOut::toString).collect(Collectors.joining(", "));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        return HostCommand.complaint(
                folder,
                Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toArray(String[]::new));
    }
}

package dev.oddity.ci;

import dev.oddity.core.runs.RecordedRun;
import dev.oddity.reproducibility.Commit;
import dev.oddity.reproducibility.Patch;
import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code that a run was made with: a commit, and what differed from it.
 *
 * @param commit the full hash
 * @param patch for {@code git apply}; empty if nothing differed
 * @param whole whether the patch holds all that differed
 */
record RecordedCode(String commit, String patch, boolean whole) {

    private static final int SHORT = 8;

    /** Empty for a run outside of a checkout. */
    static Optional<RecordedCode> of(RecordedRun run) {
        if (!(run.environment().get("commit") instanceof Map<?, ?> commit)
                || !(commit.get("id") instanceof String id)) {
            return Optional.empty();
        }
        Map<?, ?> patch = commit.get("patch") instanceof Map<?, ?> changes ? changes : Map.of();
        return Optional.of(new RecordedCode(
                id, patch.get("text") instanceof String text ? text : "", !Boolean.FALSE.equals(patch.get("whole"))));
    }

    /** Whether the code in a folder is this. */
    boolean isIn(Path folder) {
        return Commit.of(folder)
                .filter(here -> here.id().equals(commit)
                        && here.patch().map(Patch::text).orElse("").equals(patch))
                .isPresent();
    }

    /** How to get it back. */
    String advice(String file) {
        String what = "the code here is not that of the record, which is commit " + commit;
        String folder = "../oddity-" + commit.substring(0, Math.min(SHORT, commit.length()));
        if (patch.isEmpty()) {
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
            throw new UsageException("the record has no changes: its code is commit " + commit + " as it is");
        }
        WholeFile.write(file, patch);
    }

    /**
     * Puts it into a new folder, a worktree of the repository.
     *
     * @throws UsageException if git cannot, saying why
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
            throw new UsageException("commit %s of the record is not in %s; fetch it, or it is another project's"
                    .formatted(commit, repository));
        });
        git(repository, "worktree", "add", "--detach", folder.toString(), commit)
                .ifPresent(said -> {
                    throw new UsageException(
                            "git made no worktree %s of commit %s: %s".formatted(folder, commit, said));
                });
        if (!patch.isEmpty()) {
            Path written = folder.resolveSibling(folder.getFileName() + ".patch");
            WholeFile.write(written, patch);
            git(folder, "apply", written.toString()).ifPresent(said -> {
                throw new UsageException("git could not apply the recorded changes, which are in %s, to %s: %s"
                        .formatted(written, folder, said));
            });
        }
    }

    /** What git says if it fails; empty if it does as told. */
    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start git", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package dev.oddity.ci.approval;

import dev.oddity.reproducibility.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The approval of what the cells of one notebook say that are tagged {@code approve}, in one profile.
 *
 * @param notebook its name without {@code .ipynb}
 * @param profile the profile it ran in
 * @param approved where the accepted text lies
 * @param received where the text of the last run lies, if it had such cells
 * @param standIn what the text is held to while there is no approved file of its own
 */
public record TextApproval(
        String notebook, String profile, Path approved, Path received, Optional<TextApproval> standIn) {

    static TextApproval of(String notebook, String profile, Path notebooks, Path output) {
        return new TextApproval(
                notebook,
                profile,
                notebooks.resolve("approved").resolve(notebook + "." + profile + ".approved.txt"),
                output.resolve(notebook + "." + profile + ".received.txt"),
                Optional.empty());
    }

    TextApproval onGpu() {
        String file = notebook + "." + profile + ".gpu.";
        return new TextApproval(
                notebook,
                profile,
                approved.resolveSibling(file + "approved.txt"),
                received.resolveSibling(file + "received.txt"),
                Optional.of(this));
    }

    public boolean hasApproved() {
        return Files.exists(approved);
    }

    /** The ids of the cells whose text is approved; none without an approved file. */
    public Set<String> approvedCells() {
        return hasApproved()
                ? read(approved).lines().filter(TextComparison::isCell).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    void forget() {
        delete(received);
    }

    void receive(ReceivedText text) {
        if (!text.isEmpty()) {
            WholeFile.write(received, text.outline());
        }
    }

    /** Without an approved file there is nothing to hold to: then every line is a difference. */
    TextComparison compare(ReceivedText text) {
        return TextComparison.of(known(), text.outline());
    }

    /** Approves the text received last; where there was none, that there is none. */
    void accept() {
        if (Files.exists(received)) {
            WholeFile.write(approved, read(received));
        } else {
            delete(approved);
        }
    }

    private String known() {
        return hasApproved() ? read(approved) : standIn.map(TextApproval::known).orElse("");
    }

    /** @param command that accepts what was received */
    public String advice(String command) {
        return hasApproved() || standIn.map(TextApproval::hasApproved).orElse(false)
                ? "%s says something else than approved; if it is right, accept it with: %s"
                        .formatted(notebook, command)
                : "%s has no approved text for the profile %s; if it is right, accept it with: %s"
                        .formatted(notebook, profile, command);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}

package dev.oddity.ci.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of approved metrics or texts, with what its name says.
 *
 * @param notebook whose it is, without {@code .ipynb}
 * @param profile whose it is
 */
public record ApprovedFile(Path path, String notebook, String profile) {

    /** A profile's name has no dot, and {@code gpu} behind it is of the device. */
    private static final Pattern NAME = Pattern.compile("(.+?)\\.([^.]+)(\\.gpu)?\\.approved\\.(json|txt)");

    /**
     * Those of all notebooks of a folder, by name. Whoever renames a notebook or a profile leaves one that nothing is held to
     * any more.
     */
    public static List<ApprovedFile> of(Path notebooks) {
        Path folder = notebooks.resolve("approved");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> named(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static Optional<ApprovedFile> named(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new ApprovedFile(file, name.group(1), name.group(2))) : Optional.empty();
    }
}

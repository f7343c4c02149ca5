package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs on disk, a folder each with its {@value #FILE}: only ever added to. A run is written beside its place, forced to the
 * disk and then moved there in one step, so a reader sees whole runs only, whatever kills the writer; what a killed one left
 * is hidden from readers and swept away a day later. Processes need no lock: each run has a name of its own.
 *
 * <p>Where: the folder that the system property {@value #PROPERTY} or the environment variable {@value #VARIABLE} names, else
 * {@code ~/.oddity/runs}. {@code off} keeps no runs.
 */
public final class RunStore {

    public static final String PROPERTY = "oddity.runs";
    public static final String VARIABLE = "ODDITY_RUNS";

    /** What the runs here are written in, and the only thing that is read. */
    public static final String FORMAT = "oddity-run/1";

    /** The name of the file in a run's folder. */
    public static final String FILE = "run.json";

    private static final String OFF = "off";
    private static final String UNFINISHED = ".part-";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final long LARGEST_BYTES = 64L << 20;

    private final Path folder;
    private final WholeFile.Writing writing;

    RunStore(Path folder, WholeFile.Writing writing) {
        this.folder = folder;
        this.writing = writing;
    }

    /** What was read: the runs, oldest first, and a sentence for each that could not be. */
    public record Contents(List<Map<String, Object>> runs, List<String> warnings) {

        public Contents {
            runs = List.copyOf(runs);
            warnings = List.copyOf(warnings);
        }
    }

    public static RunStore at(Path folder) {
        return new RunStore(folder.toAbsolutePath().normalize(), WholeFile::forced);
    }

    /** The one that property, variable or custom name; empty if it is switched off. */
    public static Optional<RunStore> chosen() {
        return chosen(System::getProperty, System::getenv);
    }

    static Optional<RunStore> chosen(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String given = properties.apply(PROPERTY);
        if (given == null || given.isBlank()) {
            given = environment.apply(VARIABLE);
        }
        if (given == null || given.isBlank()) {
            String home = properties.apply("user.home");
            return Optional.of(at(Path.of(home == null ? "." : home, ".oddity", "runs")));
        }
        return given.strip().equalsIgnoreCase(OFF) ? Optional.empty() : Optional.of(at(Path.of(given.strip())));
    }

    public Path folder() {
        return folder;
    }

    /**
     * Adds a run.
     *
     * @param run a tree whose {@code id} is its name; {@link RunId#at} gives one
     * @return its file
     * @throws UncheckedIOException if the disk is full, or the folder cannot be written
     */
    public Path keep(Map<String, ?> run) {
        String id = String.valueOf(run.get("id"));
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a run's id is 1 to 64 letters, digits and hyphens, not '" + id + "'");
        }
        byte[] text = CanonicalJson.pretty(run).getBytes(StandardCharsets.UTF_8);
        Path part = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            sweep();
            try {
                Files.createDirectory(part);
                writing.write(part.resolve(FILE), text);
                WholeFile.forceNames(part);
                Files.move(part, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                remove(part);
                throw e;
            }
            WholeFile.forceNames(folder);
            return folder.resolve(id).resolve(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run is not kept in " + folder + ": " + FileTrouble.reason(e)
                            + "; make room, or name another folder, or " + OFF + ", with " + VARIABLE + " or -D"
                            + PROPERTY,
                    e);
        }
    }

    /** Every run here. What is damaged, foreign or of a newer version is left out, and a warning names it. */
    public Contents read() {
        List<Map<String, Object>> runs = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Path run : folders()) {
            try {
                runs.add(read(run.resolve(FILE)));
            } catch (IllegalArgumentException e) {
                warnings.add(e.getMessage() + "; it is left out");
            }
        }
        return new Contents(runs, warnings);
    }

    /**
     * One run.
     *
     * @param file a {@code run.json}, or the folder it lies in
     * @throws IllegalArgumentException if it is missing, damaged, foreign or of a newer version, naming it
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(Path file) {
        Path json = Files.isDirectory(file) ? file.resolve(FILE) : file;
        Object tree = JsonFile.read(json, LARGEST_BYTES);
        Object format = tree instanceof Map<?, ?> map ? map.get("format") : null;
        if (FORMAT.equals(format)) {
            return (Map<String, Object>) tree;
        }
        String family = FORMAT.substring(0, FORMAT.indexOf('/') + 1);
        if (format instanceof String text && text.startsWith(family)) {
            throw new IllegalArgumentException(
                    json + " is written as " + text + " by another version of Oddity; this one reads " + FORMAT
                            + ", so make it again with that version");
        }
        throw new IllegalArgumentException(json + " is no run of Oddity: its format is " + format + ", not " + FORMAT);
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder, entry -> !entry.getFileName().toString().startsWith(".") && Files.isDirectory(entry))) {
            entries.forEach(folders::add);
        } catch (NoSuchFileException nothingKeptYet) {
            return folders;
        } catch (NotDirectoryException e) {
            throw new IllegalArgumentException(
                    folder + " is a file, and runs are kept in a folder, each in one of its own; name that folder", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the runs in " + folder + ": " + FileTrouble.reason(e), e);
        }
        folders.sort(null);
        return folders;
    }

    /** What writers left that were killed. A writer of today may still be at work. */
    private void sweep() throws IOException {
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    remove(part);
                }
            }
        } catch (NoSuchFileException sweptByAnother) {
            return;
        }
    }

    private static void remove(Path part) throws IOException {
        Files.deleteIfExists(part.resolve(FILE));
        Files.deleteIfExists(part);
    }
}

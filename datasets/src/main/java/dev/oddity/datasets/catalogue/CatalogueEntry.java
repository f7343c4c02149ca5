package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.Provenance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the catalogue knows of one data set without loading it. {@code datasets("kdd99")} gives one; a notebook shows it
 * as a page. What it declares of rows and columns is held against the loaded data by a test.
 *
 * @param word what it is called by, such as {@code kdd99()} or {@code nab(name)}
 * @param what it is, one sentence
 * @param kind what a row is
 * @param variants the tables it can load, the one of the bare word first; none if nobody but its owner gives the data
 * @param source the page it is published at
 * @param licence as its publisher states it, or "unknown"
 * @param citation how its authors ask to be cited
 * @param files all that may be read
 * @param toObtain how to get what is not on this machine
 * @param traps what misleads a reader of figures on it
 */
public record CatalogueEntry(
        String word,
        String what,
        Kind kind,
        List<Variant> variants,
        String source,
        String licence,
        String citation,
        List<PublishedFile> files,
        String toObtain,
        List<Trap> traps) {

    /** What {@link #toObtain} says of data inside the jar. */
    static final String EMBEDDED = "embedded";

    /** What {@link #toObtain} says of data that have a public address. */
    static final String FETCHED = "fetched when first loaded";

    /** What a row is. */
    public enum Kind {
        /** Of a table, an example by itself. */
        TABLE("table"),
        /** A point or a window of a series. */
        SERIES("series"),
        /** An image. */
        IMAGES("images");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    public CatalogueEntry {
        variants = List.copyOf(variants);
        files = List.copyOf(files);
        traps = List.copyOf(traps);
    }

    /** The word without its brackets, such as {@code kdd99}. */
    public String name() {
        return word.substring(0, word.indexOf('('));
    }

    /** Rows of what the bare word loads; of all series together where the word takes a name; 0 if they were not counted. */
    public int rows() {
        return counted().mapToInt(Variant::rows).sum();
    }

    /** Columns of the table; 0 if they were not counted. */
    public int features() {
        return counted().mapToInt(Variant::features).max().orElse(0);
    }

    /** Anomalies among the {@link #rows}. */
    public int anomalies() {
        return counted().mapToInt(Variant::anomalies).sum();
    }

    private Stream<Variant> counted() {
        return word.endsWith("()") ? variants.stream().limit(1) : variants.stream();
    }

    /** Whether somebody must ask for a file, or put it in its place. */
    boolean obtainedByHand() {
        return !toObtain.equals(EMBEDDED)
                && files.stream().allMatch(file -> file.url().isEmpty());
    }

    /** Where its files are now: a folder, {@code embedded}, in a folder of yours, or not on this machine. */
    public String whereFound() {
        return whereFound(Lookup.here());
    }

    String whereFound(Lookup lookup) {
        if (toObtain.equals(EMBEDDED)) {
            return EMBEDDED;
        }
        if (files.isEmpty()) {
            return "in a folder of yours";
        }
        List<Path> folders = files.stream()
                .flatMap(file -> lookup.find(file).stream())
                .map(Path::getParent)
                .filter(Objects::nonNull)
                .toList();
        if (folders.isEmpty()) {
            return "not on this machine";
        }
        String share = folders.size() == files.size() ? "" : folders.size() + " of " + files.size() + " files in ";
        return share + commonFolder(folders);
    }

    private static Path commonFolder(List<Path> folders) {
        Path common = folders.get(0);
        for (Path folder : folders) {
            while (!folder.startsWith(common)) {
                common = Optional.ofNullable(common.getParent()).orElse(folder);
            }
        }
        return common;
    }

    /** The provenance of data read from some of the files. */
    Provenance provenance(String version, PublishedFile... read) {
        String sha256 = Arrays.stream(read).map(PublishedFile::sha256).collect(Collectors.joining(", "));
        return new Provenance(version, source, licence, citation, sha256);
    }

    /** What a report on the set must repeat where the given words were used. */
    List<String> notes(String... used) {
        return traps.stream()
                .filter(trap -> trap.reported() && trap.holds(Arrays.asList(used)))
                .map(Trap::text)
                .toList();
    }

    @Override
    public String toString() {
        return word + ": " + what;
    }
}

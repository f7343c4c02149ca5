package dev.oddity.datasets.catalogue;

import java.util.List;

/**
 * What the catalogue says about a set without loading it; a test holds it against the loaded data.
 *
 * @param word what it is called by
 * @param rows of the table it loads without further words; 0 if it could not be counted
 * @param features columns of that table
 * @param anomalies rows of it
 * @param files it can be read from, each by itself where there are several editions; empty if it is in the jar
 * @param toObtain how to get what is not on this machine
 */
record Entry(
        String word,
        int rows,
        int features,
        int anomalies,
        Kind kind,
        String licence,
        List<PublishedFile> files,
        String toObtain) {

    /** What a row is. */
    enum Kind {
        TABLE("table"),
        SERIES("series"),
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

    Entry {
        files = List.copyOf(files);
    }

    /** Whether nobody but its owner gives it, so that nothing was counted. */
    boolean onRequest() {
        return rows == 0;
    }

    /** The path of a file on this machine, {@code embedded}, or that it is neither. */
    String whereFound(Lookup lookup) {
        if (files.isEmpty()) {
            return onRequest() ? "in a folder of yours" : "embedded";
        }
        return files.stream()
                .flatMap(file -> lookup.find(file).stream())
                .findFirst()
                .map(path -> path.toString())
                .orElse("not on this machine");
    }
}

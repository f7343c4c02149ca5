package dev.oddity.datasets.catalogue;

/**
 * A file that others publish and that never changes.
 *
 * @param path below a folder of data sets, with slashes
 * @param sha256 of its bytes, lower-case hex
 * @param url where it can be fetched; empty if nowhere
 */
record PublishedFile(String path, String sha256, String url) {

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package dev.oddity.datasets.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file that others publish and that never changes. Where its path does not end in {@code .gz}, a gzip-compressed copy
 * beside it is as good: it is unpacked, and then held against the checksum.
 *
 * @param path below a folder of data sets, with slashes
 * @param sha256 of its bytes, lower-case hex
 * @param url where it can be fetched; empty if nowhere
 */
record PublishedFile(String path, String sha256, String url) {

    private static final String PACKED = ".gz";

    /** More than any file of the catalogue, so that a small file cannot fill the memory. */
    private static final int LARGEST = 500_000_000;

    /** Names the file may have in a folder, the plain one first. */
    List<String> names() {
        return path.endsWith(PACKED)
                ? List.of(path, fileName())
                : List.of(path, fileName(), path + PACKED, fileName() + PACKED);
    }

    /** The content of a copy of that name: unpacked if the copy is packed and the file itself is not. */
    byte[] unpacked(String name, byte[] content) throws IOException {
        if (!name.endsWith(PACKED) || path.endsWith(PACKED)) {
            return content;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16)) {
            byte[] all = stream.readNBytes(LARGEST + 1);
            if (all.length > LARGEST) {
                throw new IOException("it unpacks to more than " + LARGEST + " bytes, so it is not what was published");
            }
            return all;
        }
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

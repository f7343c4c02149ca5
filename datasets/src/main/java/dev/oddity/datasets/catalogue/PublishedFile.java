package dev.oddity.datasets.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file that others publish and that never changes. Where its path does not end in {@code .gz}, a gzip-compressed copy
 * beside it is as good: it is unpacked, and then held against the checksum.
 *
 * @param path below a folder of data sets, with slashes
 * @param bytes its size
 * @param sha256 of its bytes, lower-case hex
 * @param url where it can be fetched; empty if nowhere
 */
public record PublishedFile(String path, long bytes, String sha256, String url) {

    private static final String PACKED = ".gz";

    /** Names the file may have in a folder, the plain one first. */
    List<String> names() {
        return path.endsWith(PACKED)
                ? List.of(path, fileName())
                : List.of(path, fileName(), path + PACKED, fileName() + PACKED);
    }

    /** The content of a copy of that name: unpacked if the copy is packed and the file itself is not. */
    byte[] unpacked(String name, byte[] content) throws IOException {
        if (!isPacked(name)) {
            return content;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16)) {
            byte[] all = stream.readNBytes(Math.toIntExact(bytes + 1));
            if (all.length > bytes) {
                throw new IOException(String.format(
                        Locale.ROOT, "it unpacks to more than the %,d bytes of the published file", bytes));
            }
            return all;
        }
    }

    /** Bytes that its address may send at most: its size, or of a packed copy what gzip makes of bytes that do not shrink. */
    long mostToFetch() {
        return isPacked(url) ? bytes + bytes / 1_000 + 1_024 : bytes;
    }

    /** For messages: {@code the 1,409,035 bytes that corrected.gz has at most}. */
    String largest() {
        return String.format(Locale.ROOT, "the %,d bytes that %s has at most", mostToFetch(), fileName());
    }

    private boolean isPacked(String name) {
        return name.endsWith(PACKED) && !path.endsWith(PACKED);
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

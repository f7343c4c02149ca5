package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a user's file as they come: unzipped, without the mark that some programs put before UTF-8, and with the SHA-256
 * of the file itself, known once all is read.
 */
final class CsvContent implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Text compresses up to some fifty times; what unpacks to more than this is made to fill a memory. */
    private static final int UNPACKED_TIMES = 250;

    /** Whatever the ratio, this much is no harm. */
    private static final long UNPACKED_FREE = 1L << 30;

    private final String name;
    private final DigestInputStream file;
    private final InputStream text;
    private final long limit;
    private long taken;

    private CsvContent(String name, DigestInputStream file, long limit) throws IOException {
        this.name = name;
        this.file = file;
        this.limit = limit;
        BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
        this.text =
                startsWith(raw, 0x1f, 0x8b) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        if (startsWith(text, 'P', 'K', 3, 4)) {
            throw new DataException(
                    name + " is a zip archive or a workbook; unpack it, or save its sheet as CSV, and name that file");
        }
        if (startsWith(text, 'P', 'A', 'R', '1')) {
            throw new DataException(
                    name + " is a Parquet file; write it as CSV, or let a database that reads Parquet, such"
                            + " as DuckDB, give its rows to query(..)");
        }
        if (startsWith(text, 0xfe, 0xff) || startsWith(text, 0xff, 0xfe)) {
            throw new DataException(name + " is written in UTF-16; save it as UTF-8");
        }
        if (startsWith(text, 0xef, 0xbb, 0xbf)) {
            text.skipNBytes(3);
        }
    }

    static CsvContent open(Path path) {
        return open(path, UNPACKED_FREE);
    }

    /** @param free bytes that may come out whatever the size of the file */
    static CsvContent open(Path path, long free) {
        if (!Files.exists(path)) {
            throw new DataException("no file '" + path + "'" + nearMiss(path) + " looked in "
                    + path.toAbsolutePath().normalize().getParent());
        }
        if (Files.isDirectory(path)) {
            throw new DataException(
                    "'" + path + "' is a folder; name a file in it, such as csv(\"" + path.resolve("data.csv") + "\")");
        }
        String name = path.getFileName().toString();
        DigestInputStream file = null;
        try {
            file = new DigestInputStream(Files.newInputStream(path), Sha256.digest());
            return new CsvContent(name, file, Math.max(free, UNPACKED_TIMES * Files.size(path)));
        } catch (IOException broken) {
            close(file);
            throw broken instanceof ZipException || broken instanceof EOFException
                    ? damaged(name, broken)
                    : new DataException("'" + path + "' cannot be read (" + broken + "); make it readable", broken);
        } catch (DataException refused) {
            close(file);
            throw refused;
        }
    }

    private static boolean startsWith(InputStream stream, int... mark) throws IOException {
        stream.mark(mark.length);
        boolean same = true;
        for (int expected : mark) {
            same &= stream.read() == expected;
        }
        stream.reset();
        return same;
    }

    private static String nearMiss(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return ", nor its folder;";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return NearMiss.hint(path.getFileName().toString(), names);
        } catch (IOException unreadable) {
            return ";";
        }
    }

    /** Up to so many bytes more; less than 1 at the end. */
    int read(byte[] buffer, int from, int length) {
        try {
            int read = text.read(buffer, from, length);
            taken += Math.max(0, read);
            if (taken > limit) {
                throw new DataException(name + " unpacks to more than " + limit + " bytes, " + UNPACKED_TIMES
                        + " times its size or more, as no table of data does; unpack it yourself if it is one");
            }
            return read;
        } catch (ZipException | EOFException broken) {
            throw damaged(name, broken);
        } catch (IOException broken) {
            throw new DataException(name + " cannot be read to its end (" + broken + "); try again", broken);
        }
    }

    private static DataException damaged(String name, IOException broken) {
        return new DataException(name + " is a damaged gzip file (" + broken.getMessage() + "); copy it again", broken);
    }

    /** Of the whole file, as lower-case hex; reads what was not read. */
    String sha256() {
        try {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new DataException(name + " cannot be read to its end (" + broken + "); try again", broken);
        }
        return HexFormat.of().formatHex(file.getMessageDigest().digest());
    }

    @Override
    public void close() {
        close(text);
    }

    private static void close(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException harmless) {
            // Nothing was written, and all that was wanted has been read.
        }
    }
}

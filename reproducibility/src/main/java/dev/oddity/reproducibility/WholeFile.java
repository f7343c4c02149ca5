package dev.oddity.reproducibility;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that is written whole or not at all: whoever reads it sees the old or the new one, never half of one, and a disk that
 * fills up costs the new one only. The project's one way to write results.
 *
 * <p>The new content is first written beside the file, under a name of its own that ends in {@code .part}, forced to the disk
 * and then moved over the file in one step. So of two writers at once the later wins, whole. What a killed one left is taken
 * away by a writer of the same file a day later: until then it may be one at work.
 */
public final class WholeFile {

    private static final String UNFINISHED = ".part";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private WholeFile() {}

    /** How bytes come on the disk. */
    interface Writing {

        void write(Path file, byte[] bytes) throws IOException;
    }

    /** Writes a text in UTF-8; see {@link #write(Path, byte[])}. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the file over one that may be there, in a folder that is made if need be. Behind a link the file it leads to is
     * replaced; what is no file, such as {@code /dev/stdout}, is written into. When writing fails nothing is left behind.
     *
     * @throws UncheckedIOException if the disk is full, or the file cannot be there, saying which and why
     */
    public static void write(Path file, byte[] bytes) {
        write(file, bytes, WholeFile::forced);
    }

    static void write(Path file, byte[] bytes, Writing writing) {
        try {
            if (Files.exists(file)
                    && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
                Files.write(file, bytes);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), bytes, writing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write " + file + ": " + FileTrouble.reason(e)
                            + "; make room, or give another place that can be written to",
                    e);
        }
    }

    private static void replace(Path file, byte[] bytes, Writing writing) throws IOException {
        Path folder = file.getParent();
        String name = file.getFileName() + ".";
        Files.createDirectories(folder);
        sweep(folder, name);
        // Not a temporary file of the JDK's: those may be read by nobody but who wrote them.
        Path part = folder.resolve(name + UUID.randomUUID() + UNFINISHED);
        try {
            writing.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
        forceNames(folder);
    }

    /** What a full disk could not take must not fill it further. */
    private static void discard(Path part, IOException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Where a folder cannot be listed nothing is swept, but a file can be written all the same. */
    private static void sweep(Path folder, String name) {
        int length = name.length() + UUID.randomUUID().toString().length() + UNFINISHED.length();
        Instant old = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, path -> {
            String found = path.getFileName().toString();
            return found.length() == length && found.startsWith(name) && found.endsWith(UNFINISHED);
        })) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return;
        }
    }

    /**
     * Writes and waits until the disk has it: else a crash may leave the new name with nothing in it. A stream, not a channel:
     * a channel closes itself when its thread was interrupted, as it is after a stopped run.
     */
    static void forced(Path file, byte[] bytes) throws IOException {
        try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
            stream.write(bytes);
            stream.getFD().sync();
        }
    }

    /** The names in a folder; where folders cannot be opened, as on Windows, the file system sees to it itself. */
    static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}

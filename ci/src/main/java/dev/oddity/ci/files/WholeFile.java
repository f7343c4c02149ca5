package dev.oddity.ci.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that is replaced as a whole: whoever reads it sees the old or the new one, never half of one, and a disk that
 * fills up costs the new one only.
 *
 * <p>The new text is first written beside the file, under its name with {@code .part}. That name is always the same, so that
 * what a killed run leaves there goes with the next; two may not write one file at once.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the text in UTF-8 and makes the file's folder if need be. When writing fails, nothing is left behind. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.createDirectories(whole.getParent());
        try {
            try (FileOutputStream stream = new FileOutputStream(part.toFile())) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
                // Else a crash may leave the new name with nothing in it.
                stream.getFD().sync();
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
    }

    /** What a full disk could not take must not fill it further. */
    private static void discard(Path half, IOException failure) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}

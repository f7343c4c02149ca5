package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The bytes of a user's file. */
final class CsvContent {

    private CsvContent() {}

    static byte[] read(Path path) {
        if (!Files.exists(path)) {
            throw new DataException("no file '" + path + "'" + nearMiss(path) + " looked in "
                    + path.toAbsolutePath().normalize().getParent());
        }
        if (Files.isDirectory(path)) {
            throw new DataException(
                    "'" + path + "' is a folder; name a file in it, such as csv(\"" + path.resolve("data.csv") + "\")");
        }
        try {
            if (Files.size(path) > Integer.MAX_VALUE - 8) {
                throw new DataException("'" + path + "' is larger than 2 GB; split it");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new DataException("'" + path + "' cannot be read (" + unreadable + "); make it readable", unreadable);
        }
    }

    private static String nearMiss(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return ", nor its folder;";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            String hint = NearMiss.hint(path.getFileName().toString(), names);
            return hint.isEmpty() ? ";" : hint;
        } catch (IOException unreadable) {
            return ";";
        }
    }

    /** Unzipped, and without the mark that some programs put before UTF-8. */
    static byte[] text(String name, byte[] content) {
        byte[] text = content;
        if (content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
            try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
                text = stream.readAllBytes();
            } catch (IOException broken) {
                throw new DataException(
                        name + " is a damaged gzip file (" + broken.getMessage() + "); copy it again", broken);
            }
        }
        boolean marked =
                text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb && (text[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }
}

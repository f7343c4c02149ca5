package dev.oddity.datasets.catalogue;

import dev.oddity.datasets.DataException;
import dev.oddity.datasets.NearMiss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
            return Files.readAllBytes(path);
        } catch (IOException | OutOfMemoryError unreadable) {
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
}

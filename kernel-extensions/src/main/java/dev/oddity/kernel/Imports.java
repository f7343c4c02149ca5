package dev.oddity.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What every notebook has imported before its first cell: {@code imports.txt}, one import a line. */
final class Imports {

    private static final String FILE = "imports.txt";

    private Imports() {}

    /** Those that can be had; a line whose package or class is not on the class path is left out. */
    static List<String> available() {
        try (InputStream file = Objects.requireNonNull(Imports.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("import "))
                    .filter(Imports::isAvailable)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in this jar can't be read", e);
        }
    }

    private static boolean isAvailable(String line) {
        if (!line.startsWith("import static ")) {
            return true;
        }
        String name = line.substring("import static ".length(), line.lastIndexOf('.'));
        try {
            Class.forName(name, false, Imports.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

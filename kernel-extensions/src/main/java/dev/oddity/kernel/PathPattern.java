package dev.oddity.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Files by a pattern such as {@code lib/*.jar}; {@code **} stands for any folders. */
final class PathPattern {

    private static final String WILD = "*?{[";

    private PathPattern() {}

    /** What is there, sorted; a path without a wild card is itself, if it exists. */
    static List<Path> find(String pattern) {
        String plain = pattern.startsWith("~/") ? System.getProperty("user.home") + pattern.substring(1) : pattern;
        int wild = 0;
        while (wild < plain.length() && WILD.indexOf(plain.charAt(wild)) < 0) {
            wild++;
        }
        if (wild == plain.length()) {
            Path path = Path.of(plain).toAbsolutePath().normalize();
            return Files.exists(path) ? List.of(path) : List.of();
        }
        int folder = Math.max(plain.lastIndexOf('/', wild), plain.lastIndexOf('\\', wild)) + 1;
        Path base = Path.of(plain.substring(0, folder)).toAbsolutePath().normalize();
        String rest = plain.substring(folder).replace('\\', '/');
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(base, depth)) {
            return found.filter(path -> matcher.matches(base.relativize(path)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

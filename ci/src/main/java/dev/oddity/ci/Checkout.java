package dev.oddity.ci;

import dev.oddity.datasets.NearMiss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The project's folder, where notebooks lie and results go. */
record Checkout(Path root) {

    static final String EXTENSION = ".ipynb";
    private static final Path MARK = Path.of("ci", "notebooks");

    /** The nearest folder, from {@code start} upwards, that holds {@code ci/notebooks}. */
    static Checkout around(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MARK))) {
                return new Checkout(folder);
            }
        }
        throw new UsageException(
                "%s is not in a checkout of Oddity: no folder above it holds %s; start ci/notebooks of one"
                        .formatted(start.toAbsolutePath(), MARK));
    }

    Path output() {
        return root.resolve("target").resolve("notebooks");
    }

    static String name(Path notebook) {
        String file = notebook.getFileName().toString();
        return file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
    }

    /**
     * The notebooks meant by these words; all of the checkout without any.
     *
     * @param words paths, folders for the notebooks in them, or names from the folder {@code notebooks} with or without
     *     {@code .ipynb}, or beginnings of names that one notebook only has, such as {@code 01}
     * @throws UsageException if a word means no notebook, or two notebooks have one name
     */
    List<Path> notebooks(List<String> words) {
        Map<String, Path> known = known();
        if (words.isEmpty() && known.isEmpty()) {
            throw new UsageException("no notebooks in " + root.resolve("notebooks") + "; name one by its path");
        }
        List<Path> meant = new ArrayList<>();
        Map<String, Path> names = new TreeMap<>();
        for (Path notebook : words.isEmpty()
                ? List.copyOf(known.values())
                : words.stream().flatMap(word -> meant(word, known).stream()).toList()) {
            Path other = names.put(name(notebook), notebook);
            if (other != null && !other.equals(notebook)) {
                throw new UsageException(
                        "%s and %s have one name, so their results would overwrite each other; run one at a time"
                                .formatted(other, notebook));
            }
            if (other == null) {
                meant.add(notebook);
            }
        }
        return meant;
    }

    /** What these commands call a notebook: by its name if it lies among the checkout's, else by its path. */
    String word(Path notebook) {
        Path file = notebook.toAbsolutePath().normalize();
        return root.resolve("notebooks").equals(file.getParent()) ? name(file) : path(file);
    }

    /** As written in a command that is given in the checkout's folder. */
    String path(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(root) ? root.relativize(whole) : whole).toString();
    }

    /** Those folders among these words that stand for all notebooks in them; without any word the checkout's. */
    List<Path> folders(List<String> words) {
        return words.isEmpty()
                ? List.of(root.resolve("notebooks"))
                : words.stream()
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .map(folder -> folder.toAbsolutePath().normalize())
                        .toList();
    }

    private static List<Path> meant(String word, Map<String, Path> known) {
        Path folder = Path.of(word);
        if (!Files.isDirectory(folder)) {
            return List.of(find(word, known));
        }
        List<Path> inside =
                List.copyOf(notebooksIn(folder.toAbsolutePath().normalize()).values());
        if (inside.isEmpty()) {
            throw new UsageException("no notebooks in the folder %s; name one by its path".formatted(word));
        }
        return inside;
    }

    private static Path find(String word, Map<String, Path> known) {
        Path file = Path.of(word);
        if (Files.isRegularFile(file)) {
            return file.toAbsolutePath().normalize();
        }
        String name = name(file);
        if (known.containsKey(name)) {
            return known.get(name);
        }
        List<String> starting =
                known.keySet().stream().filter(each -> each.startsWith(name)).toList();
        if (starting.size() == 1) {
            return known.get(starting.get(0));
        }
        if (starting.size() > 1) {
            throw new UsageException(
                    "'%s' may mean %s; give more of the name".formatted(word, String.join(", ", starting)));
        }
        throw new UsageException("no notebook '%s'%s notebooks: %s"
                .formatted(
                        word,
                        NearMiss.hint(name, known.keySet()),
                        known.isEmpty() ? "none" : String.join(", ", known.keySet())));
    }

    private Map<String, Path> known() {
        return notebooksIn(root.resolve("notebooks"));
    }

    private static Map<String, Path> notebooksIn(Path folder) {
        Map<String, Path> notebooks = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                        .forEach(file -> notebooks.put(name(file), file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder, e);
            }
        }
        return notebooks;
    }
}

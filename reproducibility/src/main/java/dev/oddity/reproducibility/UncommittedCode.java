package dev.oddity.reproducibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code of a checkout as it is now, as a difference from its commit that {@code git apply} takes: changed tracked files, and
 * new files of code that are not ignored. Of notebooks only what people wrote counts, not what runs left in them. New files of
 * other kinds are passed over: they are no code, and may hold data or a password. Of binary files, and new ones, that are too
 * large the hash is told.
 *
 * <p>Git makes it from a copy of the index, with objects aside: nothing in the checkout is touched.
 */
final class UncommittedCode {

    private static final List<String> NEW_FILES = List.of(
            "*.java",
            "*.jsh",
            "*.kt",
            "*.kts",
            "*.scala",
            "*.groovy",
            "*.gradle",
            "*.py",
            "*.sh",
            "*.ipynb",
            "pom.xml",
            "**/pom.xml");

    private static final int MOST_NEW_FILES = 100;
    private static final int LARGEST_NEW_FILE = 1 << 20;
    /** With what runs left in it, which the difference does not hold. */
    private static final int LARGEST_NEW_NOTEBOOK = 16 << 20;
    /** Bytes of all binary files before and after, which the difference holds in letters. */
    private static final int MOST_BINARY = 50_000;

    private static final int MOST_BYTES_OF_A_CHARACTER = 4;
    private static final int LONGEST_LIST = 1 << 20;
    private static final String ABSENT = "-";
    private static final String NOTEBOOK = ".ipynb";

    private final Path top;
    private final Path aside;
    private final Map<String, String> environment;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> binary = new ArrayList<>();

    /**
     * What was found.
     *
     * @param text for {@code git apply}
     * @param leftOut in the order of their names
     */
    record Difference(String text, List<LeftOut> leftOut) {}

    private UncommittedCode(Path top, Path aside, Path objects) {
        this.top = top;
        this.aside = aside;
        this.environment = Map.of(
                "GIT_INDEX_FILE", aside.resolve("index").toString(),
                "GIT_OBJECT_DIRECTORY", aside.resolve("objects").toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", objects.toString());
    }

    /**
     * @param folder in the checkout
     * @param most characters that are wanted; a text that would be longer has no binary files
     * @return empty if git does not tell
     */
    static Optional<Difference> of(Path folder, int most) {
        Optional<Path> top = HostCommand.output(folder, "git", "rev-parse", "--show-toplevel")
                .map(Path::of);
        Optional<Path> index = top.flatMap(root -> inside(root, "index"));
        Optional<Path> objects = top.flatMap(root -> inside(root, "objects"));
        if (index.isEmpty() || objects.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path aside = Files.createTempDirectory("oddity-index-");
            try {
                Files.createDirectory(aside.resolve("objects"));
                if (Files.exists(index.get())) {
                    Files.copy(index.get(), aside.resolve("index"));
                }
                return new UncommittedCode(top.get(), aside, objects.get()).difference(most);
            } finally {
                delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the changes in " + folder, e);
        }
    }

    private Optional<Difference> difference(int most) throws IOException {
        if (git("add", "-u").isEmpty()) {
            return Optional.empty();
        }
        addNewFiles();
        long bytes = 0;
        for (String line : list("diff", "--cached", "--numstat", "--no-renames", "-z", "HEAD")) {
            String[] counted = line.split("\t", 3);
            if (counted[0].equals(ABSENT)) {
                long more = bytes(counted[2]);
                if (bytes + more <= MOST_BINARY) {
                    bytes += more;
                    binary.add(counted[2]);
                } else {
                    leaveOut(counted[2]);
                    asCommitted(counted[2]);
                }
            } else if (counted[2].endsWith(NOTEBOOK)) {
                notebook(counted[2]);
            }
        }
        Optional<String> text = text(most);
        if (text.filter(all -> all.length() > most).isPresent() && !binary.isEmpty()) {
            for (String name : binary) {
                leaveOut(name);
                asCommitted(name);
            }
            text = text(most);
        }
        leftOut.sort(Comparator.comparing(LeftOut::path));
        return text.map(all -> new Difference(all, leftOut));
    }

    /** Enough of it to tell whether it is longer. */
    private Optional<String> text(int most) {
        return HostCommand.beginning(
                top,
                MOST_BYTES_OF_A_CHARACTER * (most + 1),
                environment,
                "git",
                "diff",
                "--cached",
                "--binary",
                "--no-ext-diff",
                "--no-textconv",
                "--no-color",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "HEAD");
    }

    /** One more than a record lists says that these are not all; the rest need not be read. */
    private void leaveOut(String name) throws IOException {
        if (leftOut.size() <= Patch.MOST_FILES) {
            leftOut.add(LeftOut.of(top, name));
        }
    }

    /** Of a binary file, as committed and as it lies there: a difference that can be taken back holds both. */
    private long bytes(String name) throws IOException {
        Path file = top.resolve(name);
        long now = Files.isRegularFile(file) ? Files.size(file) : 0;
        return now + git("cat-file", "-s", "HEAD:" + name).map(Long::parseLong).orElse(0L);
    }

    private void addNewFiles() throws IOException {
        List<String> search = new ArrayList<>(List.of("ls-files", "--others", "--exclude-standard", "-z", "--"));
        search.addAll(NEW_FILES);
        List<String> add = new ArrayList<>(List.of("--literal-pathspecs", "add", "--"));
        int fixed = add.size();
        for (String name : list(search.toArray(String[]::new))) {
            Path file = top.resolve(name);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            if (add.size() < fixed + MOST_NEW_FILES && Files.size(file) <= largest(name)) {
                add.add(name);
            } else {
                leaveOut(name);
            }
        }
        if (add.size() > fixed) {
            git(add.toArray(String[]::new));
        }
    }

    private static int largest(String name) {
        return name.endsWith(NOTEBOOK) ? LARGEST_NEW_NOTEBOOK : LARGEST_NEW_FILE;
    }

    /** In the copy of the index only. */
    private void asCommitted(String name) {
        git("--literal-pathspecs", "reset", "-q", "HEAD", "--", name);
    }

    private void notebook(String name) throws IOException {
        Path file = top.resolve(name);
        Optional<NotebookText> now = Files.isRegularFile(file) ? NotebookText.of(read(file)) : Optional.empty();
        if (now.isEmpty()) {
            return;
        }
        Optional<NotebookText> before = git("show", "HEAD:" + name).flatMap(NotebookText::of);
        if (before.filter(now.get()::saysTheSameAs).isPresent()) {
            asCommitted(name);
            return;
        }
        String text = before.map(now.get()::withTracesOf).orElseGet(now.get()::withoutTraces);
        Path written = Files.writeString(aside.resolve("notebook"), text);
        git("hash-object", "-w", "--no-filters", written.toString())
                .ifPresent(object -> git("update-index", "--add", "--cacheinfo", "100644," + object + "," + name));
    }

    /** A damaged one is in the difference as it is. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private List<String> list(String... arguments) {
        return HostCommand.beginning(top, LONGEST_LIST, environment, command(arguments))
                .map(names -> Arrays.stream(names.split("\0"))
                        .filter(name -> !name.isBlank())
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> git(String... arguments) {
        return HostCommand.output(top, environment, command(arguments));
    }

    private static Optional<Path> inside(Path root, String part) {
        return HostCommand.output(root, "git", "rev-parse", "--git-path", part).map(root::resolve);
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toArray(String[]::new);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            // Git keeps its objects read-only, which on Windows stands in the way of deleting them.
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete() && file.setWritable(true)) {
                    file.delete();
                }
            });
        }
    }
}

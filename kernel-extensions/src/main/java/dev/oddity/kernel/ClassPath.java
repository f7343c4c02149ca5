package dev.oddity.kernel;

import dev.oddity.kernel.jshell.JavaSession;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of cells: the kernel's own and what magics added, in this order. */
final class ClassPath {

    private static final List<Path> OWN = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .toList();

    private final JavaSession session;
    private final Consumer<ClassLoader> extensions;
    private final Consumer<String> notes;
    private final Set<Path> added = new LinkedHashSet<>();

    /**
     * @param extensions installs the extensions of {@code jjava-jupyter} that a class loader finds
     * @param notes told of each jar that has a class which is there already: what came first is looked in first
     */
    ClassPath(JavaSession session, Consumer<ClassLoader> extensions, Consumer<String> notes) {
        this.session = session;
        this.extensions = extensions;
        this.notes = notes;
    }

    List<Path> entries() {
        return Stream.concat(OWN.stream(), added.stream()).toList();
    }

    /**
     * Adds what is not there yet: all of it, or nothing if one of them can't be added.
     *
     * @throws IllegalArgumentException if one is neither a folder nor a jar
     */
    void add(List<Path> entries) {
        Map<Path, Set<Path>> clashes = new LinkedHashMap<>();
        for (Path entry : entries) {
            Path path = entry.toAbsolutePath().normalize();
            if (!OWN.contains(path) && !isShipped(path) && !added.contains(path)) {
                clashes.put(path, Files.isDirectory(path) ? Set.of() : clashes(path));
            }
        }
        if (!clashes.isEmpty()) {
            added.addAll(clashes.keySet());
            session.addToClassPath(
                    clashes.keySet().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            extensions.accept(session.classLoader());
        }
        clashes.forEach((path, before) -> before.forEach(clash -> notes.accept(note(path, clash))));
    }

    private static String note(Path path, Path before) {
        String stays = " stays; of classes that are in both, cells see that one";
        return OWN.contains(before)
                ? path.getFileName() + ": the kernel's own " + before.getFileName() + stays
                : path.getFileName() + ": " + before.getFileName() + ", added before," + stays
                        + "; restart the kernel and add " + path.getFileName() + " alone to use it";
    }

    /** Whether the kernel has a jar of the same name and version. */
    private static boolean isShipped(Path path) {
        return path.toString().endsWith(".jar")
                && OWN.stream().anyMatch(own -> own.getFileName().equals(path.getFileName()));
    }

    /** What is on the class path and has some of this jar's classes. */
    private Set<Path> clashes(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Set<Path> clashes = new LinkedHashSet<>();
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(ClassPath::isClass)
                    .forEach(name -> Optional.ofNullable(session.classLoader().getResource(name))
                            .flatMap(url -> entryOf(url, name))
                            .ifPresent(clashes::add));
            return clashes;
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " is no jar, or a damaged one: " + e.getMessage(), e);
        }
    }

    /** The jar or the folder that a class file was found in; none for a class of Java's own. */
    private static Optional<Path> entryOf(URL found, String name) {
        return switch (found.getProtocol()) {
            case "jar" ->
                Optional.of(found.getPath())
                        .map(inside -> Path.of(URI.create(inside.substring(0, inside.indexOf("!/")))));
            case "file" ->
                Optional.of(found.toString())
                        .map(file -> Path.of(URI.create(file.substring(0, file.length() - name.length()))));
            default -> Optional.empty();
        };
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && name.contains("/")
                && !name.startsWith("META-INF/")
                && !name.endsWith("/package-info.class");
    }
}

package dev.oddity.kernel;

import dev.oddity.kernel.jshell.JavaSession;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
    private final Set<Path> added = new LinkedHashSet<>();

    /** @param extensions installs the extensions of {@code jjava-jupyter} that a class loader finds */
    ClassPath(JavaSession session, Consumer<ClassLoader> extensions) {
        this.session = session;
        this.extensions = extensions;
    }

    List<Path> entries() {
        return Stream.concat(OWN.stream(), added.stream()).toList();
    }

    /**
     * Adds what is not there yet.
     *
     * @return a sentence for each jar that has a class the kernel has too: it looks in its own jars first
     */
    List<String> add(List<Path> entries) {
        List<String> notes = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Path entry : entries) {
            Path path = entry.toAbsolutePath().normalize();
            if (OWN.contains(path) || isShipped(path) || !added.add(path)) {
                continue;
            }
            for (Path clash : clashes(path)) {
                notes.add(path.getFileName() + ": the kernel's own " + clash.getFileName()
                        + " stays; of classes that are in both, cells see that one");
            }
            changed.add(path.toString());
        }
        if (!changed.isEmpty()) {
            session.addToClassPath(String.join(File.pathSeparator, changed));
            extensions.accept(session.classLoader());
        }
        return notes;
    }

    /** Whether the kernel has a jar of the same name and version. */
    private static boolean isShipped(Path path) {
        return path.toString().endsWith(".jar")
                && OWN.stream().anyMatch(own -> own.getFileName().equals(path.getFileName()));
    }

    /** The kernel's jars that have some of this one's classes. */
    private static List<Path> clashes(Path path) {
        if (!path.toString().endsWith(".jar")) {
            return List.of();
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(ClassPath::isClass)
                    .map(ClassPath.class.getClassLoader()::getResource)
                    .filter(Objects::nonNull)
                    .map(URL::getPath)
                    .filter(shipped -> shipped.contains("!"))
                    .map(shipped -> shipped.substring(0, shipped.indexOf('!')))
                    .distinct()
                    .map(shipped -> Path.of(URI.create(shipped)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " is no jar, or a damaged one: " + e.getMessage(), e);
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && name.contains("/")
                && !name.startsWith("META-INF/")
                && !name.endsWith("/package-info.class");
    }
}

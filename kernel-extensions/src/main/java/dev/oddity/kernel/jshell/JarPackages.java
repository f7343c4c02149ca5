package dev.oddity.kernel.jshell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a class path and the jars that have them, read from the jars' tables of contents. Those Java has in
 * memory to run from the jars; the compiler, left alone, would open each jar once more and walk through all its files.
 */
final class JarPackages {

    private static final String CLASS = ".class";

    private final List<Path> jars = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();
    private final Map<String, List<ZipFile>> packages = new HashMap<>();

    /** @param classPath jars and folders, parted as on a command line */
    JarPackages(String classPath) {
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                add(Path.of(entry));
            }
        }
    }

    /** The jars that are known here. */
    List<Path> jars() {
        return jars;
    }

    /** What else is on the class path: folders, and what can't be read as a jar. */
    List<Path> others() {
        return others;
    }

    /** The class files of one package, in the order of the class path. */
    List<JarClass> classes(String packageName) {
        String folder = packageName.replace('.', '/');
        List<JarClass> classes = new ArrayList<>();
        for (ZipFile jar : packages.getOrDefault(folder, List.of())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (folder.equals(folderOfClass(entry.getName()))) {
                    classes.add(new JarClass(jar, entry));
                }
            }
        }
        return classes;
    }

    private void add(Path entry) {
        if (jars.contains(entry) || others.contains(entry)) {
            return;
        }
        if (!Files.isRegularFile(entry)) {
            others.add(entry);
            return;
        }
        try {
            ZipFile jar = new ZipFile(entry.toFile());
            if (namesOthers(jar)) {
                jar.close();
                others.add(entry);
            } else {
                addPackages(jar);
                jars.add(entry);
            }
        } catch (IOException e) {
            others.add(entry);
        }
    }

    private void addPackages(ZipFile jar) {
        String last = null;
        for (ZipEntry entry : Collections.list(jar.entries())) {
            String folder = folderOfClass(entry.getName());
            if (folder != null && !folder.equals(last)) {
                List<ZipFile> having = packages.computeIfAbsent(folder, name -> new ArrayList<>(1));
                if (!having.contains(jar)) {
                    having.add(jar);
                }
                last = folder;
            }
        }
    }

    /** Whether a jar brings more jars with it. */
    private static boolean namesOthers(ZipFile jar) throws IOException {
        ZipEntry manifest = jar.getEntry(JarFile.MANIFEST_NAME);
        if (manifest == null) {
            return false;
        }
        try (InputStream in = jar.getInputStream(manifest)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("Class-Path:");
        }
    }

    /** Null if that is no class file, or one for newer Javas only. */
    private static @Nullable String folderOfClass(String name) {
        if (!name.endsWith(CLASS) || name.startsWith("META-INF/")) {
            return null;
        }
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}

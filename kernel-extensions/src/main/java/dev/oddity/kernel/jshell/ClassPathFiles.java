package dev.oddity.kernel.jshell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What the compiler sees of the class path. Jars that were there from the start come from an index; folders, and what
 * cells add later, the compiler finds by itself.
 */
final class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    private static final Set<String> CLASS_PATH_OPTIONS = Set.of("-classpath", "-cp", "--class-path");

    private final CompletableFuture<JarPackages> index;
    private final Lull lull;
    private boolean parted;

    /**
     * @param index may still be in the making
     * @param lull when JShell may go through all jars for names to complete
     */
    ClassPathFiles(StandardJavaFileManager files, CompletableFuture<JarPackages> index, Lull lull) {
        super(files);
        this.index = index;
        this.lull = lull;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> found = new ArrayList<>();
        if (kinds.contains(JavaFileObject.Kind.CLASS)) {
            found.addAll(index().classes(packageName));
        }
        super.list(location, packageName, kinds, recurse).forEach(found::add);
        return found;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof JarClass inJar ? inJar.binaryName() : super.inferBinaryName(location, file);
    }

    /** Cells have no use for plugins of the compiler, and to look for some takes it through every jar. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (!CLASS_PATH_OPTIONS.contains(current)) {
            return super.handleOption(current, remaining);
        }
        try {
            setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Arrays.stream(remaining.next().split(File.pathSeparator))
                            .filter(entry -> !entry.isEmpty())
                            .map(Path::of)
                            .toList());
            return true;
        } catch (IOException e) {
            throw new IllegalArgumentException("the class path can't be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        if (location == StandardLocation.CLASS_PATH) {
            List<Path> rest = new ArrayList<>(paths);
            rest.removeAll(index().jars());
            fileManager.setLocationFromPaths(location, rest);
        } else {
            fileManager.setLocationFromPaths(location, paths);
        }
    }

    /** Of the class path: what JShell goes through in the background. */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        if (location != StandardLocation.CLASS_PATH) {
            return fileManager.getLocationAsPaths(location);
        }
        lull.await();
        List<Path> all = new ArrayList<>(index().jars());
        fileManager.getLocationAsPaths(location).forEach(all::add);
        return all;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b) || !(a instanceof JarClass) && !(b instanceof JarClass) && fileManager.isSameFile(a, b);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    private synchronized JarPackages index() {
        JarPackages ready = index.join();
        if (!parted) {
            parted = true;
            try {
                fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, ready.others());
            } catch (IOException e) {
                throw new IllegalStateException("the class path can't be used: " + e.getMessage(), e);
            }
        }
        return ready;
    }
}

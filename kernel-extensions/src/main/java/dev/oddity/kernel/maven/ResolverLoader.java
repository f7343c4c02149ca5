package dev.oddity.kernel.maven;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads Maven's resolver from the jars that lie inside the kernel's own, into memory, away from every other class: what is
 * in those jars, and {@code dev.oddity.kernel.maven.resolver} which calls it, is loaded here; all else by the kernel.
 */
final class ResolverLoader extends ClassLoader {

    private static final String JARS = "dev/oddity/kernel/maven/jars";
    private static final String CALLER = "dev.oddity.kernel.maven.resolver.";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> files;

    private ResolverLoader(ClassLoader kernel, Map<String, byte[]> files) {
        super("maven", kernel);
        this.files = files;
    }

    /** A resolver that uses the user's settings and local repository. */
    static Maven open() {
        ResolverLoader loader = new ResolverLoader(ResolverLoader.class.getClassLoader(), jars());
        try {
            return (Maven)
                    loader.loadClass(CALLER + "MavenResolver").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Maven's resolver in this jar can't be loaded", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] code = code(name);
            return code == null ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] file = files.get(name);
        return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    protected @Nullable URL findResource(String name) {
        byte[] file = files.get(name);
        try {
            return file == null ? null : new URL(null, "memory:" + name, new InMemory(file));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private byte @Nullable [] code(String name) {
        String file = name.replace('.', '/') + ".class";
        if (!name.startsWith(CALLER)) {
            return files.get(file);
        }
        try (InputStream in = super.getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<String, byte[]> jars() {
        try {
            Path home = Path.of(ResolverLoader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return read(home.resolve(JARS));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return read(jar.getPath(JARS));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Maven's resolver in this jar can't be read", e);
        }
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        List<Path> jars;
        try (Stream<Path> found = Files.list(folder)) {
            jars = found.sorted().toList();
        }
        for (Path jar : jars) {
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        files.putIfAbsent(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    /** Opens an address whose content is at hand. */
    private static final class InMemory extends URLStreamHandler {

        private final byte[] content;

        InMemory(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    // Nothing to connect to.
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}

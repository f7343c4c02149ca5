package dev.oddity.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the kernel known to Jupyter, and takes it away again.
 *
 * @param kernels the folder of kernelspecs, one folder each
 */
public record KernelSpecInstaller(Path kernels) {

    /** Where the present user's Jupyter looks: {@code JUPYTER_DATA_DIR}, or the platform's own place. */
    public static KernelSpecInstaller user() {
        return user(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    static KernelSpecInstaller user(Map<String, String> environment, Path home, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        Path data;
        if (environment.containsKey("JUPYTER_DATA_DIR")) {
            data = Path.of(environment.get("JUPYTER_DATA_DIR"));
        } else if (os.startsWith("mac")) {
            data = home.resolve("Library").resolve("Jupyter");
        } else if (os.startsWith("windows")) {
            data = Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        } else {
            data = Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                    .map(Path::of)
                    .orElse(home.resolve(".local").resolve("share"))
                    .resolve("jupyter");
        }
        return new KernelSpecInstaller(data.resolve("kernels"));
    }

    /** Where the Jupyter of a Python environment looks, as {@code jupyter kernelspec install --prefix} means it. */
    public static KernelSpecInstaller prefix(Path prefix) {
        return new KernelSpecInstaller(prefix.toAbsolutePath()
                .normalize()
                .resolve("share")
                .resolve("jupyter")
                .resolve("kernels"));
    }

    /**
     * Where the active Python environment's Jupyter looks.
     *
     * @throws IllegalStateException if none is active
     */
    public static KernelSpecInstaller sysPrefix() {
        return sysPrefix(System.getenv());
    }

    static KernelSpecInstaller sysPrefix(Map<String, String> environment) {
        return List.of("VIRTUAL_ENV", "CONDA_PREFIX").stream()
                .filter(environment::containsKey)
                .findFirst()
                .map(name -> prefix(Path.of(environment.get(name))))
                .orElseThrow(() -> new IllegalStateException("--sys-prefix: no Python environment is active (neither"
                        + " VIRTUAL_ENV nor CONDA_PREFIX is set); activate one, or give its path with --prefix"));
    }

    /** The folder of our kernelspec, whether it is there or not. */
    public Path folder() {
        return kernels.resolve(KernelSpec.NAME);
    }

    /** Writes the kernelspec, over an older one; the file written. */
    public Path install(KernelSpec spec) {
        return spec.writeTo(folder());
    }

    private StartArchive archive() {
        return StartArchive.in(folder());
    }

    /** Names of what lies in our folder beside the kernelspec, such as a logo; sorted. Not ours to remove. */
    public List<String> others() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(KernelSpec.FILE))
                    .filter(name -> !name.equals(archive().file().getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't look into " + folder() + ": " + e.getMessage(), e);
        }
    }

    /** Removes the kernelspec, and its folder unless there are {@link #others}; whether there was one. */
    public boolean uninstall() {
        try {
            boolean found = Files.deleteIfExists(folder().resolve(KernelSpec.FILE));
            archive().remove();
            if (others().isEmpty()) {
                Files.deleteIfExists(folder());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + folder() + ": " + e.getMessage(), e);
        }
    }
}

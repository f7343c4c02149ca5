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
        Path data = folder(environment, "JUPYTER_DATA_DIR").orElseGet(() -> {
            if (os.startsWith("mac")) {
                return home.resolve("Library").resolve("Jupyter");
            }
            if (os.startsWith("windows")) {
                return folder(environment, "APPDATA")
                        .map(roaming -> roaming.resolve("jupyter"))
                        .orElse(home.resolve(".jupyter").resolve("data"));
            }
            return folder(environment, "XDG_DATA_HOME")
                    .orElse(home.resolve(".local").resolve("share"))
                    .resolve("jupyter");
        });
        return new KernelSpecInstaller(data.resolve("kernels"));
    }

    /** The folder that a variable names; none if it is empty, as for Jupyter. */
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(value -> Path.of(value).toAbsolutePath().normalize());
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
        return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
                .flatMap(variable -> folder(environment, variable).stream())
                .findFirst()
                .map(KernelSpecInstaller::prefix)
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

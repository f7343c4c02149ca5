package dev.oddity.ci.jupyter;

import dev.oddity.datasets.NearMiss;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kernels installed on this machine, in the order in which Jupyter looks for them. */
public final class KernelSpecs {

    private final List<Path> folders;

    KernelSpecs(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Looks in {@code JUPYTER_PATH}, the user's and the system's Jupyter data folders. */
    public static KernelSpecs installed() {
        return new KernelSpecs(
                folders(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name")));
    }

    /**
     * @param nameOrFolder a kernel's name, or the path of a folder with a {@code kernel.json}
     * @throws KernelException if there is none, naming those that are
     */
    public KernelSpec find(String nameOrFolder) {
        Path given;
        try {
            given = Path.of(nameOrFolder);
        } catch (InvalidPathException e) {
            throw missing(nameOrFolder);
        }
        if (Files.isRegularFile(given.resolve("kernel.json"))) {
            return KernelSpec.read(given.toAbsolutePath().normalize());
        }
        return folders.stream()
                .map(folder -> folder.resolve(nameOrFolder))
                .filter(folder -> Files.isRegularFile(folder.resolve("kernel.json")))
                .findFirst()
                .map(KernelSpec::read)
                .orElseThrow(() -> missing(nameOrFolder));
    }

    private KernelException missing(String name) {
        TreeSet<String> known = names();
        return new KernelException("no kernel '%s' is installed%s kernels: %s"
                .formatted(name, NearMiss.hint(name, known), known.isEmpty() ? "none" : String.join(", ", known)));
    }

    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> kernels = Files.list(folder)) {
                    kernels.filter(kernel -> Files.isRegularFile(kernel.resolve("kernel.json")))
                            .forEach(kernel -> names.add(kernel.getFileName().toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot read " + folder, e);
                }
            }
        }
        return names;
    }

    static List<Path> folders(Map<String, String> environment, Path home, String os) {
        List<Path> data = new ArrayList<>();
        for (String entry : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                data.add(Path.of(entry));
            }
        }
        String system = os.toLowerCase(Locale.ROOT);
        if (environment.containsKey("JUPYTER_DATA_DIR")) {
            data.add(Path.of(environment.get("JUPYTER_DATA_DIR")));
        } else if (system.startsWith("mac")) {
            data.add(home.resolve("Library/Jupyter"));
        } else if (system.startsWith("windows")) {
            data.add(Path.of(environment.getOrDefault("APPDATA", home.toString()), "jupyter"));
        } else {
            data.add(Path.of(environment.getOrDefault(
                            "XDG_DATA_HOME", home.resolve(".local/share").toString()))
                    .resolve("jupyter"));
        }
        if (system.startsWith("windows")) {
            data.add(Path.of(environment.getOrDefault("PROGRAMDATA", "C:\\ProgramData"), "jupyter"));
        } else {
            data.add(Path.of("/usr/local/share/jupyter"));
            data.add(Path.of("/usr/share/jupyter"));
        }
        return data.stream().map(folder -> folder.resolve("kernels")).toList();
    }
}

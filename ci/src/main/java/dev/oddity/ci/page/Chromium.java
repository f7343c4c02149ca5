package dev.oddity.ci.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser that prints pages to PDF without a window. */
public final class Chromium {

    private static final String NAMED = "ODDITY_CHROMIUM";
    private static final List<String> COMMANDS = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path command;

    private Chromium(Path command) {
        this.command = command;
    }

    /** The one that {@value #NAMED} names, or the first on the {@code PATH}. */
    public static Optional<Chromium> find(Map<String, String> environment) {
        Stream<Path> named = Stream.ofNullable(environment.get(NAMED)).map(Path::of);
        Stream<Path> onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> COMMANDS.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /**
     * Prints an HTML file.
     *
     * @throws IllegalStateException if the browser does not make the file, with what it said
     */
    public void print(Path html, Path pdf) {
        try {
            Path profile = Files.createTempDirectory("oddity-chromium-");
            Path said = profile.resolve("said.txt");
            Files.deleteIfExists(pdf);
            List<String> arguments = new ArrayList<>(List.of(
                    command.toString(),
                    "--headless",
                    "--disable-gpu",
                    "--user-data-dir=" + profile,
                    "--no-pdf-header-footer",
                    "--print-to-pdf=" + pdf.toAbsolutePath()));
            if ("root".equals(System.getProperty("user.name"))) {
                // Its sandbox refuses to run as root, as in containers; the page itself loads and runs nothing.
                arguments.add("--no-sandbox");
            }
            arguments.add(html.toAbsolutePath().toUri().toString());
            try {
                run(arguments, said);
                if (!Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
                    throw new IllegalStateException("%s made no %s; it said: %s"
                            .formatted(command, pdf, Files.readString(said).strip()));
                }
            } finally {
                delete(profile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print " + html + " with " + command, e);
        }
    }

    private static void run(List<String> arguments, Path said) throws IOException {
        Process browser = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!browser.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "%s did not end within %d s".formatted(arguments.get(0), PATIENCE.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
    }

    /** The browser may still be writing there; what it leaves is in the folder for temporary files. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}

package dev.oddity.ci;

import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.RunNote;
import dev.oddity.ci.notebook.Settings;
import dev.oddity.ci.page.Chromium;
import dev.oddity.ci.page.NotebookPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Write an executed notebook as a page that needs no Jupyter: one HTML file, and PDF if asked.")
final class ReportCommand extends Verb {

    @Parameters(
            paramLabel = "NOTEBOOK",
            description =
                    "A path, a name, or the beginning of one; the copy that ci/notebooks run executed last, unless it is the"
                            + " path of a notebook with outputs")
    private String notebook;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = dev.oddity.ci.notebook.Parameters.SMOKE,
            description = "Which executed copy (default: smoke)")
    private String profile = dev.oddity.ci.notebook.Parameters.SMOKE;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where it goes (default: beside the executed notebook, as .html)")
    private @Nullable Path output;

    @Option(names = "--pdf", description = "Print it to PDF too, beside the HTML, with Chromium")
    private boolean pdf;

    @Override
    ExitCode carryOut() {
        Checkout checkout = checkout();
        requireFiles();
        Path source = checkout.notebooks(List.of(notebook)).get(0);
        String name = Checkout.name(source);
        String again = Invocation.of(checkout, source, List.of("--profile", profile), Settings.NONE)
                .run();
        Path executed = executed(checkout, source, again);
        Path html = output == null ? executed.resolveSibling(name + ".html") : output.toAbsolutePath();
        NotebookPage.write(
                NotebookReader.read(executed), name, source.toAbsolutePath().getParent(), again, html);
        out().println(html);
        return pdf ? print(html) : ExitCode.OK;
    }

    private void requireFiles() {
        if (Files.isDirectory(Path.of(notebook))) {
            throw new UsageException(
                    "a report is of one notebook, and %s is a folder; name one in it".formatted(notebook));
        }
        if (output != null && Files.isDirectory(output)) {
            throw new UsageException("--output is the page's file, and %s is a folder; give one in it, such as %s"
                    .formatted(output, output.resolve("report.html")));
        }
    }

    /** The file that was named, if it shows something; else the copy that was run last. */
    private Path executed(Checkout checkout, Path source, String again) {
        boolean named = Files.isRegularFile(Path.of(notebook));
        if (named && wasRun(source)) {
            return source;
        }
        Path executed = checkout.output().resolve(profile).resolve(source.getFileName());
        if (Files.isRegularFile(executed)) {
            if (named) {
                out().println("%s shows nothing; this is of the copy that ran last, %s".formatted(source, executed));
            }
            return executed;
        }
        throw new UsageException(
                "%s not run in the profile %s; run it first: %s (or name the executed copy, if it lies elsewhere)"
                        .formatted(
                                named ? source + " shows nothing, and was" : Checkout.name(source) + " was",
                                profile,
                                again));
    }

    private static boolean wasRun(Path file) {
        Notebook read = NotebookReader.read(file);
        return RunNote.in(read).isPresent()
                || read.cells().stream().anyMatch(cell -> !cell.outputs().isEmpty());
    }

    private ExitCode print(Path html) {
        Optional<Chromium> browser = Chromium.find(environment());
        if (browser.isEmpty()) {
            throw new UsageException(
                    "--pdf needs Chromium or Chrome, and none is on the PATH; install one, name it in ODDITY_CHROMIUM, or"
                            + " print the page from a browser");
        }
        String file = html.getFileName().toString().replaceFirst("\\.html?$", "") + ".pdf";
        Path printed = html.resolveSibling(file);
        try {
            browser.get().print(html, printed);
        } catch (IllegalStateException e) {
            err().println(e.getMessage());
            return ExitCode.CELL_FAILED;
        }
        out().println(printed);
        return ExitCode.OK;
    }
}

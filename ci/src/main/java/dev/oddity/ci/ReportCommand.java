package dev.oddity.ci;

import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.page.Chromium;
import dev.oddity.ci.page.NotebookPage;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    "A path, a name, or the beginning of one; of a name, the copy that ci/notebooks run executed last")
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
        Path source = checkout.notebooks(java.util.List.of(notebook)).get(0);
        Path executed = executed(checkout, source);
        Notebook read = NotebookReader.read(executed);
        if (read.cells().stream().map(Cell::outputs).allMatch(java.util.List::isEmpty)) {
            throw new UsageException(
                    "%s shows nothing; run it first: %s".formatted(executed, command(Checkout.name(source), profile)));
        }
        String name = Checkout.name(source);
        Path html = output == null ? executed.resolveSibling(name + ".html") : output.toAbsolutePath();
        NotebookPage.write(read, name, source.toAbsolutePath().getParent(), command(name, profile), html);
        out().println(html);
        return pdf ? print(html) : ExitCode.OK;
    }

    static String command(String notebook, String profile) {
        return "ci/notebooks run %s --profile %s".formatted(notebook, profile);
    }

    private Path executed(Checkout checkout, Path source) {
        if (Files.isRegularFile(Path.of(notebook))) {
            return source;
        }
        Path executed = checkout.output().resolve(profile).resolve(source.getFileName());
        if (!Files.isRegularFile(executed)) {
            throw new UsageException("%s was not run in the profile %s; run it first: %s"
                    .formatted(Checkout.name(source), profile, command(Checkout.name(source), profile)));
        }
        return executed;
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

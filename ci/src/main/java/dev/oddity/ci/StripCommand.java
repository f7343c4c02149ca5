package dev.oddity.ci;

import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.NotebookWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "strip",
        description = {
            "Take out of notebooks all that runs left in them, so that a commit holds what people wrote.",
            "Outputs, counts and times go, and cells of values that --set gave."
        })
final class StripCommand extends Verb {

    @Mixin
    private NamedNotebooks notebooks = new NamedNotebooks();

    @Override
    ExitCode carryOut() {
        for (Path file : notebooks.in(checkout())) {
            Notebook notebook = NotebookReader.read(file);
            Notebook stripped = notebook.stripped();
            boolean same = NotebookWriter.text(notebook).equals(NotebookWriter.text(stripped));
            if (!same) {
                NotebookWriter.write(stripped, file);
            }
            out().println(Checkout.name(file) + (same ? ": nothing of a run in it" : ": stripped"));
        }
        return ExitCode.OK;
    }
}

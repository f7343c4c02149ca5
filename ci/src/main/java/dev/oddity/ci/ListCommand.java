package dev.oddity.ci;

import dev.oddity.ci.approval.MetricApproval;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookReader;
import dev.oddity.ci.notebook.Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List the notebooks, what can be set in them, and in which profiles their metrics are approved.")
final class ListCommand extends Verb {

    @Override
    ExitCode carryOut() {
        for (Path file : checkout().notebooks(List.of())) {
            Notebook notebook = NotebookReader.read(file);
            Parameters parameters = Parameters.of(notebook, file.getFileName().toString());
            out().println(Checkout.name(file));
            out().println("  code cells  "
                    + notebook.cells().stream().filter(Cell::isCode).count());
            out().println("  parameters  " + (parameters.isEmpty() ? "none" : parameters.describe()));
            out().println("  profiles    " + String.join(", ", parameters.profiles()));
            out().println("  approved    " + approved(file, parameters));
        }
        return ExitCode.OK;
    }

    private static String approved(Path notebook, Parameters parameters) {
        String profiles = parameters.profiles().stream()
                .filter(profile -> MetricApproval.of(
                                Checkout.name(notebook), profile, notebook.getParent(), notebook.getParent())
                        .hasApproved())
                .collect(Collectors.joining(", "));
        return profiles.isEmpty() ? "none" : profiles;
    }
}

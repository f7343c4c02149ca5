package dev.oddity.ci;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = {
            "Look at notebooks without running them: whether they can be run, and their outputs are fresh.",
            "They must be valid by nbformat's rules, parameters and profiles in order, approved files readable, of cells and"
                    + " notebooks that are there, and committed outputs of the code above them."
        })
final class CheckCommand extends Verb {

    @Mixin
    private NamedNotebooks notebooks = new NamedNotebooks();

    @Override
    ExitCode carryOut() {
        ExitCode worst = ExitCode.OK;
        for (Path file : notebooks.in(checkout())) {
            NotebookCheck check = NotebookCheck.of(file);
            if (check.faults().isEmpty()) {
                out().println(Checkout.name(file)
                        + (check.shows() ? ": valid, its outputs are of its code" : ": valid, without outputs"));
            } else {
                out().println(Checkout.name(file) + ":");
                check.faults().forEach(fault -> out().println("  " + fault));
                worst = ExitCode.CELL_FAILED;
            }
        }
        for (Path folder : notebooks.folders(checkout())) {
            List<String> orphans = NotebookCheck.orphans(folder);
            orphans.forEach(out()::println);
            worst = orphans.isEmpty() ? worst : ExitCode.CELL_FAILED;
        }
        return worst;
    }
}

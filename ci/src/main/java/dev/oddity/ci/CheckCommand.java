package dev.oddity.ci;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Look at notebooks without running them: valid by nbformat's rules, parameters and profiles in order, approved"
                    + " metrics readable and of cells that are there,",
            "and, where outputs are committed, whether they are of the code above them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NOTEBOOK",
            description = "A path, a name, or the beginning of one; all notebooks without any")
    private List<String> notebooks = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ExitCode worst = ExitCode.OK;
        for (Path file : main.checkout().notebooks(notebooks)) {
            NotebookCheck check = NotebookCheck.of(file);
            if (check.faults().isEmpty()) {
                out.println(Checkout.name(file)
                        + (check.shows() ? ": valid, its outputs are of its code" : ": valid, without outputs"));
            } else {
                out.println(Checkout.name(file) + ":");
                check.faults().forEach(fault -> out.println("  " + fault));
                worst = ExitCode.CELL_FAILED;
            }
        }
        return worst.number();
    }
}

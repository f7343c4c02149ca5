package dev.oddity.ci;

import dev.oddity.ci.approval.ApprovalException;
import dev.oddity.ci.approval.NotebookApproval;
import dev.oddity.ci.notebook.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "approve",
        description = {
            "Approve the metrics that notebooks showed in their last run, and the text of their cells tagged approve; notebooks that were not run since they, or"
                    + " Oddity's code, were changed are run first.",
            "Tolerances that stand in the approved file are kept."
        })
final class ApproveCommand extends Verb {

    /** The jar, which is as old as the build of all that notebooks run. */
    private static final Path CODE = Path.of(URI.create(
            Main.class.getProtectionDomain().getCodeSource().getLocation().toString()));

    @Mixin
    private NamedNotebooks notebooks = new NamedNotebooks();

    @Option(names = "--run", description = "Run the notebooks in any case")
    private boolean run;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    ExitCode carryOut() {
        List<NotebookTask> tasks = options.tasks(checkout(), notebooks.in(checkout()), Settings.NONE);
        try (Interruption interruption = new Interruption()) {
            NotebookRuns runs = new NotebookRuns(options, out(), dataRequired(), () -> !interruption.isHeard());
            List<ExitCode> codes = new ArrayList<>();
            FolderLock.during(
                    options.folder(checkout()),
                    () -> tasks.stream()
                            .takeWhile(task -> !interruption.isHeard())
                            .forEach(task -> codes.add(approve(task, runs))));
            ExitCode worst = codes.stream().reduce(ExitCode.OK, ExitCode::or);
            return worst == ExitCode.OK ? ExitCode.OK : worst.or(runs.exitCode());
        }
    }

    private ExitCode approve(NotebookTask task, NotebookRuns runs) {
        if (run || !task.approval().isReceivedAfter(task.source(), CODE)) {
            runs.run(task);
        }
        return runs.lacksData(task) && !dataRequired() ? ExitCode.OK : approve(task.approval(), out());
    }

    private static ExitCode approve(NotebookApproval approval, PrintWriter out) {
        if (!approval.hasReceived()) {
            out.println(approval.notebook() + ": nothing approved, since it did not run to its end");
            return ExitCode.CELL_FAILED;
        }
        try {
            List<Path> files = approval.accept();
            out.println(approval.notebook() + ": approved, see "
                    + files.stream().map(Path::toString).collect(Collectors.joining(" and ")));
            return ExitCode.OK;
        } catch (ApprovalException e) {
            out.println(approval.notebook() + ": nothing approved; " + e.getMessage());
            return ExitCode.APPROVAL_DIFFERS;
        }
    }
}

package dev.oddity.ci;

import com.google.gson.JsonObject;
import dev.oddity.ci.approval.ApprovalException;
import dev.oddity.ci.approval.MetricApproval;
import dev.oddity.ci.approval.ReceivedMetrics;
import dev.oddity.ci.approval.ShownMetrics;
import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.execution.RunListener;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.jupyter.KernelException;
import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookWriter;
import dev.oddity.reproducibility.MetricComparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Runs notebooks one after the other, tells the console, and remembers what to tell the shell. */
final class NotebookRuns {

    private final RunOptions options;
    private final NotebookRun run;
    private final Console console;
    private final boolean dataRequired;
    private final Map<String, JsonObject> metrics = new TreeMap<>();
    private ExitCode exitCode = ExitCode.OK;

    NotebookRuns(RunOptions options, Console console, boolean dataRequired) {
        this.options = options;
        this.run = options.run();
        this.console = console;
        this.dataRequired = dataRequired;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    void run(NotebookTask task) {
        task.approval().forget();
        RunResult result;
        try {
            KernelSpec kernel = options.kernel(task.notebook());
            console.begins(task, kernel);
            result = run.run(task.notebook(), kernel, task.folder(), task.kernelLog(), listener(task));
        } catch (KernelException e) {
            result = new RunResult(task.notebook(), RunStatus.KERNEL_DIED, e.getMessage(), Duration.ZERO);
        }
        metrics.put(task.name(), ShownMetrics.of(result.notebook()));
        exitCode = exitCode.or(ExitCode.of(result.status(), dataRequired));
        console.ended(task, result, dataRequired);
        if (result.status() == RunStatus.PASSED && task.isProfileAsWritten()) {
            hold(task, result.notebook());
        }
    }

    void end(Path folder) {
        ShownMetrics.write(metrics, folder.resolve("metrics.json"));
        console.wrote(folder);
    }

    private void hold(NotebookTask task, Notebook executed) {
        MetricApproval approval = task.approval();
        ReceivedMetrics received = ReceivedMetrics.of(executed);
        approval.receive(received);
        try {
            MetricComparison comparison = approval.compare(received);
            console.compared(approval, comparison);
            if (!comparison.holds()) {
                exitCode = exitCode.or(ExitCode.APPROVAL_DIFFERS);
            }
        } catch (ApprovalException e) {
            console.complains(e.getMessage());
            exitCode = exitCode.or(ExitCode.APPROVAL_DIFFERS);
        }
    }

    private RunListener listener(NotebookTask task) {
        return new RunListener() {
            @Override
            public void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
                console.cellEnded(index, total, cell, status, elapsed);
            }

            @Override
            public void changed(Notebook notebook) {
                NotebookWriter.write(notebook, task.executed());
            }
        };
    }
}

package dev.oddity.ci;

import com.google.gson.JsonObject;
import dev.oddity.ci.approval.ApprovalException;
import dev.oddity.ci.approval.NotebookApproval;
import dev.oddity.ci.approval.Received;
import dev.oddity.ci.approval.ShownMetrics;
import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.execution.RunListener;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.jupyter.Kernel;
import dev.oddity.ci.jupyter.KernelException;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookWriter;
import dev.oddity.ci.notebook.RunNote;
import dev.oddity.reproducibility.FileTrouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Runs notebooks, tells the console, and remembers what to tell the shell. */
final class NotebookRuns {

    private final RunOptions options;
    private final PrintWriter out;
    private final boolean dataRequired;
    private final BooleanSupplier goesOn;
    private final Map<String, NotebookCase> cases = new TreeMap<>();
    private ExitCode exitCode = ExitCode.OK;

    /** @param goesOn asked while notebooks run; once it says no, they end as they are, and no other is begun */
    NotebookRuns(RunOptions options, PrintWriter out, boolean dataRequired, BooleanSupplier goesOn) {
        this.goesOn = goesOn;
        this.options = options;
        this.out = out;
        this.dataRequired = dataRequired;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /** In the order of their names. */
    List<NotebookCase> cases() {
        return List.copyOf(cases.values());
    }

    /** Whether it was skipped just now, because its data cannot be had. */
    boolean lacksData(NotebookTask task) {
        NotebookCase notebook = cases.get(task.name());
        return notebook != null && notebook.result().status() == RunStatus.SKIPPED;
    }

    void run(NotebookTask task) {
        Attempt attempt = new Attempt(task, Console.alone(out, options.quiet));
        NotebookCase notebook = attempt.run();
        synchronized (this) {
            cases.put(task.name(), notebook);
            exitCode = exitCode.or(attempt.exitCode);
        }
    }

    /**
     * Runs several at once, each in a kernel of its own. Cells are told of when they end, each with the name of its notebook;
     * what a notebook came to is told when it has ended, all at a time.
     */
    void run(List<NotebookTask> tasks, int jobs) {
        if (jobs == 1 || tasks.size() < 2) {
            tasks.stream().takeWhile(task -> goesOn.getAsBoolean()).forEach(this::run);
            return;
        }
        if (!options.quiet) {
            out.printf("%d notebooks, %d at a time%n", tasks.size(), jobs);
        }
        int width = tasks.stream().mapToInt(task -> task.name().length()).max().orElse(1);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, tasks.size()));
        try {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(pool.submit(() -> runAside(task, width))));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
    }

    private void runAside(NotebookTask task, int width) {
        if (!goesOn.getAsBoolean()) {
            return;
        }
        StringWriter words = new StringWriter();
        Attempt attempt = new Attempt(task, Console.among(new PrintWriter(words), out, task, width, options.quiet));
        NotebookCase notebook = attempt.run();
        synchronized (this) {
            cases.put(task.name(), notebook);
            exitCode = exitCode.or(attempt.exitCode);
            out.print(words);
            out.flush();
        }
    }

    void end(Path folder) {
        Map<String, JsonObject> metrics = new TreeMap<>();
        cases.forEach((name, notebook) ->
                metrics.put(name, ShownMetrics.of(notebook.result().notebook())));
        ShownMetrics.write(metrics, folder.resolve("metrics.json"));
        Console.alone(out, options.quiet).wrote(folder);
    }

    /** One notebook's run. */
    private final class Attempt implements RunListener {

        private final NotebookTask task;
        private final Console console;
        private final List<NotebookCase.Ended> cells = new ArrayList<>();
        private ExitCode exitCode = ExitCode.OK;
        private String complaint = "";
        private Notebook latest;

        Attempt(NotebookTask task, Console console) {
            this.task = task;
            this.console = console;
            this.latest = NotebookRun.cleared(task.notebook());
        }

        NotebookCase run() {
            RunResult result = execute();
            exitCode = exitCode.or(ExitCode.of(result.status(), dataRequired));
            console.ended(task, result, dataRequired);
            if (result.status() == RunStatus.PASSED && task.isProfileAsWritten()) {
                hold(result.notebook());
            }
            return new NotebookCase(task, result, cells, complaint);
        }

        private RunResult execute() {
            long start = System.nanoTime();
            try {
                task.approval().forget();
                Kernel kernel = options.kernel(task);
                console.begins(task, kernel.spec(), options.inProcess);
                RunResult result = options.run(task.notebook()).run(task.notebook(), kernel, this);
                return ended(result);
            } catch (KernelException e) {
                return stopped(RunStatus.KERNEL_DIED, e.getMessage(), start);
            } catch (UncheckedIOException e) {
                // A full disk, say: the notebook saved last is still whole, and the other notebooks may fit.
                return stopped(RunStatus.FAILED, FileTrouble.sentence(e), start);
            } catch (RuntimeException e) {
                // Whatever it is about this notebook, it is nothing about the others.
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                return stopped(
                        RunStatus.FAILED,
                        "the runner failed: " + trace.toString().strip(),
                        start);
            }
        }

        /** With what was reached, which is nothing if it never began: outputs of an earlier run are not of this one. */
        private RunResult stopped(RunStatus status, String reason, long start) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            RunResult result = new RunResult(latest, status, reason, elapsed);
            try {
                return ended(result);
            } catch (UncheckedIOException e) {
                // The first reason is told.
                return noted(result);
            }
        }

        private RunResult ended(RunResult result) {
            RunResult noted = noted(result);
            NotebookWriter.write(noted.notebook(), task.executed());
            return noted;
        }

        private RunResult noted(RunResult result) {
            RunNote note = RunNote.now(task.invocation().run(), result.status().words(), result.reason());
            return new RunResult(note.on(result.notebook()), result.status(), result.reason(), result.elapsed());
        }

        private void hold(Notebook executed) {
            NotebookApproval approval = task.approval();
            try {
                Received received = Received.of(executed);
                approval.receive(received);
                NotebookApproval.Verdict verdict = approval.compare(received);
                List<String> complaints = verdict.complaints(task.invocation().approve());
                console.compared(verdict, complaints);
                complaint = String.join("\n", complaints);
            } catch (ApprovalException e) {
                console.complains(e.getMessage());
                complaint = e.getMessage();
            } catch (UncheckedIOException e) {
                complaint = FileTrouble.sentence(e);
                console.complains(complaint);
            }
            if (!complaint.isEmpty()) {
                exitCode = exitCode.or(ExitCode.APPROVAL_DIFFERS);
            }
        }

        @Override
        public void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
            cells.add(new NotebookCase.Ended(index, cell, status, elapsed));
            console.cellEnded(index, total, cell, status, elapsed);
        }

        @Override
        public boolean goesOn() {
            return goesOn.getAsBoolean();
        }

        @Override
        public void changed(Notebook notebook) {
            latest = notebook;
            RunNote note = RunNote.now(task.invocation().run(), RunNote.UNFINISHED, "");
            NotebookWriter.write(note.on(notebook), task.executed());
        }
    }
}

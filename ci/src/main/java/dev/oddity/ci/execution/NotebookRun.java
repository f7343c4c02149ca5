package dev.oddity.ci.execution;

import com.google.gson.JsonObject;
import dev.oddity.ci.jupyter.Kernel;
import dev.oddity.ci.jupyter.KernelException;
import dev.oddity.ci.jupyter.KernelSession;
import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.SourceMark;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs notebooks, each in a fresh kernel, from the first cell to the first error, or beyond it.
 *
 * <p>Cells tagged {@code skip-execution} are left as they are; those tagged {@code raises-exception} must fail. Earlier
 * outputs are thrown away before the first cell runs, so that what a notebook shows is of this run.
 *
 * @param limits what a run may take
 * @param clock for the times in {@code metadata.execution} of each cell; none are written without one
 * @param saving how often the listener hears of a cell that still runs and shows more
 * @param keepsGoing whether the cells after an error run too; the notebook has failed all the same, for the first error
 */
public record NotebookRun(Limits limits, Optional<Clock> clock, Duration saving, boolean keepsGoing) {

    private static final Duration USUAL_SAVING = Duration.ofSeconds(2);

    /** Of a large notebook saving takes long; it may take this part of the time. */
    private static final int SAVING_SHARE = 20;

    private static final String INTERRUPTION = "the runner was stopped from outside before the notebook's end";

    public NotebookRun(Limits limits, Optional<Clock> clock) {
        this(limits, clock, USUAL_SAVING, false);
    }

    public NotebookRun keepingGoing() {
        return new NotebookRun(limits, clock, saving, true);
    }

    /**
     * @param in started for this notebook, and ended with it
     * @throws dev.oddity.ci.notebook.NotebookException if its metadata or a cell's ask for something that cannot be
     */
    public RunResult run(Notebook notebook, Kernel in, RunListener listener) {
        long start = System.nanoTime();
        requireSensible(notebook);
        Progress progress = new Progress(cleared(notebook), listener);
        try (KernelSession kernel = in.start(limits.startup())) {
            progress.describeKernel(kernel, in.spec());
            progress.runCells(kernel, start);
        } catch (KernelException e) {
            progress.stop(RunStatus.KERNEL_DIED, e.getMessage());
        }
        if (progress.status == RunStatus.PASSED) {
            progress.base = SourceMark.put(progress.base);
        }
        listener.changed(progress.notebook());
        return new RunResult(progress.notebook(), progress.status, progress.reason, since(start));
    }

    /**
     * Whether a notebook can be run at all, as far as can be told without a kernel.
     *
     * @throws dev.oddity.ci.notebook.NotebookException if its metadata or a cell's ask for something that cannot be
     */
    public static void requireSensible(Notebook notebook) {
        NotebookWishes.of(notebook);
        notebook.cells().forEach(CellWishes::of);
    }

    /** The notebook as it is before its first cell runs: without what an earlier run showed. */
    public static Notebook cleared(Notebook notebook) {
        return SourceMark.remove(notebook).cleared(cell -> !CellWishes.of(cell).skipped());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The state of one run. */
    private final class Progress implements CellRecording.Watch {

        private final RunListener listener;
        private final Displays displays = new Displays();
        private final List<Optional<CellRecording>> recordings = new ArrayList<>();
        private Notebook base;
        private RunStatus status = RunStatus.PASSED;
        private RunStatus outcome = RunStatus.PASSED;
        private String reason = "";
        private long saved = System.nanoTime();
        private Duration savingTook = Duration.ZERO;
        private boolean unsaved;

        Progress(Notebook notebook, RunListener listener) {
            this.base = notebook;
            this.listener = listener;
        }

        /** Built anew each time, since a cell may have repainted an earlier one. */
        Notebook notebook() {
            Notebook shown = base;
            for (int i = 0; i < recordings.size(); i++) {
                Optional<CellRecording> recording = recordings.get(i);
                if (recording.isPresent()) {
                    shown = shown.withCell(i, recording.get().cell());
                }
            }
            return shown;
        }

        void describeKernel(KernelSession kernel, KernelSpec spec) {
            JsonObject metadata = base.metadata().deepCopy();
            if (kernel.info().has("language_info")) {
                metadata.add("language_info", kernel.info().get("language_info"));
            }
            if (!metadata.has("kernelspec")) {
                JsonObject described = new JsonObject();
                described.addProperty("name", spec.name());
                described.addProperty("display_name", spec.displayName());
                described.addProperty("language", spec.language());
                metadata.add("kernelspec", described);
            }
            base = base.withMetadata(metadata);
        }

        void runCells(KernelSession kernel, long start) {
            int total = (int) base.cells().stream().filter(Cell::isCode).count();
            int index = 0;
            for (Cell cell : base.cells()) {
                if (!cell.isCode()) {
                    recordings.add(Optional.empty());
                    continue;
                }
                if (!listener.goesOn()) {
                    stop(RunStatus.INTERRUPTED, INTERRUPTION);
                    return;
                }
                index++;
                CellWishes wishes = CellWishes.of(cell);
                if (wishes.skipped() || cell.source().isBlank()) {
                    recordings.add(Optional.empty());
                    listener.cellEnded(index, total, cell, RunStatus.SKIPPED, Duration.ZERO);
                    continue;
                }
                runCell(kernel, cell, wishes, index, total, start);
                listener.changed(notebook());
                if (status != RunStatus.PASSED && !(keepsGoing && status == RunStatus.FAILED)) {
                    return;
                }
            }
        }

        private void runCell(KernelSession kernel, Cell cell, CellWishes wishes, int index, int total, long start) {
            long cellStart = System.nanoTime();
            CellRecording recording = new CellRecording(cell, displays, limits.outputCharacters(), clock, this);
            recordings.add(Optional.of(recording));
            Limit own = wishes.timeout().orElse(limits.cell());
            Duration left = limits.total().time().minus(since(start));
            boolean totalEndsFirst = left.compareTo(own.time()) < 0;
            saved = System.nanoTime();
            unsaved = true;
            outcome = RunStatus.PASSED;
            switch (kernel.execute(cell.source(), totalEndsFirst ? left : own.time(), recording)) {
                case REPLIED -> judge(recording, cell, wishes);
                case TIMED_OUT -> {
                    Limit over = totalEndsFirst ? limits.total() : own;
                    stop(
                            RunStatus.TIMED_OUT,
                            "%s ran longer than %s s, %s"
                                    .formatted(
                                            totalEndsFirst ? "the notebook" : "cell '" + cell.id() + "'",
                                            Seconds.text(over.time()),
                                            over.what()));
                    recording.fail("Timeout", reason);
                }
                case DIED -> {
                    stop(RunStatus.KERNEL_DIED, kernel.deathNote());
                    recording.fail("KernelDied", reason);
                }
                case GIVEN_UP -> {
                    stop(RunStatus.INTERRUPTED, INTERRUPTION);
                    recording.fail("Interrupted", reason);
                }
            }
            listener.cellEnded(index, total, cell, outcome, since(cellStart));
        }

        private void judge(CellRecording recording, Cell cell, CellWishes wishes) {
            RaisedError error = recording.error().orElse(null);
            wishes.complaint(error).ifPresent(complaint -> {
                if (error != null && error.isMissingData()) {
                    stop(RunStatus.SKIPPED, error.message());
                } else {
                    stop(RunStatus.FAILED, "cell '%s': %s".formatted(cell.id(), complaint));
                }
            });
        }

        @Override
        public void changed() {
            unsaved = true;
            saveNowAndThen();
        }

        @Override
        public boolean goesOn() {
            saveNowAndThen();
            return listener.goesOn();
        }

        /** While a cell runs, so that a runner that is killed leaves what a long cell has shown. */
        private void saveNowAndThen() {
            Duration due = savingTook.multipliedBy(SAVING_SHARE);
            if (unsaved && since(saved).compareTo(due.compareTo(saving) > 0 ? due : saving) >= 0) {
                long start = System.nanoTime();
                listener.changed(notebook());
                savingTook = since(start);
                saved = System.nanoTime();
                unsaved = false;
            }
        }

        /** Of several cells that failed, or lacked data, the first failure is the reason; what ends the run goes before. */
        void stop(RunStatus why, String words) {
            outcome = why;
            boolean goesOn = why == RunStatus.FAILED || why == RunStatus.SKIPPED;
            if (status != RunStatus.FAILED || !goesOn) {
                status = why;
                reason = words;
            }
        }
    }
}

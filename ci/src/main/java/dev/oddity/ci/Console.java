package dev.oddity.ci;

import dev.oddity.ci.approval.MetricApproval;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.reproducibility.MetricComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells people how the notebooks are getting on. */
final class Console {

    private static final int SOURCE_WIDTH = 56;

    private final PrintWriter out;
    private final boolean quiet;

    Console(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    /** @param inProcess whether in this process */
    void begins(NotebookTask task, KernelSpec kernel, boolean inProcess) {
        if (!quiet) {
            out.printf(
                    "%s, profile %s, kernel %s%s%n",
                    task.name(),
                    task.profile(),
                    kernel.displayName(),
                    inProcess
                            ? " in this process, whose folder is " + Path.of("").toAbsolutePath()
                            : "");
        }
    }

    void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
        if (!quiet) {
            String count = "%" + Integer.toString(total).length() + "d/%d";
            out.printf(
                    "  " + count + "  %-" + SOURCE_WIDTH + "s  %9s  %s%n",
                    index,
                    total,
                    firstLine(cell.source()),
                    seconds(elapsed),
                    status == RunStatus.PASSED ? "ok" : status.words());
        }
    }

    void ended(NotebookTask task, RunResult result, boolean dataRequired) {
        out.printf("%s: %s in %s%n", task.name(), result.status().words(), seconds(result.elapsed()));
        if (!result.reason().isEmpty()) {
            out.println("  " + result.reason().replace("\n", "\n  "));
        }
        if (result.status() == RunStatus.SKIPPED && dataRequired) {
            out.println("  this counts as a failure, since ODDITY_REQUIRE_DATASETS=true");
        }
        if (result.status() == RunStatus.PASSED && !task.isProfileAsWritten()) {
            out.println("  metrics are not compared, since parameters were set");
        }
    }

    /** @param advice how to accept what differs */
    void compared(MetricApproval approval, MetricComparison comparison, String advice) {
        if (comparison.holds()) {
            int count = comparison.numbers().size();
            out.println(
                    switch (count) {
                        case 0 -> "  it shows no metrics";
                        case 1 -> "  its metric is as approved";
                        default -> "  all " + count + " metrics are as approved";
                    });
            return;
        }
        out.println("  " + advice);
        out.println("  " + comparison.table().replace("\n", "\n  "));
        out.println("  received: " + approval.received());
    }

    void complains(String sentence) {
        out.println("  " + sentence);
    }

    void wrote(Path folder) {
        out.println("executed notebooks and metrics.json are in " + folder);
    }

    /** The first line that says something, so that a cell can be told from the others. */
    static String firstLine(String source) {
        String line = source.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("(empty)");
        return line.length() <= SOURCE_WIDTH ? line : line.substring(0, SOURCE_WIDTH - 1) + "…";
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}

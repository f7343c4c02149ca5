package dev.oddity.ci;

import dev.oddity.ci.approval.NotebookApproval;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.jupyter.KernelSpec;
import dev.oddity.ci.notebook.Cell;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells people how a notebook is getting on, and what it came to. */
final class Console {

    private static final int SOURCE_WIDTH = 56;
    private static final int LONGEST_NAME = 24;

    private final PrintWriter out;
    private final PrintWriter progress;
    private final String name;
    private final boolean quiet;

    private Console(PrintWriter out, PrintWriter progress, String name, boolean quiet) {
        this.out = out;
        this.progress = progress;
        this.name = name;
        this.quiet = quiet;
    }

    /** Of notebooks one after the other. */
    static Console alone(PrintWriter out, boolean quiet) {
        return new Console(out, out, "", quiet);
    }

    /**
     * Of one of several notebooks at a time: each line of progress, told at once, bears its name.
     *
     * @param out gets what the notebook came to
     * @param progress gets a line per cell, whole
     * @param width of the column for names
     */
    static Console among(PrintWriter out, PrintWriter progress, NotebookTask task, int width, boolean quiet) {
        int room = Math.min(width, LONGEST_NAME);
        return new Console(out, progress, ("%-" + room + "s  ").formatted(shortened(task.name(), room)), quiet);
    }

    /** @param inProcess whether in this process */
    void begins(NotebookTask task, KernelSpec kernel, boolean inProcess) {
        if (!quiet) {
            progress.println("%s, profile %s, kernel %s%s"
                    .formatted(
                            task.name(),
                            task.profile(),
                            kernel.displayName(),
                            inProcess
                                    ? " in this process, whose folder is "
                                            + Path.of("").toAbsolutePath()
                                    : ""));
        }
    }

    void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
        if (!quiet) {
            String count = "%" + Integer.toString(total).length() + "d/%d";
            int width = SOURCE_WIDTH - name.length();
            progress.println(("  %s" + count + "  %-" + width + "s  %9s  %s")
                    .formatted(
                            name,
                            index,
                            total,
                            shortened(firstLine(cell.source()), width),
                            seconds(elapsed),
                            status == RunStatus.PASSED ? "ok" : status.words()));
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

    /** @param complaints what differs, with how to accept it; a paragraph each */
    void compared(NotebookApproval.Verdict verdict, List<String> complaints) {
        if (verdict.metrics().holds()) {
            int count = verdict.metrics().numbers().size();
            out.println(
                    switch (count) {
                        case 0 -> "  it shows no metrics";
                        case 1 -> "  its metric is as approved";
                        default -> "  all " + count + " metrics are as approved";
                    });
        }
        int cells = verdict.text().cells();
        if (verdict.text().holds() && cells > 0) {
            out.println(
                    cells == 1
                            ? "  the text of one cell is as approved"
                            : "  the text of " + cells + " cells is as approved");
        }
        complaints.forEach(this::complains);
        verdict.received().forEach(file -> out.println("  received: " + file));
    }

    void complains(String sentence) {
        out.println("  " + sentence.replace("\n", "\n  "));
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
        return shortened(line, SOURCE_WIDTH);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}

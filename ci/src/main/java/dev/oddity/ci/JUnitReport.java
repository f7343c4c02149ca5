package dev.oddity.ci;

import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.reproducibility.WholeFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Notebooks in the XML that CI servers read as JUnit's: each notebook a suite, each code cell a test, and one more test for
 * its metrics. Cells that the notebook did not come to are skipped.
 */
final class JUnitReport {

    /** What XML 1.0 cannot hold, however escaped; and lone halves of a pair, which have no UTF-8. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");

    private final boolean dataRequired;

    private JUnitReport(boolean dataRequired) {
        this.dataRequired = dataRequired;
    }

    /** @param dataRequired whether a notebook that lacks its data has failed */
    static void write(List<NotebookCase> notebooks, boolean dataRequired, Path file) {
        WholeFile.write(file, text(notebooks, dataRequired));
    }

    private static String text(List<NotebookCase> notebooks, boolean dataRequired) {
        JUnitReport report = new JUnitReport(dataRequired);
        notebooks.forEach(report::suite);
        return report.xml.append("</testsuites>\n").toString();
    }

    private void suite(NotebookCase notebook) {
        List<Cell> code =
                notebook.task().notebook().cells().stream().filter(Cell::isCode).toList();
        int ended = notebook.cells().size();
        RunStatus status = notebook.result().status();
        long asked = notebook.cells().stream()
                .filter(cell -> cell.status() == RunStatus.SKIPPED)
                .count();
        boolean lacksData = status == RunStatus.SKIPPED && dataRequired;
        long failed = notebook.cells().stream()
                .filter(cell -> cell.status() == RunStatus.FAILED)
                .count();
        boolean broken = isBroken(status);
        // A kernel that did not start, or a disk that is full, is no cell's fault.
        boolean apart = (status == RunStatus.FAILED || broken)
                && notebook.cells().stream().noneMatch(cell -> cell.status() == status);
        long failures = failed
                + (apart && !broken ? 1 : 0)
                + (lacksData ? 1 : 0)
                + (notebook.complaint().isEmpty() ? 0 : 1);
        int tests = code.size() + (apart ? 1 : 0) + (isHeld(notebook) ? 1 : 0);
        line(
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\">",
                escape(notebook.task().name()),
                tests,
                failures,
                broken ? 1 : 0,
                asked + code.size() - ended - (lacksData ? 1 : 0),
                seconds(notebook.result().elapsed()));
        if (apart) {
            open(notebook, status == RunStatus.KERNEL_DIED ? "kernel" : "notebook", Duration.ZERO);
            problem(broken ? "error" : "failure", status, notebook.result().reason());
        }
        for (NotebookCase.Ended cell : notebook.cells()) {
            open(notebook, name(cell.index(), cell.cell()), cell.elapsed());
            switch (cell.status()) {
                case PASSED -> close();
                case SKIPPED -> {
                    String reason = cell.index() == ended ? notebook.result().reason() : "";
                    if (lacksData && !reason.isEmpty()) {
                        problem("failure", "missing data", reason);
                    } else {
                        skipped(reason);
                    }
                }
                case FAILED -> problem("failure", RunStatus.FAILED, reason(notebook, cell));
                case TIMED_OUT, KERNEL_DIED, INTERRUPTED ->
                    problem("error", status, notebook.result().reason());
            }
        }
        for (int i = ended; i < code.size(); i++) {
            open(notebook, name(i + 1, code.get(i)), Duration.ZERO);
            skipped("not reached");
        }
        if (isHeld(notebook)) {
            open(notebook, "metrics", Duration.ZERO);
            if (notebook.complaint().isEmpty()) {
                close();
            } else {
                problem("failure", "metrics", notebook.complaint());
            }
        }
        line("</testsuite>");
    }

    /** The run has one reason, that of the first cell that failed, or what ended it. */
    private static String reason(NotebookCase notebook, NotebookCase.Ended cell) {
        String reason = notebook.result().reason();
        return reason.startsWith("cell '" + cell.cell().id() + "':")
                ? reason
                : "cell '%s' raised an error; see %s"
                        .formatted(cell.cell().id(), notebook.task().executed());
    }

    private static boolean isBroken(RunStatus status) {
        return status == RunStatus.TIMED_OUT || status == RunStatus.KERNEL_DIED || status == RunStatus.INTERRUPTED;
    }

    private static boolean isHeld(NotebookCase notebook) {
        return notebook.result().status() == RunStatus.PASSED && notebook.task().isProfileAsWritten();
    }

    private static String name(int index, Cell cell) {
        return "%02d %s: %s".formatted(index, cell.id(), Console.firstLine(cell.source()));
    }

    private void open(NotebookCase notebook, String name, Duration elapsed) {
        xml.append("  <testcase classname=\"notebooks.%s\" name=\"%s\" time=\"%s\""
                .formatted(escape(notebook.task().name()), escape(name), seconds(elapsed)));
    }

    private void close() {
        line("/>");
    }

    private void skipped(String why) {
        line("><skipped%s/></testcase>", why.isEmpty() ? "" : " message=\"" + escape(why) + "\"");
    }

    private void problem(String element, RunStatus status, String text) {
        problem(element, status.words(), text);
    }

    private void problem(String element, String type, String text) {
        String first = text.lines().findFirst().orElse("");
        line(
                "><%s type=\"%s\" message=\"%s\">%s</%s></testcase>",
                element, escape(type), escape(first), escape(text), element);
    }

    private void line(String format, Object... arguments) {
        xml.append(format.formatted(arguments)).append('\n');
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.3f", elapsed.toMillis() / 1000.0);
    }

    private static String escape(String text) {
        return NOT_XML.matcher(text)
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}

package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.oddity.ci.approval.ApprovalFiles;
import dev.oddity.ci.approval.Received;
import dev.oddity.ci.execution.RunListener;
import dev.oddity.ci.execution.RunResult;
import dev.oddity.ci.execution.RunStatus;
import dev.oddity.ci.notebook.Cell;
import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookWriter;
import dev.oddity.ci.notebook.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every notebook in its small profile and holds its metrics to {@code notebooks/approved}: each notebook a test, to start
 * from an IDE, which shows the notebook at a click. {@code ./mvnw verify} leaves it out, since {@code ci/notebooks run} does the
 * same in CI; {@code ./mvnw test -Pnotebooks -pl ci -am} runs it, with {@code -Dnotebooks=01,03} only those.
 *
 * <p>Cells run in this very process, so breakpoints in Oddity's code stop them and coverage counts them; while a debugger is
 * attached nothing takes too long. {@code -Dnotebooks.inProcess=false} gives each notebook a process of its own.
 */
class NotebookMetricsIT {

    private static final String CHOSEN = "notebooks";
    private static final String IN_PROCESS = "notebooks.inProcess";
    private static final int LONG = (int) Duration.ofDays(2).toSeconds();

    @TestFactory
    Stream<DynamicTest> every_notebook_shows_the_metrics_approved_for_it() {
        Checkout checkout = Checkout.around(Path.of(""));
        RunOptions options = new RunOptions();
        options.output = checkout.root().resolve("ci/target/notebooks");
        options.inProcess = Boolean.parseBoolean(System.getProperty(IN_PROCESS, "true"));
        if (isDebugged()) {
            options.timeout = LONG;
            options.totalTimeout = LONG;
        }
        return options.tasks(checkout, checkout.notebooks(chosen()), Settings.NONE).stream()
                .map(task -> dynamicTest(task.name(), task.source().toUri(), () -> hold(task, options)));
    }

    private static boolean isDebugged() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
    }

    private static List<String> chosen() {
        String names = System.getProperty(CHOSEN, "");
        return names.isBlank() ? List.of() : List.of(names.split(","));
    }

    private static void hold(NotebookTask task, RunOptions options) {
        RunResult result = options.run(task.notebook()).run(task.notebook(), options.kernel(task), saving(task));

        assumeThat(result.status()).as(result.reason()).isNotEqualTo(RunStatus.SKIPPED);
        assertThat(result.status()).as(result.reason()).isEqualTo(RunStatus.PASSED);
        ApprovalFiles.verify(Received.of(result.notebook()), task.approval());
    }

    private static RunListener saving(NotebookTask task) {
        return new RunListener() {
            @Override
            public void cellEnded(int index, int total, Cell cell, RunStatus status, Duration elapsed) {
                // The saved notebook tells.
            }

            @Override
            public void changed(Notebook notebook) {
                NotebookWriter.write(notebook, task.executed());
            }
        };
    }
}

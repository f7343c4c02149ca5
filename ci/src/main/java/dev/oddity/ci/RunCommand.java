package dev.oddity.ci;

import dev.oddity.ci.execution.NotebookRun;
import dev.oddity.ci.notebook.NotebookWriter;
import dev.oddity.ci.notebook.Settings;
import dev.oddity.ci.page.NotebookPage;
import dev.oddity.reproducibility.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Run notebooks, each in a fresh kernel, and hold their metrics against the approved ones.")
final class RunCommand extends Verb {

    @Mixin
    private NamedNotebooks notebooks = new NamedNotebooks();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "Give a parameter of the notebook another value; its metrics are then not compared",
                "Lists, arrays and maps as JSON: --set 'widths=[64, 32]'"
            })
    private List<String> settings = List.of();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "The same from a JSON file, {\"epochs\": 5, \"widths\": [64, 32]}; --set wins")
    private @Nullable Path parameters;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Run so many notebooks at once, each in its own kernel (default: 1)")
    private int jobs = 1;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the cells as tests in JUnit's XML")
    private @Nullable Path junit;

    @Option(
            names = "--html",
            paramLabel = "FOLDER",
            description = "Write each executed notebook as a page that needs no Jupyter")
    private @Nullable Path html;

    @Option(
            names = "--prepare-only",
            description = "Write the notebooks with their values to where they would be executed, and run nothing")
    private boolean prepareOnly;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    ExitCode carryOut() {
        Checkout checkout = checkout();
        List<NotebookTask> tasks = options.tasks(checkout, notebooks.in(checkout), given());
        if (jobs < 1) {
            throw new UsageException("--jobs %d: how many notebooks run at once is 1 or more".formatted(jobs));
        }
        if (options.inProcess) {
            InProcess.requireOneAtATime(jobs);
        }
        if (prepareOnly) {
            return prepare(tasks, options.folder(checkout));
        }
        requireWritable();
        try (Interruption interruption = new Interruption()) {
            return run(tasks, options.folder(checkout), interruption);
        }
    }

    private ExitCode prepare(List<NotebookTask> tasks, Path folder) {
        FolderLock.during(
                folder,
                () -> tasks.forEach(task -> {
                    NotebookWriter.write(NotebookRun.cleared(task.notebook()), task.executed());
                    out().println(task.executed());
                }));
        return ExitCode.OK;
    }

    private ExitCode run(List<NotebookTask> tasks, Path folder, Interruption interruption) {
        NotebookRuns runs = new NotebookRuns(options, out(), dataRequired(), () -> !interruption.isHeard());
        FolderLock.during(folder, () -> {
            runs.run(tasks, jobs);
            runs.end(folder);
        });
        ExitCode written = written(() -> {
            if (junit != null) {
                JUnitReport.write(runs.cases(), dataRequired(), junit);
            }
        });
        for (NotebookCase notebook : runs.cases()) {
            written = written.or(written(() -> page(notebook)));
        }
        return runs.exitCode().or(written);
    }

    /** What cannot be written is told before hours are spent on it. */
    private void requireWritable() {
        if (junit != null) {
            if (Files.isDirectory(junit)) {
                throw new UsageException("--junit %s: it is a folder; give a file in it".formatted(junit));
            }
            requireFolder("--junit", junit.toAbsolutePath().getParent());
        }
        if (html != null) {
            requireFolder("--html", html.toAbsolutePath());
        }
    }

    private static void requireFolder(String option, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("%s: cannot make the folder %s (%s); give another place"
                    .formatted(option, folder, FileTrouble.reason(e)));
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("%s: %s may not be written; give another place".formatted(option, folder));
        }
    }

    private void page(NotebookCase notebook) {
        if (html != null) {
            NotebookTask task = notebook.task();
            NotebookPage.write(
                    notebook.result().notebook(),
                    task.name(),
                    task.folder(),
                    task.invocation().run(),
                    html.resolve(task.name() + ".html"));
        }
    }

    /** What cannot be written is told, and the rest is written all the same. */
    private ExitCode written(Runnable writing) {
        try {
            writing.run();
            return ExitCode.OK;
        } catch (UncheckedIOException e) {
            err().println(FileTrouble.sentence(e));
            return ExitCode.CELL_FAILED;
        }
    }

    private Settings given() {
        Settings typed = Settings.typed(byName(settings));
        return parameters == null ? typed : typed.withFile(parameters);
    }

    private static Map<String, String> byName(List<String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--set %s: a parameter is set as NAME=VALUE, such as --set epochs=5".formatted(setting));
            }
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return values;
    }
}

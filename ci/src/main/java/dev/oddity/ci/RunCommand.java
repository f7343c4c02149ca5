package dev.oddity.ci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Run notebooks, each in a fresh kernel, and hold their metrics against the approved ones.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NOTEBOOK",
            description = "A path, a name, or the beginning of one; all notebooks without any")
    private List<String> notebooks = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Give a parameter of the notebook another value; its metrics are then not compared")
    private List<String> settings = List.of();

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        Checkout checkout = main.checkout();
        List<NotebookTask> tasks = options.tasks(checkout, notebooks, byName(settings));
        Console console = new Console(spec.commandLine().getOut(), options.quiet);
        NotebookRuns runs = new NotebookRuns(options, console, main.dataRequired());
        tasks.forEach(runs::run);
        runs.end(options.folder(checkout));
        return runs.exitCode().number();
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

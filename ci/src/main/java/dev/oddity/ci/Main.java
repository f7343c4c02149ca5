package dev.oddity.ci;

import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.datasets.NearMiss;
import dev.oddity.reproducibility.FileTrouble;
import dev.oddity.reproducibility.OddityVersion;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ci/notebooks}. */
@Command(
        name = "notebooks",
        description = "Runs Oddity's notebooks headlessly and holds their metrics against approved values.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, or a notebook was skipped because its data cannot be had",
            "1:a cell or a rerun failed, or check found a fault",
            "2:metrics differ from the approved ones, or a rerun's from the recorded ones",
            "3:a cell or notebook took too long",
            "4:a kernel died or did not start",
            "5:a rerun found other data than the recorded run saw, or could not load it",
            "64:the command was not understood",
            "130:stopped by INT",
            "143:stopped by TERM"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  ODDITY_REQUIRE_DATASETS=true   missing data is a failure, not a skip",
            "  ODDITY_DATASETS=FOLDER         where data sets lie",
            "  ODDITY_RUNS=FOLDER             where runs are kept; off keeps none (default:",
            "                                 ~/.oddity/runs, and of notebooks the folder",
            "                                 runs beside their output)",
            "  ODDITY_GPU=true                build without PyTorch's CPU libraries",
            "                                 (-Doddity.gpu does the same, and --device gpu",
            "                                 where there is one)",
            "  ODDITY_CHROMIUM=FILE           the browser that prints PDF (default: the first",
            "                                 on the PATH)"
        },
        subcommands = {
            RunCommand.class,
            ApproveCommand.class,
            ListCommand.class,
            CheckCommand.class,
            StripCommand.class,
            ReportCommand.class,
            RerunCommand.class
        })
public final class Main implements Runnable {

    /** System property naming the checkout; without it, the one around the working folder is taken. */
    private static final String CHECKOUT = "oddity.checkout";

    private static final String REQUIRE_DATA = "ODDITY_REQUIRE_DATASETS";

    private static final List<String> KERNEL_VERBS = List.of("install", "uninstall");

    private final Path start;
    private final Map<String, String> environment;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main(Path start, Map<String, String> environment) {
        this.start = start;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path start = Path.of(System.getProperty(CHECKOUT, ""));
        System.exit(run(out, err, start, System.getenv(), arguments));
    }

    /**
     * @param start in or above this folder lies the checkout
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, Path start, Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new Main(start, environment));
        // The kernel knows best how it is made known to Jupyter.
        CommandLine kernel = dev.oddity.kernel.Main.commandLine();
        for (String verb : KERNEL_VERBS) {
            line.addSubcommand(verb, kernel.getSubcommands().get(verb));
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> refuse(e))
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
                .execute(arguments);
    }

    Checkout checkout() {
        return Checkout.around(start);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Whether a notebook without its data fails, rather than being skipped. */
    boolean dataRequired() {
        return Boolean.parseBoolean(environment.get(REQUIRE_DATA));
    }

    /** As the build says. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Oddity " + OddityVersion.CURRENT};
        }
    }

    /** Without a verb, the help is all there is to say. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        Set<String> verbs = command.getSubcommands().keySet();
        if (e instanceof UnmatchedArgumentException unmatched && !verbs.isEmpty()) {
            String given = unmatched.getUnmatched().get(0);
            command.getErr()
                    .println("no verb '%s'%s verbs: %s"
                            .formatted(given, NearMiss.hint(given, verbs), String.join(", ", verbs)));
        } else {
            command.getErr()
                    .println("%s; see %s --help"
                            .formatted(e.getMessage(), command.getCommandSpec().qualifiedName()));
        }
        return ExitCode.USAGE.number();
    }

    private static int explain(Exception e, CommandLine command) throws Exception {
        PrintWriter err = command.getErr();
        boolean ofKernel = KERNEL_VERBS.contains(command.getCommandName()) && e instanceof IllegalStateException;
        if (e instanceof UsageException || e instanceof NotebookException || ofKernel) {
            err.println(e.getMessage());
            return ExitCode.USAGE.number();
        }
        if (e instanceof UncheckedIOException failed) {
            err.println(FileTrouble.sentence(failed));
            return ExitCode.CELL_FAILED.number();
        }
        throw e;
    }
}

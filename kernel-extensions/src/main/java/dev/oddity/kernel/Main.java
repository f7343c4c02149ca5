package dev.oddity.kernel;

import dev.oddity.kernel.wire.ConnectionFile;
import dev.oddity.kernel.wire.Wire;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command line: {@code <connection file>} runs a kernel, {@code install} and {@code uninstall} its kernelspec. */
@Command(
        name = "oddity-kernel",
        description = "The Java kernel of Oddity. Jupyter starts it with the path of a connection file.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "CONNECTION_FILE", description = "written by a Jupyter client")
    private @Nullable Path connectionFile;

    private Main() {}

    /** Ends the process: with 0, with 1 after a failure told in one sentence, with 2 for a wrong command line. */
    public static void main(String[] arguments) throws InterruptedException {
        // A start of a kernel, for which somebody waits, needs nothing of a library for command lines.
        boolean kernel = arguments.length == 1 && Files.isRegularFile(Path.of(arguments[0]));
        System.exit(kernel ? serve(Path.of(arguments[0])) : commandLine().execute(arguments));
    }

    private static int serve(Path connectionFile) throws InterruptedException {
        ConnectionFile connection;
        Wire wire;
        try {
            connection = ConnectionFile.read(connectionFile);
            wire = new Wire(connection);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (IllegalStateException e) {
            System.err.println("connection file " + connectionFile + ": " + e.getMessage());
            return 1;
        }
        KernelProcess.serve(wire);
        return 0;
    }

    /** The command line as a value, for a command that has it among its own. */
    public static CommandLine commandLine() {
        CommandLine line =
                new CommandLine(new Main()).addSubcommand(new InstallCommand()).addSubcommand(new UninstallCommand());
        return line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(failure.getMessage());
            return 1;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (connectionFile == null) {
            CommandLine.usage(this, System.err);
            return 2;
        }
        return serve(connectionFile);
    }
}

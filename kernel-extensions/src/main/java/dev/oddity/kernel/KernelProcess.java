package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.wire.ConnectionFile;
import dev.oddity.kernel.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** A kernel as a process of its own: its sockets, its standard streams, its log, its end. */
final class KernelProcess {

    /** How long an interrupted cell may take to stop before it is left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private KernelProcess() {}

    /** Runs a kernel until a front end shuts it down. */
    static void serve(ConnectionFile file) throws InterruptedException {
        quieten();
        endWithParent();
        Wire wire = new Wire(file);
        CellOutput output = new CellOutput(wire::publish);
        OddityKernel kernel = new OddityKernel(output, new CellThread(PATIENCE));
        new Thread(kernel::prepare, "java-start").start();
        Execution execution = new Execution(wire, kernel, output);
        Requests requests = new Requests(wire, kernel, execution);
        System.setOut(CellText.of(output, CellOutput.Stream.stdout));
        System.setErr(CellText.of(output, CellOutput.Stream.stderr));
        System.setIn(new CellInput(execution::ask));
        kernel.onStartup();
        wire.start(requests::handle);
        Thread lastWords = new Thread(() -> reportDeath(wire, output), "last-words");
        Runtime.getRuntime().addShutdownHook(lastWords);

        boolean restarting = requests.awaitShutdown();

        Runtime.getRuntime().removeShutdownHook(lastWords);
        kernel.onShutdown(restarting);
        wire.close();
    }

    /** The log handler takes hold of the terminal's stream now, before cells get one of their own. */
    private static void quieten() {
        try (InputStream settings = KernelProcess.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
            Logger.getLogger("").getHandlers();
        } catch (IOException e) {
            throw new UncheckedIOException("logging.properties in this jar can't be read", e);
        }
    }

    /** Front ends give their process id: when they are gone, however they went, so is the kernel. */
    private static void endWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.chars().allMatch(Character::isDigit) && !parent.isEmpty()) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresent(process ->
                            process.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
    }

    /** Something ended the process from within, past every guard. */
    private static void reportDeath(Wire wire, CellOutput output) {
        if (output.running()) {
            String message = "the kernel ended while this cell was running: some code ended the process";
            output.error(new CellError("KernelDied", message, List.of(message)));
        }
        try {
            wire.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

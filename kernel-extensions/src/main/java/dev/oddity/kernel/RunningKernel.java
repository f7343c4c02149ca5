package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.wire.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * A kernel with all that belongs to it, behind a connection: the same in a process of its own ({@link KernelProcess}) and in
 * another's ({@link EmbeddedKernel}). It takes the standard streams of the JVM for its cells.
 */
final class RunningKernel {

    /** How long an interrupted cell may take to stop before it is left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StandardStreams before;
    private final CellThread thread = new CellThread(PATIENCE);
    private final CellOutput output;
    private final OddityKernel kernel;
    private final Requests requests;

    private RunningKernel(Connection connection) {
        output = new CellOutput(connection::publish);
        kernel = new OddityKernel(output, thread);
        new Thread(kernel::prepare, "java-start").start();
        Execution execution = new Execution(connection, kernel, output);
        requests = new Requests(connection, kernel, execution);
        before = StandardStreams.now();
        execution.takeStreams();
        kernel.onStartup();
    }

    /** Opens a kernel; requests may come from now on. */
    static RunningKernel behind(Connection connection) {
        quieten();
        return new RunningKernel(connection);
    }

    Requests requests() {
        return requests;
    }

    CellOutput output() {
        return output;
    }

    /** Told as the error of a cell is: it ended a thread that some cell started. */
    void tellUncaught(Thread ended, Throwable thrown) {
        String text = String.join("\n", kernel.error(thrown).traceback());
        output.write(CellOutput.Stream.STDERR, "Exception in thread \"" + ended.getName() + "\" " + text + "\n");
    }

    void shutDown(boolean restarting) {
        kernel.onShutdown(restarting);
    }

    /**
     * Shuts down and leaves the JVM to others: threads that cells started are asked to stop, its streams are as they were, and
     * no thread waits for cells any more.
     */
    void leave() {
        try {
            // Whatever is being opened must be open before it can be closed.
            kernel.runner().session().stopBackground();
            shutDown(false);
        } finally {
            thread.close();
            output.close();
            before.use();
        }
    }

    /** The threads that run code of cells although there are no cells any more. */
    List<String> stragglers() {
        return kernel.runner().session().background();
    }

    /** The log handler takes hold of the terminal's stream now, before cells get one of their own. */
    private static void quieten() {
        try (InputStream settings = RunningKernel.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
            Logger.getLogger("").getHandlers();
        } catch (IOException e) {
            throw new UncheckedIOException("logging.properties in this jar can't be read", e);
        }
    }
}

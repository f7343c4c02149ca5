package dev.oddity.kernel;

import dev.oddity.kernel.wire.DirectConnection;
import dev.oddity.kernel.wire.Message;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kernel in the process of its client, for debuggers, coverage and haste. It is asked by the messages of the Jupyter protocol
 * and answers with them; what it does between is what a kernel process does, with the same code.
 *
 * <p>Each has its own session of Java, with its own class loader: no variable, class or import of one is seen by the next. What a
 * JVM has once is shared by all of them and with the client: loaded libraries with their static fields and native memory, system
 * properties, default locale, working folder, environment, heap. While one is open, {@code System.in}, {@code out} and
 * {@code err} are those of its cells, and so there is one at a time. {@code System.exit} in a cell is refused as in any kernel;
 * what ends the process past that guard ends the client too.
 */
public final class EmbeddedKernel implements AutoCloseable {

    /** The one that is open, or one that left something running. The JVM's streams are static, and so is who has them. */
    private static @Nullable EmbeddedKernel latest;

    private final DirectConnection connection;
    private final RunningKernel kernel;
    private boolean open = true;

    private EmbeddedKernel(Consumer<Message> published, Consumer<Message> replies) {
        connection = new DirectConnection(published, replies);
        kernel = RunningKernel.behind(connection);
        connection.start(kernel.requests()::handle);
    }

    /**
     * Opens a kernel, which answers at once.
     *
     * @param published gets what it publishes, on threads of the kernel
     * @param replies gets its answers to requests of the shell channel, likewise
     * @throws IllegalStateException while another is open in this JVM, or code of an earlier one cannot be stopped
     */
    public static synchronized EmbeddedKernel open(Consumer<Message> published, Consumer<Message> replies) {
        EmbeddedKernel before = latest;
        if (OddityKernel.running().isPresent()) {
            throw new IllegalStateException(
                    "another notebook runs in this process, and System.out and the memory are one"
                            + " for all of it; run one after the other, or each in a process of its own");
        }
        List<String> stragglers = before == null ? List.of() : before.kernel.stragglers();
        if (!stragglers.isEmpty()) {
            throw new IllegalStateException(
                    "code of an earlier notebook in this process was asked to stop and goes on, in "
                            + String.join(", ", stragglers)
                            + "; it could write into any other: run the rest in another process");
        }
        latest = new EmbeddedKernel(published, replies);
        return latest;
    }

    /** Puts a request of the shell channel, such as {@code execute_request}, behind those that wait. */
    public void shell(Message request) {
        connection.shell(request);
    }

    /** Has a request of the control channel handled, such as {@code interrupt_request}, while a cell may run. */
    public void control(Message request) {
        connection.control(request);
    }

    /** Waits for the running cell, ten seconds at most, and gives the standard streams back. */
    @Override
    public void close() {
        synchronized (EmbeddedKernel.class) {
            if (open) {
                open = false;
                connection.close();
                kernel.leave();
                // A notebook's memory is free with its end.
                latest = kernel.stragglers().isEmpty() ? null : this;
            }
        }
    }
}

package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A kernel's end of a connection over five sockets. Requests of the shell channel are handled one after the other on one thread, those of
 * the control channel (interrupt, shutdown) on another, so that they get through while a cell runs.
 */
public final class Wire implements Connection, AutoCloseable {

    /** Version of the Jupyter protocol that is spoken here. */
    public static final String PROTOCOL = Headers.PROTOCOL;

    private static final long CLOSE_MILLIS = 2000;

    private final ZMQ.Context context;
    private final Headers headers = new Headers();
    private final RequestChannel shell;
    private final RequestChannel control;
    private final Publisher iopub;
    private final InputChannel stdin;
    private final Heartbeat heartbeat;

    /**
     * Binds the five sockets. Nothing is read until {@link #start}.
     *
     * @throws IllegalStateException if a port can't be listened on
     */
    public Wire(ConnectionFile file) {
        context = ZMQ.context(1);
        Frames frames = new Frames(file.key());
        shell = new RequestChannel("shell", context, file.address(file.shell()), frames, headers);
        control = new RequestChannel("control", context, file.address(file.control()), frames, headers);
        iopub = new Publisher(context, file.address(file.iopub()), frames);
        stdin = new InputChannel(context, file.address(file.stdin()), frames, headers);
        heartbeat = new Heartbeat(context, file.address(file.heartbeat()));
    }

    static void bind(ZMQ.Socket socket, String address) {
        try {
            socket.bind(address);
        } catch (ZMQException e) {
            boolean taken = e.getErrorCode() == ZMQ.Error.EADDRINUSE.getCode();
            throw new IllegalStateException(
                    "the kernel can't listen on " + address + ": "
                            + (taken ? "another process does" : e.getMessage())
                            + "; start it anew, which takes other ports",
                    e);
        }
    }

    /**
     * Begins to read.
     *
     * @param handler of every request; called on the thread of the request's channel
     */
    public void start(Consumer<Request> handler) {
        iopub.start();
        heartbeat.start();
        publishStatus(new JsonObject(), "starting");
        control.start(handler);
        shell.start(handler);
    }

    @Override
    public void publish(JsonObject parent, String type, JsonObject content) {
        iopub.publish(new Message(Request.topic(type), headers.next(type), parent, new JsonObject(), content));
    }

    @Override
    public String ask(Message request) throws InterruptedException {
        return stdin.ask(request);
    }

    @Override
    public void flush() throws InterruptedException {
        iopub.flush();
    }

    /** Sends what is still to be sent and closes; waits two seconds at most, since a cell may be running for ever. */
    @Override
    public void close() {
        iopub.close();
        stdin.close();
        Thread ending = new Thread(context::term, "jupyter-close");
        ending.setDaemon(true);
        ending.start();
        try {
            ending.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

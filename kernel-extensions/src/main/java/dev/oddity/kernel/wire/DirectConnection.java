package dev.oddity.kernel.wire;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection without sockets, between a kernel and a client in its process. Messages take the same form as on the wire,
 * frames of JSON, and are read from it again: neither side can change what the other holds, and a number or a text comes out as
 * it would at the end of a socket. Requests of the shell channel are handled one after the other on one thread, those of the
 * control channel on their sender's.
 */
public final class DirectConnection implements Connection, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectConnection.class);

    private static final long CLOSE_MILLIS = 10_000;

    private final Frames frames = new Frames("in one process");
    private final Headers headers = new Headers();
    private final Consumer<Message> published;
    private final Consumer<Message> replies;
    private final LinkedBlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Channel shell = new Channel() {
        @Override
        public void send(Message reply) {
            handOver(reply, replies);
        }

        @Override
        public void abortWaiting() {
            List<Request> behind = new ArrayList<>();
            waiting.drainTo(behind);
            behind.forEach(request -> waiting.add(new Request(request.message(), shell, headers, true)));
        }
    };
    private final Channel control = new Channel() {
        @Override
        public void send(Message reply) {
            // The sender waits for the end of the request, which is all that it wants to know.
        }

        @Override
        public void abortWaiting() {
            // Nothing ever waits here.
        }
    };
    private final Request last = new Request(
            new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject()),
            shell,
            headers,
            true);
    private final Thread thread = new Thread(this::serve, "kernel-shell");
    private volatile Consumer<Request> handler = request -> {};

    /**
     * @param published gets what the kernel tells every client, on the kernel's threads
     * @param replies gets the answers to requests of the shell channel, likewise
     */
    public DirectConnection(Consumer<Message> published, Consumer<Message> replies) {
        this.published = published;
        this.replies = replies;
        thread.setDaemon(true);
    }

    /** Begins to hand requests over. */
    public void start(Consumer<Request> requestHandler) {
        handler = requestHandler;
        thread.start();
    }

    /** Puts a request of the shell channel behind those that wait. */
    public void shell(Message request) {
        handOver(request, copy -> waiting.add(new Request(copy, shell, headers, false)));
    }

    /** Has a request of the control channel handled. */
    public void control(Message request) {
        handOver(request, copy -> handle(new Request(copy, control, headers, false)));
    }

    @Override
    public void publish(JsonObject parent, String type, JsonObject content) {
        handOver(new Message(List.of(), headers.next(type), parent, new JsonObject(), content), published);
    }

    /** The client of this connection has nobody to ask. */
    @Override
    public String ask(Message request) {
        return "";
    }

    @Override
    public void flush() {
        // Whatever is published has arrived.
    }

    /** Waits for the request that is being handled, ten seconds at most, and handles no more. */
    @Override
    public void close() {
        waiting.add(last);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            for (Request next = waiting.take(); next != last; next = waiting.take()) {
                handle(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Whatever a handler throws, an Error too, must not end the thread it is called on.
    private void handle(Request request) {
        try {
            handler.accept(request);
        } catch (Throwable e) {
            LOG.error("{} failed", request.message().type(), e);
        }
    }

    // What has no form in JSON is lost, as on the wire, but not the kernel.
    private void handOver(Message message, Consumer<Message> to) {
        try {
            frames.parse(frames.of(message)).ifPresent(to);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a message could not be handed over", e);
        }
    }
}

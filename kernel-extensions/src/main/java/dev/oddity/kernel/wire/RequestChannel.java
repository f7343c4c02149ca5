package dev.oddity.kernel.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The shell or the control socket and the one thread that reads it, handles what it reads, and answers. */
final class RequestChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(RequestChannel.class);

    private final ZMQ.Socket socket;
    private final Frames frames;
    private final Headers headers;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final String name;

    RequestChannel(String name, ZMQ.Context context, String address, Frames frames, Headers headers) {
        this.frames = frames;
        this.headers = headers;
        this.socket = context.socket(SocketType.ROUTER);
        this.socket.setLinger(1000);
        Wire.bind(socket, address);
        this.name = name;
    }

    void start(Consumer<Request> handler) {
        Thread thread = new Thread(() -> serve(handler), "jupyter-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void send(Message message) {
        untilTheEnd(() -> sendFrames(socket, frames.of(message)));
    }

    @Override
    public void abortWaiting() {
        untilTheEnd(() -> {
            for (List<byte[]> next = receive(socket, ZMQ.DONTWAIT);
                    !next.isEmpty();
                    next = receive(socket, ZMQ.DONTWAIT)) {
                frames.parse(next).ifPresent(message -> waiting.add(new Request(message, this, headers, true)));
            }
        });
    }

    /** A request may outlast the connection, as a cell does that runs while the kernel is shut down: nobody listens then. */
    private static void untilTheEnd(Runnable work) {
        try {
            work.run();
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                throw e;
            }
        }
    }

    private void serve(Consumer<Request> handler) {
        try {
            while (true) {
                if (waiting.isEmpty()) {
                    frames.parse(receive(socket, 0))
                            .ifPresent(message -> waiting.add(new Request(message, this, headers, false)));
                } else {
                    handle(handler, waiting.remove());
                }
            }
        } catch (ZMQException e) {
            // The context ends: a socket is closed by the thread that it belongs to.
            socket.close();
        }
    }

    // Whatever a handler throws, an Error too, must not end this thread: a kernel that answers no more looks alive.
    private void handle(Consumer<Request> handler, Request request) {
        try {
            handler.accept(request);
        } catch (ZMQException e) {
            throw e;
        } catch (Throwable e) {
            LOG.error("{} failed", request.message().type(), e);
        }
    }

    static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size() - 1; i++) {
            socket.sendMore(frames.get(i));
        }
        socket.send(frames.get(frames.size() - 1));
    }

    /** A whole multipart message; empty if there is none and waiting is not wanted, or not for longer than the timeout. */
    static List<byte[]> receive(ZMQ.Socket socket, int flags) {
        List<byte[]> frames = new ArrayList<>();
        byte[] frame = socket.recv(flags);
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv(flags) : null;
        }
        return frames;
    }
}

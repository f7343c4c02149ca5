package dev.oddity.kernel.wire;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The IOPub socket: a queue that any thread may fill, emptied in order by the socket's own thread. A thread that is being
 * interrupted must not write to a socket itself, since Java then closes the channel underneath.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ZMQ.Socket socket;
    private final Frames frames;
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean open = true;

    Publisher(ZMQ.Context context, String address, Frames frames) {
        this.frames = frames;
        this.socket = context.socket(SocketType.PUB);
        // A PUB socket drops what exceeds its mark: output would be lost without a word.
        this.socket.setHWM(0);
        this.socket.setLinger(1000);
        Wire.bind(socket, address);
        this.thread = new Thread(this::serve, "jupyter-iopub");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void publish(Message message) {
        queue.add(() -> {
            List<byte[]> parts = frames.of(message);
            RequestChannel.sendFrames(socket, parts);
        });
    }

    /** Waits until all that was published before is handed to the network, for two seconds at most. */
    void flush() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        queue.add(sent::countDown);
        sent.await(2, TimeUnit.SECONDS);
    }

    /** After all that was published before. */
    void close() {
        queue.add(() -> {
            open = false;
            socket.close();
        });
    }

    private void serve() {
        try {
            while (open) {
                run(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ZMQException e) {
            // The context ends: a socket is closed by the thread that it belongs to.
            socket.close();
        }
    }

    // What cannot be published is lost, but must not end this thread: no later output would be seen, without a word.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (ZMQException e) {
            throw e;
        } catch (Throwable e) {
            LOG.error("a message could not be published", e);
        }
    }
}

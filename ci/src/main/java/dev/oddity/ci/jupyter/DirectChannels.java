package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.EmbeddedKernel;
import dev.oddity.kernel.wire.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The project's own kernel in this process, spoken to without sockets. */
final class DirectChannels implements Channels {

    /** Messages that may wait to be looked at; a cell that shows more stands still until they are. */
    private static final int ROOM = 100;

    private final Requests requests = new Requests();
    private final Thread reader = Thread.currentThread();
    private final Backlog<Message> published = new Backlog<>(ROOM, message -> 1);
    private final EmbeddedKernel kernel;
    private List<Message> replies = new ArrayList<>();

    /** @throws KernelException if another notebook has this process, or left something running in it */
    DirectChannels() {
        try {
            kernel = EmbeddedKernel.open(this::hearPublished, this::hearReply);
        } catch (IllegalStateException e) {
            throw new KernelException(e.getMessage(), e);
        }
    }

    @Override
    public Message ask(String type, JsonObject content) {
        Message request = requests.of(type, content);
        kernel.shell(request);
        return request;
    }

    @Override
    public void command(String type, JsonObject content) {
        kernel.control(requests.of(type, content));
    }

    @Override
    public synchronized void await(long millis) {
        try {
            if (published.isEmpty() && replies.isEmpty()) {
                wait(Math.max(1, millis));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException("whoever ran the notebook was interrupted", e);
        }
    }

    @Override
    public Collection<Message> published() {
        return published.take(ROOM);
    }

    @Override
    public synchronized Collection<Message> replies() {
        List<Message> taken = replies;
        replies = new ArrayList<>();
        return taken;
    }

    @Override
    public boolean heartbeatLost() {
        return false;
    }

    /** Whether a cell stands still until somebody looks at what it has shown. */
    boolean holdsUp() {
        return published.holdsUp();
    }

    /** How much waits to be looked at. */
    long waiting() {
        return published.held();
    }

    /** What the kernel still says is heard by nobody. */
    @Override
    public void close() {
        published.end();
        kernel.close();
    }

    private void hearPublished(Message message) {
        // A kernel that is interrupted says so on the thread of who interrupts it, which is the one that makes room.
        boolean first = Thread.currentThread() == reader ? published.add(message) : published.put(message);
        if (first) {
            wake();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void hearReply(Message message) {
        replies.add(message);
        notifyAll();
    }
}

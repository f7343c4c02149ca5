package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.EmbeddedKernel;
import dev.oddity.kernel.wire.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The project's own kernel in this process, spoken to without sockets. */
final class DirectChannels implements Channels {

    private final Requests requests = new Requests();
    private final EmbeddedKernel kernel;
    private List<Message> published = new ArrayList<>();
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
    public synchronized Collection<Message> published() {
        List<Message> taken = published;
        published = new ArrayList<>();
        return taken;
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

    @Override
    public void close() {
        kernel.close();
    }

    private synchronized void hearPublished(Message message) {
        published.add(message);
        notifyAll();
    }

    private synchronized void hearReply(Message message) {
        replies.add(message);
        notifyAll();
    }
}

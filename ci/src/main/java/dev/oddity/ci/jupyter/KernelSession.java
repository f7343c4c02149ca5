package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * One kernel and the conversation with it, from start to end. Closing it always ends a kernel's own process: first asked for,
 * then by force; at once by force if an execution was given up. Used by one thread.
 */
public final class KernelSession implements AutoCloseable {

    private static final long POLL_MILLIS = 100;

    private final KernelSpec spec;
    private final Host host;
    private final Channels channels;
    private final Patience patience;
    private JsonObject info = new JsonObject();
    private boolean givenUp;

    private KernelSession(KernelSpec spec, Host host, Channels channels, Patience patience) {
        this.spec = spec;
        this.host = host;
        this.channels = channels;
        this.patience = patience;
    }

    /**
     * Starts a kernel and waits until it answers.
     *
     * @param folder the working folder of the process
     * @param log file for what the process writes to its own standard streams
     * @throws KernelException if it cannot be started, ends, or is not ready in time
     */
    static KernelSession start(KernelSpec spec, Path folder, Path log, Duration startup) {
        return start(spec, folder, log, startup, Patience.USUAL);
    }

    static KernelSession start(KernelSpec spec, Path folder, Path log, Duration startup, Patience patience) {
        return start(spec, folder, log, startup, patience, ConnectionFile.create());
    }

    static KernelSession start(
            KernelSpec spec, Path folder, Path log, Duration startup, Patience patience, ConnectionFile connection) {
        KernelProcess process = KernelProcess.start(spec, connection.write(), folder, log);
        Channels channels;
        try {
            channels = new SocketChannels(connection, patience);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
        return new KernelSession(spec, process, channels, patience).whenReady(startup);
    }

    /**
     * Opens the project's own kernel in this process.
     *
     * @param properties of the system while it is open
     * @throws KernelException if another is open
     */
    static KernelSession startHere(KernelSpec spec, Map<String, String> properties, Duration startup) {
        Channels channels = new DirectChannels();
        return new KernelSession(spec, new ThisProcess(properties), channels, Patience.USUAL).whenReady(startup);
    }

    private KernelSession whenReady(Duration startup) {
        try {
            awaitReady(Deadline.in(startup), startup);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The content of the kernel's {@code kernel_info_reply}. */
    public JsonObject info() {
        return info.deepCopy();
    }

    /** Why the kernel is no longer there, in one sentence. */
    public String deathNote() {
        String what = host.isAlive() ? "does not answer its heartbeat any more" : host.ending();
        return "the kernel '%s' %s; see %s".formatted(spec.name(), what, host.log());
    }

    /**
     * Runs code and waits for its end: the reply and the kernel's {@code idle}. When the time is up the kernel is
     * interrupted, and what it then still says is heard for a few seconds.
     */
    public Ending execute(String code, Duration limit, ExecutionListener listener) {
        Message request = channels.ask("execute_request", executeContent(code));
        Deadline deadline = Deadline.in(limit);
        Deadline last = Deadline.never();
        boolean interrupted = false;
        boolean replied = false;
        boolean idle = false;
        while (!(replied && idle) && !last.isOver()) {
            channels.await(Math.min(POLL_MILLIS, deadline.millisLeft()));
            boolean gone = isGone();
            Collection<Message> news = channels.published();
            for (Message message : news) {
                boolean ours = message.parentId().equals(request.id());
                if (message.type().equals("update_display_data")) {
                    listener.displayUpdated(message);
                } else if (ours && !idle) {
                    listener.published(message);
                    idle = isIdle(message);
                }
            }
            for (Message reply : channels.replies()) {
                if (reply.parentId().equals(request.id())) {
                    listener.replied(reply);
                    replied = true;
                    last = interrupted ? last : Deadline.in(patience.lateOutput());
                }
            }
            // A kernel may die of what its runner is stopped by, such as Ctrl-C in a terminal.
            if (!listener.goesOn()) {
                givenUp = true;
                return Ending.GIVEN_UP;
            }
            if (gone && news.isEmpty()) {
                return Ending.DIED;
            }
            if (!replied && !interrupted && deadline.isOver()) {
                interrupt();
                interrupted = true;
                deadline = Deadline.never();
                last = Deadline.in(patience.windingUp());
            }
        }
        return interrupted ? Ending.TIMED_OUT : Ending.REPLIED;
    }

    @Override
    public void close() {
        try (host;
                channels) {
            if (host.isAlive() && !givenUp) {
                JsonObject content = new JsonObject();
                content.addProperty("restart", false);
                channels.command("shutdown_request", content);
                host.awaitEnd(patience.shutdown());
            }
        }
    }

    /** Asks again until an answer comes on both channels: the subscription may be later than the first answer. */
    private void awaitReady(Deadline deadline, Duration startup) {
        boolean heard = false;
        boolean published = false;
        Deadline again = Deadline.in(Duration.ZERO);
        while (!(heard && published)) {
            if (again.isOver()) {
                channels.ask("kernel_info_request", new JsonObject());
                again = Deadline.in(Duration.ofMillis(500));
            }
            channels.await(POLL_MILLIS);
            for (Message reply : channels.replies()) {
                if (reply.type().equals("kernel_info_reply")) {
                    info = reply.content();
                    heard = true;
                }
            }
            published |= channels.published().stream().anyMatch(KernelSession::isIdle);
            if (!host.isAlive()) {
                throw new KernelException(deathNote() + " (it never was ready)");
            }
            if (deadline.isOver()) {
                throw new KernelException("the kernel '%s' was not ready after %d s; see %s"
                        .formatted(spec.name(), startup.toSeconds(), host.log()));
            }
        }
    }

    private boolean isGone() {
        if (host.isAlive()) {
            return channels.heartbeatLost();
        }
        // What it said last may still be on its way through the socket.
        channels.await(POLL_MILLIS);
        return true;
    }

    private void interrupt() {
        if (spec.interruptsByMessage()) {
            channels.command("interrupt_request", new JsonObject());
        } else {
            host.signalInterrupt();
        }
    }

    private static boolean isIdle(Message message) {
        return message.type().equals("status")
                && message.text("execution_state").equals("idle");
    }

    private static JsonObject executeContent(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        return content;
    }
}

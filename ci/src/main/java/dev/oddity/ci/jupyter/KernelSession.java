package dev.oddity.ci.jupyter;

import com.google.gson.JsonObject;
import dev.oddity.kernel.wire.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * One kernel process and the conversation with it, from start to end. Closing it always ends the process: first asked
 * for, then by force. Used by one thread.
 */
public final class KernelSession implements AutoCloseable {

    private static final long POLL_MILLIS = 100;
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;
    private static final int KILL = 9;

    private final KernelSpec spec;
    private final Path log;
    private final KernelProcess process;
    private final Channels channels;
    private final Patience patience;
    private JsonObject info = new JsonObject();

    private KernelSession(KernelSpec spec, Path folder, Path log, Patience patience, ConnectionFile connection) {
        this.spec = spec;
        this.log = log;
        this.patience = patience;
        this.process = KernelProcess.start(spec, connection.write(), folder, log);
        try {
            this.channels = new Channels(connection, patience);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /**
     * Starts a kernel and waits until it answers.
     *
     * @param folder the working folder of the process
     * @param log file for what the process writes to its own standard streams
     * @throws KernelException if it cannot be started, ends, or is not ready in time
     */
    public static KernelSession start(KernelSpec spec, Path folder, Path log, Duration startup) {
        return start(spec, folder, log, startup, Patience.USUAL);
    }

    static KernelSession start(KernelSpec spec, Path folder, Path log, Duration startup, Patience patience) {
        return start(spec, folder, log, startup, patience, ConnectionFile.create());
    }

    static KernelSession start(
            KernelSpec spec, Path folder, Path log, Duration startup, Patience patience, ConnectionFile connection) {
        KernelSession session = new KernelSession(spec, folder, log, patience, connection);
        try {
            session.awaitReady(Deadline.in(startup), startup);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The content of the kernel's {@code kernel_info_reply}. */
    public JsonObject info() {
        return info.deepCopy();
    }

    /** Why the kernel is no longer there, in one sentence. */
    public String deathNote() {
        String what = process.isAlive() ? "does not answer its heartbeat any more" : ending(process.exitCode());
        return "the kernel '%s' %s; see %s".formatted(spec.name(), what, log);
    }

    /** Java tells a signal as a shell does. */
    private static String ending(int exitCode) {
        if (exitCode <= SIGNALS || exitCode > SIGNALS + LAST_SIGNAL) {
            return "ended with exit code " + exitCode;
        }
        int signal = exitCode - SIGNALS;
        return "was killed by signal " + signal + (signal == KILL ? ", as the system does where memory runs out" : "");
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
        try (process;
                channels) {
            if (process.isAlive()) {
                JsonObject content = new JsonObject();
                content.addProperty("restart", false);
                channels.command("shutdown_request", content);
                process.awaitEnd(patience.shutdown());
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
            if (!process.isAlive()) {
                throw new KernelException(deathNote() + " (it never was ready)");
            }
            if (deadline.isOver()) {
                throw new KernelException("the kernel '%s' was not ready after %d s; see %s"
                        .formatted(spec.name(), startup.toSeconds(), log));
            }
        }
    }

    private boolean isGone() {
        if (process.isAlive()) {
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
            process.signalInterrupt();
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

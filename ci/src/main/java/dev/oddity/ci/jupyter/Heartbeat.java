package dev.oddity.ci.jupyter;

import org.zeromq.ZMQ;

/** Pings the kernel now and then, to notice a process that is there but hears nothing any more. */
final class Heartbeat {

    private static final byte[] PING = {'p', 'i', 'n', 'g'};

    private final ZMQ.Socket echo;
    private final Patience patience;
    private long lastSent = System.nanoTime();
    private boolean waiting;

    Heartbeat(ZMQ.Socket echo, Patience patience) {
        this.echo = echo;
        this.patience = patience;
    }

    /** Takes the answer if it has come, and pings again when it is time. */
    void beat() {
        if (waiting && echo.recv(ZMQ.DONTWAIT) != null) {
            waiting = false;
        }
        if (!waiting && sinceSent() >= patience.heartbeat().toNanos()) {
            echo.send(PING);
            lastSent = System.nanoTime();
            waiting = true;
        }
    }

    boolean lost() {
        return waiting && sinceSent() >= patience.answer().toNanos();
    }

    private long sinceSent() {
        return System.nanoTime() - lastSent;
    }
}

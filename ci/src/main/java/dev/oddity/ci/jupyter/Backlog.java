package dev.oddity.ci.jupyter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a kernel has said and nobody has looked at yet, in order of arrival. It holds so much; whoever brings more waits, so that a
 * kernel that publishes without end is held up, and the memory of this process is not used up.
 */
final class Backlog<T> {

    private final long room;
    private final ToLongFunction<T> size;
    private final Deque<T> waiting = new ArrayDeque<>();
    private long held;
    private int queuing;
    private boolean open = true;

    /**
     * @param room how much it holds, one thing at least
     * @param size of one thing, in the same unit
     */
    Backlog(long room, ToLongFunction<T> size) {
        this.room = room;
        this.size = size;
    }

    /**
     * Waits for room; an interrupt waits with it. After the end everything is dropped.
     *
     * @return whether nothing else was there
     */
    synchronized boolean put(T thing) {
        long more = size.applyAsLong(thing);
        boolean interrupted = false;
        queuing++;
        try {
            while (open && held > 0 && held + more > room) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            queuing--;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return add(thing);
    }

    /** Without waiting: for who takes, since nobody would make room for it. */
    synchronized boolean add(T thing) {
        boolean first = waiting.isEmpty();
        if (open) {
            waiting.add(thing);
            held += size.applyAsLong(thing);
        }
        notifyAll();
        return first;
    }

    /** The first so many. */
    synchronized List<T> take(int most) {
        List<T> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            T thing = waiting.remove();
            held -= size.applyAsLong(thing);
            taken.add(thing);
        }
        notifyAll();
        return taken;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized long held() {
        return held;
    }

    /** Whether somebody waits for room. */
    synchronized boolean holdsUp() {
        return queuing > 0;
    }

    synchronized boolean hasEnded() {
        return !open;
    }

    /** Lets everybody go. */
    synchronized void end() {
        open = false;
        notifyAll();
    }
}

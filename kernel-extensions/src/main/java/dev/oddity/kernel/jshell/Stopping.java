package dev.oddity.kernel.jshell;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends code of cells that was asked to stop. Java ends no thread from outside, so the code looks by itself, before each
 * jump backwards and at each entry of a method, and throws. While nobody is asked, a look is a call site that does
 * nothing, which the compiler leaves out; to ask somebody relinks all of them, and code of cells is slower until all who
 * were asked have stopped. Threads other than those go on. For any thread. What it costs: {@code bench/loops.py}.
 */
final class Stopping {

    private static final MethodType LOOK = MethodType.methodType(void.class);
    private static final MethodHandle NOTHING = MethodHandles.empty(LOOK);

    /** What is asked of a thread. */
    private enum Demand {
        /** To stop in a loop, as long as nothing else took notice of the thread's interrupt: it may be ending by itself. */
        SOFTLY,
        /** To stop, wherever it is. */
        ONCE,
        /** Nothing more: it was thrown at, and may clean up. */
        DONE,
        /** To stop, wherever it is, as often as it looks. */
        ALWAYS
    }

    private final Map<Thread, Demand> demands = new ConcurrentHashMap<>();
    private final MutableCallSite loops = new MutableCallSite(NOTHING);
    private final MutableCallSite entries = new MutableCallSite(NOTHING);
    private final MethodHandle lookInLoop = look("lookInLoop");
    private final MethodHandle lookAtEntry = look("lookAtEntry");

    CallSite loops() {
        return loops;
    }

    CallSite entries() {
        return entries;
    }

    /** Asks a thread to stop, by its interrupt and by what its code looks at. */
    synchronized void ask(Thread thread) {
        if (demands.get(thread) != Demand.ALWAYS) {
            demand(thread, Demand.SOFTLY);
        }
        thread.interrupt();
    }

    /** The thread was asked and goes on: from now on wherever it is. */
    synchronized void press(Thread thread) {
        demands.replace(thread, Demand.SOFTLY, Demand.ONCE);
    }

    /** From now on wherever it is and whatever it caught. */
    synchronized void insist(Thread thread) {
        demand(thread, Demand.ALWAYS);
    }

    /** The thread has stopped, or goes on to other work. */
    synchronized void over(Thread thread) {
        if (demands.remove(thread) != null && demands.isEmpty()) {
            link(NOTHING, NOTHING);
        }
    }

    private void demand(Thread thread, Demand demand) {
        boolean first = demands.isEmpty();
        demands.put(thread, demand);
        if (first) {
            link(lookInLoop, lookAtEntry);
        }
    }

    private void link(MethodHandle inLoops, MethodHandle atEntries) {
        loops.setTarget(inLoops);
        entries.setTarget(atEntries);
        MutableCallSite.syncAll(new MutableCallSite[] {loops, entries});
    }

    private void lookInLoop() {
        look(true);
    }

    private void lookAtEntry() {
        look(false);
    }

    private void look(boolean inLoop) {
        Thread self = Thread.currentThread();
        @Nullable Demand demand = demands.get(self);
        if (demand == null || demand == Demand.DONE || demand == Demand.SOFTLY && !(inLoop && self.isInterrupted())) {
            return;
        }
        if (demand != Demand.ALWAYS) {
            demands.replace(self, demand, Demand.DONE);
        }
        // What cleans up may wait for something.
        Thread.interrupted();
        throw new Interrupted();
    }

    private MethodHandle look(String method) {
        try {
            return MethodHandles.lookup().bind(this, method, LOOK);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(method, e);
        }
    }
}

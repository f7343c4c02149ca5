package dev.oddity.kernel.jshell;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The thread that users' code runs on, and no other code. If that code goes on after an interrupt it is left behind, and
 * a new thread takes over: whoever waits for it always gets on.
 */
public final class CellThread implements AutoCloseable {

    private static final int LOOK_MILLIS = 50;

    /**
     * What an interrupted cell comes to, one after the other. Each has its whole share of the patience, also where the machine
     * stalls: no code is left behind that was not told to stop before.
     */
    private enum Step {
        /**
         * A library's class is being initialised, and would be unusable after an interrupt: the cell learns of it later, or
         * when it is interrupted again.
         */
        WAITING(2),
        /** It may end in its own way: a training keeps what it has learnt. */
        ASKED(0.2),
        /** It is stopped, once, and may clean up. */
        STOPPED(0.6),
        /** It is stopped as often as it goes on; after that it is left behind. */
        INSISTED(0.2);

        private final double share;

        Step(double share) {
            this.share = share;
        }

        boolean isLast() {
            return this == INSISTED;
        }

        Step next() {
            return values()[ordinal() + 1];
        }
    }

    private final Duration patience;
    private final Stopping stopping = new Stopping();
    private ExecutorService executor = newExecutor();
    private @Nullable Thread running;
    private @Nullable Thread owner;
    private boolean interruptWaits;
    private boolean cellInterrupted;
    private @Nullable Step step;
    private long stepNanos;

    /** @param patience how long an interrupted cell may take to stop */
    public CellThread(Duration patience) {
        this.patience = patience;
    }

    /** What the code of cells looks at that may run here. */
    Stopping stopping() {
        return stopping;
    }

    /**
     * A new cell begins: an interrupt of the one before doesn't concern it. The calling thread is the one that waits here for
     * what it does.
     */
    public synchronized void beginCell() {
        owner = Thread.currentThread();
        interruptWaits = false;
        cellInterrupted = false;
    }

    /**
     * Whether the cell that began last was asked to stop: it is to go no further, even if the code that ran then took the
     * interrupt for itself and ended well, as a training does that keeps what it has learnt.
     */
    public synchronized boolean cellInterrupted() {
        return cellInterrupted;
    }

    /** Asks the running cell to stop; between two pieces of its code, the next one. From any thread; does not wait. */
    public synchronized void interrupt() {
        cellInterrupted = true;
        if (running == null) {
            interruptWaits = true;
        } else if (step == null && LibraryClass.isBeingInitialised(running)) {
            enter(Step.WAITING);
        } else if (step == null || step == Step.WAITING) {
            enter(Step.ASKED);
        } else {
            stopping.ask(running);
        }
    }

    /**
     * Does work on the cell thread and waits for it; at once if this is the cell thread already, or a thread that code of
     * cells has started: a cell may wait for it.
     *
     * @throws StillRunning if it was interrupted and did not stop
     * @throws InterruptedException if an interrupt came before it began
     * @throws Throwable whatever the work throws, as it is
     */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Throwable {
        if (isOfUser(Thread.currentThread())) {
            return work.call();
        }
        FutureTask<T> task = new FutureTask<>(() -> onThread(work));
        executor.execute(task);
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            } catch (TimeoutException e) {
                pressIfInterrupted();
            }
        }
    }

    /** Whether the running code is in a class whose name contains this. */
    synchronized boolean busyIn(String name) {
        return running != null
                && Arrays.stream(running.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().contains(name));
    }

    private <T extends @Nullable Object> T onThread(Callable<T> work) throws Exception {
        begin();
        try {
            return work.call();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (interruptWaits) {
            interruptWaits = false;
            throw new InterruptedException("interrupted");
        }
        running = Thread.currentThread();
        step = null;
    }

    private synchronized void end() {
        if (isRunning(Thread.currentThread())) {
            running = null;
        }
        stopping.over(Thread.currentThread());
        // What is left of an interrupt must not hit the next code, which may be what shows the value.
        Thread.interrupted();
    }

    private synchronized boolean isOfUser(Thread thread) {
        return thread == running || owner != null && thread != owner;
    }

    synchronized boolean isRunning(Thread thread) {
        return thread == running;
    }

    private synchronized void pressIfInterrupted() {
        if (running == null || step == null) {
            return;
        }
        if (isOver(step)) {
            if (step.isLast()) {
                leaveBehind(running);
            }
            enter(step.next());
        }
        // Each time, since an interrupt that comes again asks again.
        if (step == Step.STOPPED) {
            stopping.press(running);
        } else if (step == Step.INSISTED) {
            stopping.insist(running);
        }
    }

    private boolean isOver(Step current) {
        return System.nanoTime() - stepNanos >= current.share * patience.toNanos()
                || current == Step.WAITING && !LibraryClass.isBeingInitialised(running);
    }

    private void enter(Step next) {
        step = next;
        stepNanos = System.nanoTime();
        if (next == Step.ASKED) {
            stopping.ask(running);
        }
    }

    private void leaveBehind(Thread thread) {
        stopping.insist(thread);
        StackTraceElement[] stack = thread.getStackTrace();
        running = null;
        executor.shutdown();
        executor = newExecutor();
        throw new StillRunning(patience, stack);
    }

    /** Ends the thread when it has nothing more to do. */
    @Override
    public synchronized void close() {
        executor.shutdown();
    }

    private static ExecutorService newExecutor() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "cell");
            thread.setDaemon(true);
            return thread;
        });
    }
}

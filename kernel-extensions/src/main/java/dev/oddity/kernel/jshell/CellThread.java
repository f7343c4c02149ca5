package dev.oddity.kernel.jshell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final int LOOK_MILLIS = 100;

    private final Duration patience;
    private ExecutorService executor = newExecutor();
    private @Nullable Thread running;
    private boolean interruptWaits;
    private long runningInterruptedNanos;
    private final List<Thread> leftBehind = new ArrayList<>();

    /** @param patience how long an interrupted cell may take to stop */
    public CellThread(Duration patience) {
        this.patience = patience;
    }

    /** A new cell begins: an interrupt of the one before doesn't concern it. */
    public synchronized void beginCell() {
        interruptWaits = false;
    }

    /** Asks the running cell to stop; between two pieces of its code, the next one. From any thread; does not wait. */
    public synchronized void interrupt() {
        if (running == null) {
            interruptWaits = true;
        } else {
            runningInterruptedNanos = System.nanoTime();
            running.interrupt();
        }
    }

    /** Whether an interrupt came while no code ran. Asking takes note of it: it is asked once. */
    public synchronized boolean takeInterrupt() {
        boolean waits = interruptWaits;
        interruptWaits = false;
        return waits;
    }

    /**
     * Does work on the cell thread and waits for it; at once if this is the cell thread already.
     *
     * @throws StillRunning if it was interrupted and did not stop
     * @throws InterruptedException if an interrupt came before it began
     * @throws Throwable whatever the work throws, as it is
     */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Throwable {
        if (isRunning(Thread.currentThread())) {
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
                leaveBehindIfOverdue();
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
        if (takeInterrupt()) {
            throw new InterruptedException("interrupted");
        }
        running = Thread.currentThread();
        runningInterruptedNanos = 0;
    }

    private synchronized void end() {
        if (isRunning(Thread.currentThread())) {
            running = null;
        }
        // What is left of an interrupt must not hit the next statement.
        Thread.interrupted();
    }

    private synchronized boolean isRunning(Thread thread) {
        return thread == running;
    }

    private synchronized void leaveBehindIfOverdue() {
        if (running == null
                || runningInterruptedNanos == 0
                || System.nanoTime() - runningInterruptedNanos < patience.toNanos()) {
            return;
        }
        StackTraceElement[] stack = running.getStackTrace();
        leftBehind.add(running);
        running = null;
        executor.shutdown();
        executor = newExecutor();
        throw new StillRunning(patience, stack);
    }

    /** Whether code goes on that was left behind. */
    public synchronized boolean hasLeftBehind() {
        leftBehind.removeIf(thread -> !thread.isAlive());
        return !leftBehind.isEmpty();
    }

    /** Ends the thread; what it may still be doing goes on, as if it were left behind. */
    @Override
    public synchronized void close() {
        if (running != null) {
            leftBehind.add(running);
        }
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

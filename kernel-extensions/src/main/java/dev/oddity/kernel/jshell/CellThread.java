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
public final class CellThread {

    private static final int LOOK_MILLIS = 100;

    private final Duration patience;
    private ExecutorService executor = newExecutor();
    private volatile @Nullable Thread running;
    private volatile boolean interrupted;
    private volatile long interruptedNanos;

    /** @param patience how long an interrupted cell may take to stop */
    public CellThread(Duration patience) {
        this.patience = patience;
    }

    /** A new cell begins: an interrupt of the one before doesn't concern it. */
    public void beginCell() {
        interrupted = false;
    }

    /** Whether the cell was interrupted. */
    public boolean interrupted() {
        return interrupted;
    }

    /** Asks the running cell to stop. From any thread; does not wait. */
    public void interrupt() {
        interruptedNanos = System.nanoTime();
        interrupted = true;
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /**
     * Does work on the cell thread and waits for it; at once if this is the cell thread already.
     *
     * @throws StillRunning if it was interrupted and did not stop
     * @throws Throwable whatever the work throws, as it is
     */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Throwable {
        if (Thread.currentThread() == running) {
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
                if (interrupted && System.nanoTime() - interruptedNanos > patience.toNanos() && !task.isDone()) {
                    throw leaveBehind();
                }
            }
        }
    }

    /** Whether the running code is in a class whose name contains this. */
    boolean busyIn(String name) {
        Thread thread = running;
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().contains(name));
    }

    private <T extends @Nullable Object> T onThread(Callable<T> work) throws Exception {
        running = Thread.currentThread();
        try {
            return work.call();
        } finally {
            if (Thread.currentThread() == running) {
                running = null;
            }
            // What is left of an interrupt must not hit the next statement.
            Thread.interrupted();
        }
    }

    private StillRunning leaveBehind() {
        Thread left = running;
        StackTraceElement[] stack = left == null ? new StackTraceElement[0] : left.getStackTrace();
        running = null;
        executor.shutdown();
        executor = newExecutor();
        return new StillRunning(patience, stack);
    }

    private static ExecutorService newExecutor() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "cell");
            thread.setDaemon(true);
            return thread;
        });
    }
}

package dev.oddity.kernel.jshell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Threads beside the cell thread that run code of cells: cells started them, or an interrupt left them behind. Virtual
 * threads are not among them, since Java lists none.
 */
final class Background {

    /** Two seconds, or as much more as the machine stalls meanwhile. */
    private static final int LOOKS = 100;

    private static final int LOOK_MILLIS = 20;

    private final CellThread cellThread;

    Background(CellThread cellThread) {
        this.cellThread = cellThread;
    }

    /** Those that have code of cells on their stacks now. */
    List<Thread> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !cellThread.isRunning(thread.getKey()))
                .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(Background::isOfCells))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Interrupts all of them and ends the code of cells that they run; those that go on after two seconds. */
    List<Thread> stop() {
        List<Thread> threads = threads();
        threads.forEach(Background::endQuietly);
        threads.forEach(cellThread.stopping()::insist);
        threads.forEach(Thread::interrupt);
        List<Thread> left = threads;
        try {
            for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
                Thread.sleep(LOOK_MILLIS);
                left = threads().stream().filter(threads::contains).toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A thread of a pool goes on to other work; one that is left may still come to where it can be stopped.
        for (Thread thread : threads) {
            if (!left.contains(thread)) {
                cellThread.stopping().over(thread);
            }
        }
        return left;
    }

    /** Java would print the error, which the user asked for. */
    private static void endQuietly(Thread thread) {
        Thread.UncaughtExceptionHandler otherwise = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((ended, thrown) -> {
            if (otherwise != null && !(thrown instanceof Interrupted)) {
                otherwise.uncaughtException(ended, thrown);
            }
        });
    }

    private static boolean isOfCells(StackTraceElement frame) {
        return CellClassLoader.NAME.equals(frame.getClassLoaderName());
    }
}

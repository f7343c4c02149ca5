package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Public for the cells of the session. */
public class LibraryClassTest {

    /** So long that nothing here happens because time has passed. */
    private final CellThread thread = new CellThread(Duration.ofMinutes(5));

    private final JavaSession session = new JavaSession(thread, note -> {});

    /** The static initialisers below say that they have begun, and wait until they may go on. */
    public static final class Gate {

        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final CountDownLatch OPEN = new CountDownLatch(1);
        static final CountDownLatch STUCK = new CountDownLatch(1);

        private Gate() {}
    }

    /** As one of a library that looks through the class path with threads: an interrupt makes it fail. */
    public static final class Fragile {

        public static final String VALUE;

        static {
            Gate.BEGUN.countDown();
            try {
                Gate.OPEN.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            VALUE = "initialised".strip();
        }

        private Fragile() {}
    }

    /** As one whose initialiser never ends by itself. */
    public static final class Stuck {

        public static final String VALUE;

        static {
            Gate.STUCK.countDown();
            LibraryClassTest.await(new CountDownLatch(1));
            VALUE = "never".strip();
        }

        private Stuck() {}
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void an_interrupt_waits_until_a_class_is_initialised() {
        thread.beginCell();
        Thread user = new Thread(() -> {
            await(Gate.BEGUN);
            thread.interrupt();
            Gate.OPEN.countDown();
        });
        user.setDaemon(true);
        user.start();

        CellError error = catchThrowableOfType(
                CellError.class,
                () -> run("String first = " + Fragile.class.getCanonicalName()
                        + ".VALUE + new java.util.concurrent.SynchronousQueue<String>().take();"));
        thread.beginCell();

        assertThat(error.kind()).isEqualTo("java.lang.InterruptedException");
        assertThat(run(Fragile.class.getCanonicalName() + ".VALUE")).isEqualTo("initialised");
    }

    @Test
    void whoever_interrupts_twice_does_not_want_to_wait() {
        thread.beginCell();
        Thread user = new Thread(() -> {
            await(Gate.STUCK);
            thread.interrupt();
            thread.interrupt();
        });
        user.setDaemon(true);
        user.start();

        CellError error = catchThrowableOfType(CellError.class, () -> run(Stuck.class.getCanonicalName() + ".VALUE"));

        assertThat(error.traceback()).anyMatch(line -> line.contains("InterruptedException"));
    }

    private Object run(String source) {
        Cell cell = new Cell("cell", source);
        return session.run(cell, session.statementAt(cell, 0)).value();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

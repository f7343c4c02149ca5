package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One session for all tests: each uses names of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppingTest {

    /** So long that what ends in a test was stopped, not left behind. */
    private final CellThread thread = new CellThread(Duration.ofMinutes(5));

    private final JavaSession session = new JavaSession(thread, note -> {});
    private int cells;

    StoppingTest() {
        run("import java.util.*;");
        run("import java.util.concurrent.*;");
        run("import java.util.concurrent.atomic.*;");
        run("import java.util.stream.*;");
        run("int endless(int n) { while (true) n++; }");
        run("class Endless { int tries; Endless() { tries = 1; do { tries++; } while (tries != 0 || true); } }");
    }

    @AfterAll
    void stop() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) ;",
                "long n = 0; do { n++; } while (n >= 0 || n < 0);",
                "int k = 0; while (true) { switch (k) { case 0: continue; default: k = 0; } }",
                "int e = endless(1);",
                "var made = new Endless();",
                "Runnable loop = () -> { while (true) {} }; loop.run();",
                "try { while (true) {} } catch (Exception e) { System.out.println(\"swallowed\"); }",
                "synchronized (Endless.class) { while (true) {} }",
            })
    void a_loop_without_end_is_stopped(String source) {
        CellError error = failureWhenInterrupted(source, () -> thread.busyIn("$JShell$"));

        assertThat(error.kind()).isEqualTo("java.lang.InterruptedException");
        assertThat(error.message()).isEqualTo("interrupted");
        assertThat(run("1 + 1").value()).isEqualTo(2);
    }

    @Test
    void a_loop_that_was_compiled_to_machine_code_is_stopped_at_its_line_and_what_it_did_is_kept() {
        run("var rounds = new AtomicLong(); var seen = new ArrayList<Long>();");
        AtomicLong rounds = (AtomicLong) run("rounds").value();

        CellError error = failureWhenInterrupted(
                "long local = 0;\nwhile (true) {\n    local = rounds.incrementAndGet();\n    if (local < 10) seen.add(local);\n}",
                () -> rounds.get() > 2_000_000);

        assertThat(plain(error)).contains("    at " + name() + ", line 4: if (local < 10) seen.add(local);");
        assertThat(run("seen").value()).hasToString("[1, 2, 3, 4, 5, 6, 7, 8, 9]");
        assertThat(run("local > 1_000_000").value()).isEqualTo(true);
    }

    @Test
    void arithmetic_that_the_compiler_vectorises_is_stopped() {
        run("double[] xs = new double[1000]; var passes = new AtomicLong();");
        AtomicLong passes = (AtomicLong) run("passes").value();

        CellError error = failureWhenInterrupted(
                "while (true) { for (int i = 0; i < xs.length; i++) xs[i] = xs[i] * 0.5 + i; passes.incrementAndGet(); }",
                () -> passes.get() > 20_000);

        assertThat(error.message()).isEqualTo("interrupted");
        // The fixed point of x = x / 2 + i.
        assertThat((double[]) run("xs").value()).startsWith(0.0, 2.0, 4.0).endsWith(1998.0);
    }

    @Test
    void code_that_goes_round_without_a_loop_of_its_own_is_stopped() {
        CellThread soon = new CellThread(Duration.ofSeconds(10));
        try (JavaSession other = new JavaSession(soon, note -> {})) {
            run(other, "import java.util.stream.*;");
            run(other, "int tree(int n) { return n == 0 ? 1 : tree(n - 1) + tree(n - 1); }");

            CellError stream = failureWhenInterrupted(
                    other, soon, "Stream.iterate(1, x -> x + 1).forEach(x -> {});", () -> soon.busyIn("$JShell$"));
            CellError recursion = failureWhenInterrupted(other, soon, "tree(60)", () -> soon.busyIn("$JShell$"));

            assertThat(stream.message()).isEqualTo("interrupted");
            assertThat(plain(stream))
                    .last()
                    .asString()
                    .endsWith(", line 1: Stream.iterate(1, x -> x + 1).forEach(x -> {});");
            assertThat(recursion.message()).isEqualTo("interrupted");
        }
    }

    @Test
    void what_cleans_up_is_run_to_its_end() {
        run("var done = new ArrayList<String>();");

        failureWhenInterrupted(
                "try { while (true) {} } finally { for (int i = 0; i < 1000; i++) done.add(\"step \" + i); }",
                () -> thread.busyIn("$JShell$"));

        assertThat(run("done.size()").value()).isEqualTo(1000);
    }

    @Test
    void code_that_takes_notice_of_the_interrupt_ends_in_its_own_way() throws InterruptedException {
        run("var waits = new CountDownLatch(1); var told = new ArrayList<Integer>(); String end = \"none\";");

        runInterrupted(
                session,
                thread,
                "try { waits.await(); } catch (InterruptedException e) {\n"
                        + "    for (int i = 0; i < 3; i++) told.add(i);\n    end = \"saved\";\n}",
                () -> thread.busyIn("CountDownLatch"));

        assertThat(run("end").value()).isEqualTo("saved");
        assertThat(run("told").value()).hasToString("[0, 1, 2]");
    }

    @Test
    void what_catches_everything_is_stopped_once_it_has_had_its_time() {
        CellThread soon = new CellThread(Duration.ofSeconds(2));
        try (JavaSession other = new JavaSession(soon, note -> {})) {
            run(other, "import java.util.concurrent.atomic.*;");
            run(other, "var caught = new AtomicLong();");
            run(other, "void stubborn() { try { while (true) {} } catch (Throwable e) { caught.incrementAndGet(); } }");

            CellError error = failureWhenInterrupted(
                    other, soon, "for (;;) try { stubborn(); } catch (Throwable e) {}", () -> soon.busyIn("$JShell$"));

            assertThat(error.message()).isEqualTo("interrupted");
        }
    }

    @Test
    void code_of_libraries_is_left_behind_and_ends_when_it_comes_back_to_the_cell() throws InterruptedException {
        CellThread soon = new CellThread(Duration.ofMillis(200));
        try (JavaSession other = new JavaSession(soon, note -> {})) {
            run(other, "import java.util.concurrent.*;");
            run(other, "import java.util.concurrent.atomic.*;");
            run(other, "var gate = new Semaphore(0); var ended = new CountDownLatch(1); var later = new AtomicLong();");
            Semaphore gate = (Semaphore) run(other, "gate").value();
            CountDownLatch ended = (CountDownLatch) run(other, "ended").value();

            CellError error = failureWhenInterrupted(
                    other,
                    soon,
                    "try {\n    gate.acquireUninterruptibly();\n    for (int i = 0; i < 1000; i++) later.incrementAndGet();\n"
                            + "} finally { ended.countDown(); }",
                    () -> soon.busyIn("Semaphore"));

            assertThat(error.message())
                    .isEqualTo(
                            "interrupted, but it did not stop within 0 s and still runs in the background; restart the"
                                    + " kernel to be rid of it");
            assertThat(plain(error)).anyMatch(line -> line.contains("line 2: gate.acquireUninterruptibly();"));
            assertThat(other.background()).containsExactly("cell");
            assertThat(run(other, "1 + 1").value()).isEqualTo(2);

            gate.release();
            ended.await();
            // Threads of other sessions count where threads of this process are looked for.
            while (!other.background().isEmpty()) {
                Thread.onSpinWait();
            }

            // The look is behind the first round.
            assertThat(((AtomicLong) run(other, "later").value()).get()).isOne();
        }
    }

    @Test
    void threads_of_the_users_go_on_until_they_are_stopped_by_themselves() throws InterruptedException {
        run(
                "var beats = new AtomicLong(); var beating = new Thread(() -> { while (true) beats.incrementAndGet(); }, \"beating\");"
                        + " beating.setDaemon(true); beating.start();");
        AtomicLong beats = (AtomicLong) run("beats").value();
        Thread beating = (Thread) run("beating").value();

        failureWhenInterrupted("while (true) {}", () -> thread.busyIn("$JShell$"));
        long then = beats.get();
        while (beats.get() < then + 1000) {
            Thread.onSpinWait();
        }

        assertThat(session.background()).containsExactly("beating");
        assertThat(session.stopBackground()).isEmpty();
        beating.join();
        assertThat(session.background()).isEmpty();
    }

    @Test
    void a_thread_of_a_pool_takes_other_work_after_it_was_stopped() throws InterruptedException {
        run(
                "var pool = Executors.newSingleThreadExecutor(r -> { var t = new Thread(r, \"worker\"); t.setDaemon(true); return t; });"
                        + " var inLoop = new CountDownLatch(1); var endlessTask = pool.submit(() -> { inLoop.countDown(); while (true) {} });");
        ((CountDownLatch) run("inLoop").value()).await();

        assertThat(session.stopBackground()).isEmpty();

        assertThat(run("pool.submit(() -> { int sum = 0; for (int i = 1; i <= 100; i++) sum += i; return sum; }).get()")
                        .value())
                .isEqualTo(5050);
    }

    @Test
    void a_class_changed_in_place_is_stopped_too() {
        run("class Changed { int go() { return 1; } }\nvar changed = new Changed();");
        run("class Changed { int go() { while (true) {} } }");

        CellError error = failureWhenInterrupted("changed.go()", () -> thread.busyIn("Changed"));

        assertThat(error.message()).isEqualTo("interrupted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "java.util.function.IntConsumer leave = System::exit; leave.accept(3);",
                "java.util.function.IntConsumer halt = Runtime.getRuntime()::halt; halt.accept(3);",
                "java.util.function.ObjIntConsumer<Runtime> exit = Runtime::exit; exit.accept(Runtime.getRuntime(), 3);",
            })
    void no_way_to_end_the_process_is_open(String source) {
        CellError error = catchThrowableOfType(CellError.class, () -> run(source));

        assertThat(error.kind()).isEqualTo("java.lang.SecurityException");
        assertThat(error.message())
                .contains("(3) would end the kernel and lose all variables; restart or shut it down");
    }

    @Test
    void a_class_file_of_a_newer_java_is_left_as_it_is() throws Exception {
        byte[] newer =
                StoppingTest.class.getResourceAsStream("StoppingTest.class").readAllBytes();
        newer[7] = 127;

        assertThat(CellCode.guarded(newer)).isSameAs(newer);
        assertThat(CellCode.isSetOnce(newer)).isTrue();
    }

    private Outcome run(String source) {
        return run(session, source);
    }

    private Outcome run(JavaSession session, String source) {
        return run(session, source, () -> {});
    }

    private Outcome run(JavaSession session, String source, Runnable beforeLast) {
        Cell cell = new Cell("cell " + ++cells, source);
        Outcome outcome = Outcome.NOTHING;
        for (int at = session.skipBlank(cell, 0); at < source.length(); ) {
            Statement statement = session.statementAt(cell, at);
            at = session.skipBlank(cell, statement.end());
            if (at == source.length()) {
                beforeLast.run();
            }
            outcome = session.run(cell, statement);
        }
        return outcome;
    }

    private CellError failureWhenInterrupted(String source, BooleanSupplier there) {
        return failureWhenInterrupted(session, thread, source, there);
    }

    private CellError failureWhenInterrupted(
            JavaSession session, CellThread thread, String source, BooleanSupplier there) {
        return catchThrowableOfType(CellError.class, () -> runInterrupted(session, thread, source, there));
    }

    /** Interrupts the last statement of the source; one before it would take the interrupt along. */
    private void runInterrupted(JavaSession session, CellThread thread, String source, BooleanSupplier there) {
        thread.beginCell();
        run(session, source, () -> interruptOnce(thread, there));
    }

    /** Interrupts as soon as the code is where it should be. */
    private static void interruptOnce(CellThread thread, BooleanSupplier there) {
        Thread interrupter = new Thread(() -> {
            while (!there.getAsBoolean()) {
                Thread.onSpinWait();
            }
            thread.interrupt();
        });
        interrupter.setDaemon(true);
        interrupter.start();
    }

    private String name() {
        return "cell " + cells;
    }

    private static List<String> plain(CellError error) {
        return error.traceback().stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
    }
}

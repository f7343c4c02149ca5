package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Opens the Java session of a kernel, once: with its imports, its magics and, if there is time, a warm compiler. */
final class Opening {

    private static final int WARM_UP = 20;

    private final CellThread thread;
    private final Magics magics;
    private final CellOutput output;
    private final Consumer<ClassLoader> extensions;
    private final FutureTask<CellRunner> runner = new FutureTask<>(this::open);
    private volatile boolean awaited;

    /** @param extensions installs what the loader of a changed class path finds */
    Opening(CellThread thread, Magics magics, CellOutput output, Consumer<ClassLoader> extensions) {
        this.thread = thread;
        this.magics = magics;
        this.output = output;
        this.extensions = extensions;
    }

    /** The open session; the first call, from whichever thread, opens it, others wait. */
    CellRunner runner() {
        awaited = true;
        return opened();
    }

    /** Opens the session before anybody asks for it, and warms the compiler until somebody does. */
    void prepare() {
        opened();
    }

    /** The session, if it is open; does not wait. */
    Optional<JavaSession> session() {
        try {
            return runner.isDone() ? Optional.of(runner.get().session()) : Optional.empty();
        } catch (InterruptedException | ExecutionException e) {
            // It is done, and could not be opened: the first cell says so.
            return Optional.empty();
        }
    }

    private CellRunner opened() {
        runner.run();
        try {
            return runner.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Java was starting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Java could not be started: " + e.getCause(), e.getCause());
        }
    }

    private CellRunner open() {
        Consumer<String> notes = note -> output.write(CellOutput.Stream.STDERR, note + "\n");
        JavaSession session = new JavaSession(thread, notes);
        CellRunner opened = new CellRunner(session, thread, magics, notes);
        ClassPath classPath = new ClassPath(session, extensions, notes);
        Libraries libraries = new Libraries(classPath, thread, output);
        magics.add(new HelpMagic(magics));
        magics.add(new TimeMagic(opened, output));
        magics.add(new VarsMagic(session, thread));
        magics.add(new ResetMagic(session));
        magics.add(new StopMagic(session, notes));
        magics.add(new LoadMagic(opened, notes));
        magics.add(new ClassPathMagic(classPath));
        magics.add(new JarsMagic(classPath));
        magics.add(new MavenMagic(libraries));
        magics.add(new MavenRepoMagic(libraries));
        magics.add(new PomMagic(libraries));
        session.importAll(Imports.available());
        warm(opened);
        return opened;
    }

    /** The compiler is slow as long as it is new, and nobody waits for it yet. */
    private void warm(CellRunner opened) {
        try {
            for (int i = 0; i < WARM_UP && !awaited; i++) {
                opened.run(new Cell("start", "1 + 1"));
            }
        } catch (CellError e) {
            // Somebody interrupts before there is anything to interrupt.
        }
    }
}

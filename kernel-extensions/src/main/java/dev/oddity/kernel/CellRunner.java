package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs cells: statements of Java and magics, in the order in which they are written. */
final class CellRunner {

    private final JavaSession session;
    private final CellThread thread;
    private final Magics magics;
    private final JavaBesideMagics java;
    private final Consumer<String> notes;

    /** Cells that run each other: a cell may load others. */
    private int depth;

    /** @param notes told what the user should know beside the cell's value, as it comes up */
    CellRunner(JavaSession session, CellThread thread, Magics magics, Consumer<String> notes) {
        this.session = session;
        this.thread = thread;
        this.magics = magics;
        this.java = new JavaBesideMagics(magics, session);
        this.notes = notes;
    }

    JavaSession session() {
        return session;
    }

    /**
     * Runs a cell; what it comes to is what its last statement comes to. Nothing is run of a cell that isn't Java to its
     * end.
     *
     * @throws CellError at the first statement that fails; what stands before it has been done
     */
    Outcome run(Cell cell) {
        depth++;
        try {
            return run(cell, 0);
        } finally {
            depth--;
            if (depth == 0) {
                session.endCell();
                tellOfBackground();
            }
        }
    }

    /** An interrupt stops the cell, not the threads that it started. */
    private void tellOfBackground() {
        List<String> others = thread.cellInterrupted() ? session.background() : List.of();
        if (!others.isEmpty()) {
            notes.accept("code of cells goes on in " + String.join(", ", others) + "; %stop ends it");
        }
    }

    /** Runs a cell from an offset on, which must be where a statement may begin. */
    Outcome run(Cell cell, int from) {
        Outcome last = Outcome.NOTHING;
        for (Step step : steps(cell, from)) {
            if (thread.cellInterrupted()) {
                throw interruptedBefore(cell, step.start());
            }
            last = step.work().get();
        }
        return last;
    }

    /** What a cell does, in order; nothing but the compiler's error if one of its statements isn't whole. */
    private List<Step> steps(Cell cell, int from) {
        List<Step> steps = new ArrayList<>();
        for (int start = session.skipBlank(cell, from); start < cell.source().length(); ) {
            int end;
            Optional<MagicCall> magic = MagicCall.at(cell, start);
            if (magic.isPresent()) {
                steps.add(new Step(start, () -> run(magic.get())));
                end = magic.get().end();
            } else {
                Statement statement = java.statementAt(cell, start);
                Step step = new Step(start, () -> run(cell, statement));
                if (!statement.whole()) {
                    return List.of(step);
                }
                steps.add(step);
                end = statement.end();
            }
            start = session.skipBlank(cell, end);
        }
        return steps;
    }

    private record Step(int start, Supplier<Outcome> work) {}

    private Outcome run(Cell cell, Statement statement) {
        try {
            return session.run(cell, statement);
        } catch (CellError e) {
            throw e.isOfCompiler() ? java.magicInside(cell, statement).orElse(e) : e;
        }
    }

    private Outcome run(MagicCall magic) {
        if (magic.target().isEmpty()) {
            return magics.run(magic);
        }
        MagicValue.check(session, magic);
        return magics.assigned().assign(session, magic, magics.run(magic));
    }

    private static CellError interruptedBefore(Cell cell, int offset) {
        String message = "interrupted before line " + cell.line(offset) + " of " + cell.name();
        return new CellError(InterruptedException.class.getName(), message, List.of(message));
    }
}

package dev.oddity.kernel;

import dev.oddity.kernel.jshell.Cell;
import dev.oddity.kernel.jshell.CellError;
import dev.oddity.kernel.jshell.CellThread;
import dev.oddity.kernel.jshell.JavaSession;
import dev.oddity.kernel.jshell.Outcome;
import dev.oddity.kernel.jshell.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs cells: statements of Java and magics, in the order in which they are written. */
final class CellRunner {

    private final JavaSession session;
    private final CellThread thread;
    private final Magics magics;
    private final Consumer<String> notes;

    /** @param notes told what the user should know beside the cell's value, as it comes up */
    CellRunner(JavaSession session, CellThread thread, Magics magics, Consumer<String> notes) {
        this.session = session;
        this.thread = thread;
        this.magics = magics;
        this.notes = notes;
    }

    JavaSession session() {
        return session;
    }

    /**
     * Runs a cell; what it comes to is what its last statement comes to.
     *
     * @throws CellError at the first statement that fails; what stands before it has been done
     */
    Outcome run(Cell cell) {
        try {
            return run(cell, 0);
        } finally {
            session.takeUnusable().forEach(notes);
        }
    }

    /** Runs a cell from an offset on, which must be where a statement may begin. */
    Outcome run(Cell cell, int from) {
        Outcome last = new Outcome(false, null, List.of());
        int at = from;
        for (int start = session.skipBlank(cell, at);
                start < cell.source().length();
                start = session.skipBlank(cell, at)) {
            if (thread.takeInterrupt()) {
                throw interruptedBefore(cell, start);
            }
            Optional<MagicCall> magic = MagicCall.at(cell, start);
            try {
                if (magic.isPresent()) {
                    last = run(magic.get());
                    at = magic.get().end();
                } else {
                    Statement statement = session.statementAt(cell, start);
                    last = session.run(cell, statement);
                    at = statement.end();
                }
            } finally {
                session.takeNotes().forEach(notes);
            }
        }
        return last;
    }

    private Outcome run(MagicCall magic) {
        Outcome outcome = magics.run(magic);
        outcome.notes().forEach(notes);
        return magic.target().isEmpty()
                ? new Outcome(outcome.hasValue(), outcome.value(), List.of())
                : MagicValue.assign(session, magic, outcome);
    }

    private static CellError interruptedBefore(Cell cell, int offset) {
        String message = "interrupted before line " + cell.line(offset) + " of " + cell.name();
        return new CellError(InterruptedException.class.getName(), message, List.of(message));
    }
}

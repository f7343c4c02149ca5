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

/** Runs cells: statements of Java and magics, in the order in which they are written. */
final class CellRunner {

    private final JavaSession session;
    private final CellThread thread;
    private final Magics magics;

    CellRunner(JavaSession session, CellThread thread, Magics magics) {
        this.session = session;
        this.thread = thread;
        this.magics = magics;
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
        return run(cell, 0);
    }

    /** Runs a cell from an offset on, which must be where a statement may begin. */
    Outcome run(Cell cell, int from) {
        Outcome last = new Outcome(false, null, List.of());
        List<String> notes = new ArrayList<>();
        int at = from;
        for (int start = session.skipBlank(cell, at);
                start < cell.source().length();
                start = session.skipBlank(cell, at)) {
            if (thread.takeInterrupt()) {
                throw interruptedBefore(cell, start);
            }
            Optional<MagicCall> magic = MagicCall.at(cell, start);
            if (magic.isPresent()) {
                last = magics.run(magic.get());
                if (!magic.get().target().isEmpty()) {
                    last = MagicValue.assign(session, magic.get(), last);
                }
                at = magic.get().end();
            } else {
                Statement statement = session.statementAt(cell, start);
                last = session.run(cell, statement);
                at = statement.end();
            }
            notes.addAll(last.notes());
        }
        notes.addAll(session.waiting(cell));
        return new Outcome(last.hasValue(), last.value(), notes);
    }

    private static CellError interruptedBefore(Cell cell, int offset) {
        String message = "interrupted before line " + cell.line(offset) + " of " + cell.name();
        return new CellError(InterruptedException.class.getName(), message, List.of(message));
    }
}

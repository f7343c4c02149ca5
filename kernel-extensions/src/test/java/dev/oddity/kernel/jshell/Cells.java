package dev.oddity.kernel.jshell;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of a notebook, run one after the other in a session of their own, with what is told beside their values. */
final class Cells implements AutoCloseable {

    private final CellThread thread = new CellThread(Duration.ofSeconds(5));
    private final List<String> notes = new ArrayList<>();
    private final JavaSession session = new JavaSession(thread, notes::add);
    private int count;

    /** @param imports what the session has from the start */
    Cells(String... imports) {
        session.importAll(List.of(imports));
    }

    /** The value of the last statement. */
    @Nullable
    Object run(String source) {
        Cell cell = new Cell("cell " + ++count, source);
        thread.beginCell();
        notes.clear();
        Outcome last = Outcome.NOTHING;
        try {
            for (int at = session.skipBlank(cell, 0); at < source.length(); ) {
                Statement statement = session.statementAt(cell, at);
                last = session.run(cell, statement);
                at = session.skipBlank(cell, statement.end());
            }
        } finally {
            session.endCell();
        }
        return last.value();
    }

    CellError failure(String source) {
        return Objects.requireNonNull(catchThrowableOfType(CellError.class, () -> run(source)), "it did not fail");
    }

    /** What a cell's error says below its first line and the place pointed at, without colours. */
    List<String> mends(String source) {
        return failure(source).traceback().stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .skip(3)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What the last cell told. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What the last cell is called. */
    String name() {
        return "cell " + count;
    }

    JavaSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}

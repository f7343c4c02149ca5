package dev.oddity.kernel.jshell;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Where in which cell each snippet was typed. For any thread. */
final class Places {

    private static final String MARK = "#";

    private final Map<String, Place> bySnippet = new ConcurrentHashMap<>();
    private final Set<Snippet> known = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile @Nullable Place running;

    /** A line of a cell, such as the one that a snippet begins in. */
    record Place(Cell cell, int line) {

        static Place of(Cell cell, Statement statement) {
            return new Place(cell, cell.line(statement.start()));
        }
    }

    /**
     * A statement is being run: snippets that have no place yet come from it.
     *
     * @return the one that was being run, which runs this one; to be given to {@link #end}
     */
    @Nullable
    Place begin(Cell cell, Statement statement) {
        Place before = running;
        running = Place.of(cell, statement);
        return before;
    }

    void end(@Nullable Place before) {
        running = before;
    }

    /** The name of a snippet's file, as in a frame. One that is declared again has the name before its place is known. */
    String file(Snippet snippet) {
        return known.contains(snippet) ? MARK + snippet.id() : MARK;
    }

    void put(Snippet snippet, Cell cell, Statement statement) {
        known.add(snippet);
        bySnippet.put(snippet.id(), Place.of(cell, statement));
    }

    /** Where a snippet begins. */
    Optional<Place> of(Snippet snippet) {
        return Optional.ofNullable(bySnippet.get(snippet.id()));
    }

    /** The cell and line of a line in a snippet, from the stack frame's file name that JShell makes up: {@code #12}. */
    Optional<Place> of(StackTraceElement frame) {
        String file = frame.getFileName();
        if (file == null || !file.startsWith(MARK)) {
            return Optional.empty();
        }
        return Optional.ofNullable(file.equals(MARK) ? running : bySnippet.get(file.substring(MARK.length())))
                .map(start -> new Place(start.cell(), start.line() + Math.max(frame.getLineNumber(), 1) - 1))
                .filter(place -> place.line() <= place.cell().line(Integer.MAX_VALUE));
    }
}

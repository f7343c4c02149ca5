package dev.oddity.kernel.jshell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;

/** Where in which cell each snippet was typed. */
final class Places {

    private final Map<String, Place> bySnippet = new HashMap<>();

    /** Start of a snippet. */
    record Place(Cell cell, int line) {}

    void put(Snippet snippet, Cell cell, Statement statement) {
        bySnippet.put(snippet.id(), new Place(cell, cell.line(statement.start())));
    }

    /** Where a snippet begins. */
    Optional<Place> of(Snippet snippet) {
        return Optional.ofNullable(bySnippet.get(snippet.id()));
    }

    /** The cell and line of a line in a snippet, from the stack frame's file name that JShell makes up: {@code #12}. */
    Optional<Place> of(StackTraceElement frame) {
        String file = frame.getFileName();
        if (file == null || !file.startsWith("#")) {
            return Optional.empty();
        }
        return Optional.ofNullable(bySnippet.get(file.substring(1)))
                .map(start -> new Place(start.cell(), start.line() + Math.max(frame.getLineNumber(), 1) - 1));
    }
}

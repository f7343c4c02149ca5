package dev.oddity.kernel.jshell;

/**
 * A cell's text and what to call it.
 *
 * @param name such as {@code cell 3}; stands in errors
 * @param source as the user typed it
 */
public record Cell(String name, String source) {

    /** Line of an offset, from 1. */
    public int line(int offset) {
        return (int) source.substring(0, Math.min(offset, source.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    /** Text of a line, from 1. */
    String lineText(int line) {
        return source.split("\n", -1)[line - 1].stripTrailing();
    }

    /** Place of an offset in its line, from 0. */
    int column(int offset) {
        return offset - (source.lastIndexOf('\n', Math.min(offset, source.length()) - 1) + 1);
    }
}

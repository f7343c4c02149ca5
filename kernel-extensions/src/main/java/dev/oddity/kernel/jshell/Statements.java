package dev.oddity.kernel.jshell;

import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits a cell into what JShell takes at a time. */
final class Statements {

    /** More than this much of a cell JShell looks at only if it must: it goes through all that it is given. */
    private static final int GLANCE = 256;

    private static final Pattern ANNOTATIONS =
            Pattern.compile("(\\s*@(?!interface\\b)[\\w.]+(\\s*\\([^()]*\\))?)+\\s*;?");

    private final SourceCodeAnalysis analysis;

    Statements(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** How a statement ends. */
    enum Ending {
        /** It is whole. */
        WHOLE,
        /** The cell ends before it does. */
        UNFINISHED,
        /** It is no Java. */
        WRONG
    }

    /** A statement with its ending; one that isn't whole reaches to the end of the cell. */
    record Found(Statement statement, Ending ending) {}

    /** Whether JShell takes annotations alone for a statement; what they stand on is still to come. */
    static boolean isAnnotation(String statement) {
        return ANNOTATIONS.matcher(statement).matches();
    }

    /** What begins at an offset, which must be neither space nor comment. */
    Found at(String cell, int start) {
        for (int glance = GLANCE; ; glance *= 2) {
            int line = cell.indexOf('\n', Math.min(start + glance, cell.length()));
            int seen = line < 0 ? cell.length() : line;
            Found found = within(cell, start, seen);
            // What follows a statement may still belong to it, such as an else.
            boolean followed = Blank.end(cell, found.statement().end()) < seen;
            if (seen == cell.length() || found.ending() == Ending.WHOLE && followed) {
                return found;
            }
        }
    }

    private Found within(String cell, int start, int seen) {
        String rest = cell.substring(start, seen);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        Completeness completeness = info.completeness();
        if (completeness == Completeness.UNKNOWN) {
            return new Found(new Statement(rest, start, seen, false), Ending.WRONG);
        }
        if (!completeness.isComplete() || info.source() == null || info.source().isEmpty()) {
            return new Found(new Statement(rest, start, seen, false), Ending.UNFINISHED);
        }
        int end = seen - info.remaining().length();
        return new Found(new Statement(info.source(), start, end, true), Ending.WHOLE);
    }
}

package dev.oddity.kernel.jshell;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits a cell into what JShell takes at a time. */
final class Statements {

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

    /** What begins at an offset, which must be neither space nor comment. */
    Found at(String cell, int start) {
        String rest = cell.substring(start);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        Completeness completeness = info.completeness();
        if (completeness == Completeness.UNKNOWN) {
            return new Found(new Statement(rest, start, cell.length(), false), Ending.WRONG);
        }
        if (!completeness.isComplete() || info.source() == null || info.source().isEmpty()) {
            return new Found(new Statement(rest, start, cell.length(), false), Ending.UNFINISHED);
        }
        int end = cell.length() - info.remaining().length();
        return new Found(new Statement(info.source(), start, end, true), Ending.WHOLE);
    }
}

package dev.oddity.kernel.jshell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Frames in classes that JShell made around what users declare, in the form in which JShell gives those of a statement's
 * exception: without that class, the file {@code #id} of the snippet and the line in it. For exceptions that JShell never
 * sees. For any thread.
 */
final class CellFrames {

    private static final Pattern AROUND = Pattern.compile("(REPL\\.\\$JShell\\$\\d+[A-Z]*)(?:\\$(.*))?");

    private final JShell shell;
    private final Places places;

    CellFrames(JShell shell, Places places) {
        this.shell = shell;
        this.places = places;
    }

    /** The frame as JShell would give it; as it is if it is in no class of JShell's, or one that was replaced since. */
    StackTraceElement translated(StackTraceElement frame) {
        Matcher around = AROUND.matcher(frame.getClassName());
        if (!around.matches()) {
            return frame;
        }
        String declared = Optional.ofNullable(around.group(2)).orElse("");
        return snippet(around.group(1))
                .map(snippet -> new StackTraceElement(
                        declared,
                        frame.getMethodName(),
                        places.file(snippet),
                        line(shell.sourceCodeAnalysis().wrapper(snippet), frame.getLineNumber())))
                .orElse(frame);
    }

    private Optional<Snippet> snippet(String className) {
        return shell.snippets()
                .filter(snippet -> snippet.kind() != Snippet.Kind.ERRONEOUS)
                .filter(snippet -> shell.sourceCodeAnalysis()
                        .wrapper(snippet)
                        .fullClassName()
                        .equals(className))
                // One that was declared again keeps its class, with new code, if it can.
                .reduce((old, present) -> present);
    }

    /** The line of the snippet's source that a line of the class around it has; from 1. */
    private static int line(SnippetWrapper wrapper, int line) {
        String wrapped = wrapper.wrapped();
        int start = 0;
        for (int passed = 1; passed < line && start >= 0; passed++) {
            start = wrapped.indexOf('\n', start) + 1;
        }
        int end = wrapped.indexOf('\n', start);
        int at = wrapper.wrappedToSourcePosition((end < 0 ? wrapped.length() : end) - 1);
        String source = wrapper.source();
        return (int) source.substring(0, Math.max(0, Math.min(at, source.length())))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}

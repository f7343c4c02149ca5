package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** What users' code threw: its own class and message first, then the frames down to the cell, then its causes. */
final class ThrownErrors {

    private final StackText stack;
    private final Unusable unusable;
    private final OldObjects oldObjects;

    ThrownErrors(Places places, Unusable unusable, OldObjects oldObjects) {
        this.stack = new StackText(places);
        this.unusable = unusable;
        this.oldObjects = oldObjects;
    }

    CellError of(JShellException thrown) {
        List<String> traceback = new ArrayList<>();
        List<StackTraceElement> enclosing = describe("", thrown, List.of(), traceback);
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            enclosing = describe("Caused by: ", cause, enclosing, traceback);
        }
        return new CellError(kind(thrown), message(thrown), traceback);
    }

    private List<StackTraceElement> describe(
            String prefix, Throwable thrown, List<StackTraceElement> enclosing, List<String> traceback) {
        String message = message(thrown);
        traceback.add(prefix + Ansi.bold(kind(thrown)) + (message.isEmpty() ? "" : ": " + message));
        List<StackTraceElement> frames = stack.ofUser(thrown.getStackTrace());
        traceback.addAll(stack.lines(frames, enclosing));
        return frames;
    }

    private static String kind(Throwable thrown) {
        return thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : thrown instanceof UnresolvedReferenceException
                        ? CompileErrors.KIND
                        : thrown.getClass().getName();
    }

    private String message(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unusable.why(unresolved.getSnippet());
        }
        @Nullable String message = thrown.getMessage();
        return message == null ? "" : oldObjects.explained(message).orElse(message);
    }
}

package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** What users' code threw: its own class and message first, then the frames down to the cell, then what was suppressed
 * and its causes. */
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
        Map<Integer, List<StackTraceElement>> enclosing = new HashMap<>();
        enclosing.put(0, describe("", Role.CAUSE, thrown, List.of(), traceback));
        for (Throwable next = thrown.getCause(); next != null; next = next.getCause()) {
            Role role = Role.of(written(next));
            List<StackTraceElement> outer = enclosing.get(role.suppressed() ? role.depth() - 1 : role.depth());
            enclosing.put(role.depth(), describe(role.prefix(), role, next, outer, traceback));
        }
        return new CellError(kind(thrown), message(thrown), traceback);
    }

    private List<StackTraceElement> describe(
            String prefix, Role role, Throwable thrown, List<StackTraceElement> enclosing, List<String> traceback) {
        String message = message(thrown);
        traceback.add(prefix + Ansi.bold(kind(thrown)) + (message.isEmpty() ? "" : ": " + message));
        List<StackTraceElement> frames = stack.ofUser(thrown.getStackTrace());
        stack.lines(frames, enclosing).forEach(line -> traceback.add(role.indent() + line));
        return frames;
    }

    private static String kind(Throwable thrown) {
        return Role.kind(written(thrown));
    }

    private static String written(Throwable thrown) {
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

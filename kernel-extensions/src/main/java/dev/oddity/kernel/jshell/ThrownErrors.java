package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** What users' code threw: its own class and message first, then the frames down to the cell, then its causes. */
final class ThrownErrors {

    /** A stack overflow has a thousand frames that say the same. */
    private static final int FRAMES = 30;

    private final Places places;
    private final Unusable unusable;
    private final OldObjects oldObjects;

    ThrownErrors(Places places, Unusable unusable, OldObjects oldObjects) {
        this.places = places;
        this.unusable = unusable;
        this.oldObjects = oldObjects;
    }

    CellError of(JShellException thrown) {
        List<String> traceback = new ArrayList<>();
        describe("", thrown, traceback);
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            describe("Caused by: ", cause, traceback);
        }
        return new CellError(kind(thrown), message(thrown), traceback);
    }

    private void describe(String prefix, Throwable thrown, List<String> traceback) {
        String message = message(thrown);
        traceback.add(prefix + Ansi.bold(kind(thrown)) + (message.isEmpty() ? "" : ": " + message));
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            traceback.add("    at " + frame(frames[i]));
        }
        if (frames.length > FRAMES) {
            traceback.add("    … " + (frames.length - FRAMES) + " more");
        }
    }

    private String frame(StackTraceElement frame) {
        return places.of(frame)
                .map(place -> where(frame) + place.cell().name() + ", line " + place.line() + ": "
                        + Ansi.bold(place.cell().lineText(place.line()).strip()))
                .orElseGet(frame::toString);
    }

    /** The user's method, if the frame is in one: what JShell wraps statements in has no name to a user. */
    private static String where(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.isEmpty() || method.contains("do_it$")) {
            return "";
        }
        return (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + method + ", ";
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

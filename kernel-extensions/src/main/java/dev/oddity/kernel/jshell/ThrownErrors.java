package dev.oddity.kernel.jshell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl.UserException;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown while a cell ran, by its own code or by what the kernel did for it: its own class and message first, then
 * the frames down to the cell, then what was suppressed and its causes.
 */
final class ThrownErrors {

    private static final String ASCII_ONLY =
            "; Java was started in a locale whose file names are ASCII: start Jupyter with"
                    + " LC_ALL=C.UTF-8, or install the kernel again in this locale, which makes it set that itself";

    private final StackText stack;
    private final Unusable unusable;
    private final OldObjects oldObjects;

    ThrownErrors(StackText stack, Unusable unusable, OldObjects oldObjects) {
        this.stack = stack;
        this.unusable = unusable;
        this.oldObjects = oldObjects;
    }

    /** What a statement came to, wherever it was when it failed. */
    CellError of(JShellException thrown, Places.Place statement) {
        return of(thrown, List.of(StackText.line(statement)));
    }

    /** What JShell never saw: thrown by code of a cell that the kernel called, such as a value's {@code toString}. */
    CellError of(Throwable thrown) {
        return thrown instanceof CellError told ? told : of(Thrown.forJShell(thrown), List.of());
    }

    /** @param otherwise lines in the place of frames if there are none */
    private CellError of(Exception thrown, List<String> otherwise) {
        List<String> traceback = new ArrayList<>();
        Map<Integer, List<StackTraceElement>> enclosing = new HashMap<>();
        enclosing.put(0, describe("", Role.CAUSE, thrown, List.of(), traceback));
        if (traceback.size() == 1) {
            traceback.addAll(otherwise);
        }
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

    /** Whether this Java was started in a locale in which it can name files in ASCII only. */
    private static boolean isAsciiOnly() {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).equals(StandardCharsets.US_ASCII);
    }

    private static String kind(Throwable thrown) {
        return Role.kind(written(thrown));
    }

    private static String written(Throwable thrown) {
        if (thrown instanceof EvalException eval) {
            return eval.getExceptionClassName();
        }
        if (thrown instanceof UserException user) {
            return user.causeExceptionClass();
        }
        return thrown instanceof UnresolvedReferenceException
                ? CompileErrors.KIND
                : thrown.getClass().getName();
    }

    private String message(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unusable.why(unresolved.getSnippet());
        }
        @Nullable String message = thrown.getMessage();
        if (message == null) {
            return "";
        }
        String explained = oldObjects.explained(message).orElse(message);
        return kind(thrown).equals(InvalidPathException.class.getName()) && isAsciiOnly()
                ? explained + ASCII_ONLY
                : explained;
    }
}

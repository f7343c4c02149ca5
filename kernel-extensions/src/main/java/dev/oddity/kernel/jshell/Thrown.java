package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.UserException;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** What users' code throws may be of a class of theirs, whose methods throw again, or cause itself: told all the same. */
public final class Thrown {

    /** A longer chain of causes is cut. */
    private static final int CAUSES = 50;

    private Thrown() {}

    /** Class and message. Never throws. */
    public static String text(Throwable thrown) {
        @Nullable String message = message(thrown);
        return thrown.getClass().getName() + (message == null ? "" : ": " + message);
    }

    /** The message, or why there is none. Never throws. */
    static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable e) {
            return "(its message can't be had: getMessage() throws "
                    + e.getClass().getName() + ")";
        }
    }

    /** The frames, or none. Never throws. */
    static Stream<StackTraceElement> stack(Throwable thrown) {
        try {
            return Arrays.stream(thrown.getStackTrace());
        } catch (Throwable e) {
            return Stream.empty();
        }
    }

    /** The interrupt or the code left running that this comes from. Never throws. */
    public static Optional<Throwable> interrupt(Throwable thrown) {
        return chain(thrown).stream()
                .filter(one -> one instanceof InterruptedException || one instanceof StillRunning)
                .findFirst();
    }

    /** With its causes, each once, in the form in which JShell takes them from an engine. */
    static RunException forJShell(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        RunException told = forJShellAlone(chain.get(chain.size() - 1));
        for (int i = chain.size() - 2; i >= 0; i--) {
            RunException one = forJShellAlone(chain.get(i));
            one.initCause(told);
            told = one;
        }
        return told;
    }

    private static RunException forJShellAlone(Throwable thrown) {
        StackTraceElement[] stack = stack(thrown).toArray(StackTraceElement[]::new);
        return thrown instanceof SPIResolutionException unresolved
                ? new ResolutionException(unresolved.id(), stack)
                : new UserException(message(thrown), kind(thrown), stack);
    }

    private static String kind(Throwable thrown) {
        return thrown instanceof CellError error
                ? error.kind()
                : thrown.getClass().getName();
    }

    /** Itself and its causes until one comes again. */
    private static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable next = thrown;
                next != null && met.add(next) && chain.size() < CAUSES;
                next = cause(next)) {
            chain.add(next);
        }
        return chain;
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable e) {
            return null;
        }
    }
}

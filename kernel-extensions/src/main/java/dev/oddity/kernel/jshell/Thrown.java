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
    private static final int PARTS = 50;

    private Thrown() {}

    /** Class and message. Never throws. */
    public static String text(Throwable thrown) {
        @Nullable String message = message(thrown);
        return kind(thrown) + (message == null ? "" : ": " + message);
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
                .filter(one -> one instanceof InterruptedException
                        || one instanceof Interrupted
                        || one instanceof StillRunning)
                .findFirst();
    }

    /**
     * With its causes and what was suppressed on the way, each once, in the form in which JShell takes them from an engine:
     * a chain of causes. What is more than the next cause bears its {@link Role} before its class.
     */
    static RunException forJShell(Throwable thrown) {
        List<Part> parts = new ArrayList<>();
        collect(new Part(thrown, Role.CAUSE), Collections.newSetFromMap(new IdentityHashMap<>()), parts);
        RunException told = forJShell(parts.get(parts.size() - 1));
        for (int i = parts.size() - 2; i >= 0; i--) {
            RunException one = forJShell(parts.get(i));
            one.initCause(told);
            told = one;
        }
        return told;
    }

    private record Part(Throwable thrown, Role role) {}

    private static void collect(Part part, Set<Throwable> met, List<Part> parts) {
        if (!met.add(part.thrown()) || parts.size() == PARTS) {
            return;
        }
        parts.add(part);
        for (Throwable suppressed : part.thrown().getSuppressed()) {
            collect(new Part(suppressed, part.role().ofSuppressed()), met, parts);
        }
        @Nullable Throwable cause = cause(part.thrown());
        if (cause != null) {
            collect(new Part(cause, part.role().ofCause()), met, parts);
        }
    }

    private static RunException forJShell(Part part) {
        Throwable thrown = part.thrown();
        StackTraceElement[] stack = stack(thrown).toArray(StackTraceElement[]::new);
        return thrown instanceof SPIResolutionException unresolved
                ? new ResolutionException(unresolved.id(), stack)
                : new UserException(message(thrown), part.role().before(kind(thrown)), stack);
    }

    /** The class that users read. */
    static String kind(Throwable thrown) {
        if (thrown instanceof CellError error) {
            return error.kind();
        }
        Class<?> type = thrown instanceof Interrupted ? InterruptedException.class : thrown.getClass();
        return type.getName();
    }

    /** Itself and its causes until one comes again. */
    private static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable next = thrown;
                next != null && met.add(next) && chain.size() < PARTS;
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

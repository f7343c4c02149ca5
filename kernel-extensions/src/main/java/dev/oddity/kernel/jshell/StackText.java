package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The frames of an exception as users read them: their own lines by cell and line, none of the kernel's, repeats folded. */
final class StackText {

    private static final int FRAMES = 30;

    /** Frames of a recursion that goes round by several methods. */
    private static final int LONGEST_ROUND = 10;

    private static final int FOLDED_FROM = 3;
    private static final String AT = "    at ";

    /** Of so many frames of Java's own, one below the other, the upper and the last are shown: where it was and how it got in. */
    private static final int JAVAS = 6;

    private static final int UPPER = 3;

    /** The kernel, and what shows values for it. */
    private static final List<String> KERNEL =
            List.of("dev.oddity.kernel.", "org.dflib.jjava.", "dev.oddity.core.display.");

    private final CellFrames cellFrames;
    private final Places places;

    StackText(CellFrames cellFrames, Places places) {
        this.cellFrames = cellFrames;
        this.places = places;
    }

    /** Without what the kernel put before, between and behind the user's code. */
    List<StackTraceElement> ofUser(StackTraceElement[] stack) {
        List<StackTraceElement> frames =
                Arrays.stream(stack).map(cellFrames::translated).toList();
        int end = frames.size();
        while (end > 0 && places.of(frames.get(end - 1)).isEmpty()) {
            end--;
        }
        if (end > 0) {
            return frames.subList(0, end).stream()
                    .filter(frame -> !isOfKernel(frame))
                    .toList();
        }
        boolean fromKernel = !frames.isEmpty() && isOfKernel(frames.get(0));
        return frames.stream()
                .takeWhile(frame -> !fromKernel && !isOfKernel(frame))
                .toList();
    }

    /** Where a frame is, if it is in a cell. */
    Optional<String> told(StackTraceElement raw) {
        StackTraceElement frame = cellFrames.translated(raw);
        return places.of(frame)
                .map(place -> where(frame)
                        + where(place)
                        + place.cell().lineText(place.line()).strip());
    }

    /** The line for a place, as for a frame there. */
    static String line(Places.Place place) {
        return AT + where(place) + Ansi.bold(place.cell().lineText(place.line()).strip());
    }

    /**
     * A line for each frame.
     *
     * @param enclosing frames of the exception that this one is the cause of; what both have at their ends is counted only
     */
    List<String> lines(List<StackTraceElement> frames, List<StackTraceElement> enclosing) {
        int shared = 0;
        while (shared < Math.min(frames.size(), enclosing.size())
                && frames.get(frames.size() - 1 - shared).equals(enclosing.get(enclosing.size() - 1 - shared))) {
            shared++;
        }
        List<String> texts = folded(texts(frames.subList(0, frames.size() - shared)));
        List<String> lines = new ArrayList<>(texts.subList(0, Math.min(texts.size(), FRAMES)));
        int more = shared + texts.size() - lines.size();
        if (more > 0) {
            lines.add("    … " + more + " more");
        }
        return lines;
    }

    private List<String> texts(List<StackTraceElement> frames) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < frames.size(); ) {
            int end = at;
            while (end < frames.size() && isJavas(frames.get(end))) {
                end++;
            }
            int folded = end - at < JAVAS ? 0 : end - at - UPPER - 1;
            end = Math.max(end, at + 1);
            for (int frame = at; frame < end; frame++) {
                if (folded == 0 || frame < at + UPPER || frame == end - 1) {
                    texts.add(AT + line(frames.get(frame)));
                } else if (frame == at + UPPER) {
                    texts.add("    … " + folded + " more of Java's own");
                }
            }
            at = end;
        }
        return texts;
    }

    private static boolean isJavas(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    private static List<String> folded(List<String> lines) {
        List<String> folded = new ArrayList<>();
        for (int at = 0; at < lines.size(); ) {
            int round = 0;
            int times = 1;
            for (int length = 1; length <= LONGEST_ROUND && times < FOLDED_FROM; length++) {
                round = length;
                times = times(lines, at, length);
            }
            if (times < FOLDED_FROM) {
                folded.add(lines.get(at));
                at++;
            } else {
                folded.addAll(lines.subList(at, at + round));
                folded.add("    … " + (round == 1 ? "the line above" : "the " + round + " lines above") + " "
                        + (times - 1) + " more times");
                at += round * times;
            }
        }
        return folded;
    }

    /** How often a block of lines stands there, one behind the other. */
    private static int times(List<String> lines, int at, int length) {
        int times = 1;
        for (int next = at + length;
                next + length <= lines.size()
                        && lines.subList(next, next + length).equals(lines.subList(at, at + length));
                next += length) {
            times++;
        }
        return times;
    }

    private String line(StackTraceElement frame) {
        return places.of(frame)
                .map(place -> where(frame)
                        + where(place)
                        + Ansi.bold(place.cell().lineText(place.line()).strip()))
                .orElseGet(frame::toString);
    }

    private static String where(Places.Place place) {
        return place.cell().name() + ", line " + place.line() + ": ";
    }

    /** The user's method, if the frame is in one: what JShell wraps statements in has no name to a user. */
    private static String where(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.isEmpty() || method.contains("do_it$")) {
            return "";
        }
        return (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + method + ", ";
    }

    static boolean isOfKernel(StackTraceElement frame) {
        return KERNEL.stream().anyMatch(frame.getClassName()::startsWith);
    }
}

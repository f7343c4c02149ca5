package dev.oddity.kernel.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of an exception as users read them: their own lines by cell and line, none of the kernel's, repeats folded. */
final class StackText {

    private static final int FRAMES = 30;

    /** Frames of a recursion that goes round by several methods. */
    private static final int LONGEST_ROUND = 10;

    private static final int FOLDED_FROM = 3;
    private static final String KERNEL = "dev.oddity.kernel.";

    private final Places places;

    StackText(Places places) {
        this.places = places;
    }

    /** Without what the kernel put before and behind the user's code. */
    List<StackTraceElement> ofUser(StackTraceElement[] stack) {
        List<StackTraceElement> frames =
                Arrays.stream(stack).dropWhile(StackText::isOfKernel).toList();
        int end = frames.size();
        while (end > 0 && places.of(frames.get(end - 1)).isEmpty()) {
            end--;
        }
        if (end > 0) {
            return frames.subList(0, end);
        }
        boolean fromKernel = frames.size() < stack.length;
        return frames.stream()
                .takeWhile(frame -> !fromKernel && !isOfKernel(frame))
                .toList();
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
        List<String> texts = folded(frames.subList(0, frames.size() - shared).stream()
                .map(frame -> "    at " + line(frame))
                .toList());
        List<String> lines = new ArrayList<>(texts.subList(0, Math.min(texts.size(), FRAMES)));
        int more = shared + texts.size() - lines.size();
        if (more > 0) {
            lines.add("    … " + more + " more");
        }
        return lines;
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

    private static boolean isOfKernel(StackTraceElement frame) {
        return frame.getClassName().startsWith(KERNEL);
    }
}

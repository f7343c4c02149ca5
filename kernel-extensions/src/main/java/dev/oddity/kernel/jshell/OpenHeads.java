package dev.oddity.kernel.jshell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heads of statements that the end of some code is in, which JShell completes only as plain expressions. */
final class OpenHeads {

    private static final Pattern CONDITION = Pattern.compile("\\b(?:else\\s+)?(?:if|while|synchronized)\\s*$");
    private static final Pattern LOOP = Pattern.compile("\\bfor\\s*$");
    private static final Pattern EACH = Pattern.compile("[^;?:]*:(?!:)");

    private OpenHeads() {}

    /** The same code, each character where it was, with spaces for what makes a head of an expression. */
    static String blanked(String begun) {
        String code = Prose.blanked(begun);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '(') {
                open.push(at);
            } else if (c == ')' && !open.isEmpty()) {
                open.pop();
            }
        }
        StringBuilder plain = new StringBuilder(begun);
        for (int bracket : open) {
            Matcher word = CONDITION.matcher(code).region(0, bracket);
            if (word.find()) {
                blank(plain, word.start(), bracket);
            } else if (word.usePattern(LOOP).region(0, bracket).find()) {
                blankLoop(plain, code, word.start(), bracket);
            }
        }
        return plain.toString();
    }

    /** What is left of a loop's head is a declaration, or one and a statement; a condition stays where it is. */
    private static void blankLoop(StringBuilder plain, String code, int word, int bracket) {
        Matcher each = EACH.matcher(code).region(bracket + 1, code.length());
        if (each.lookingAt()) {
            blank(plain, word, each.end());
            return;
        }
        List<Integer> ends = new ArrayList<>();
        int lastComma = -1;
        int depth = 0;
        for (int at = bracket + 1; at < code.length(); at++) {
            char c = code.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 && c == ';') {
                ends.add(at);
            } else if (depth == 0 && c == ',') {
                lastComma = at;
            }
        }
        if (ends.size() != 1) {
            blank(plain, word, bracket + 1);
        }
        if (ends.size() == 2) {
            blank(plain, ends.get(0) + 1, Math.max(ends.get(1), lastComma) + 1);
        }
    }

    private static void blank(StringBuilder code, int from, int to) {
        for (int at = from; at < to; at++) {
            code.setCharAt(at, ' ');
        }
    }
}

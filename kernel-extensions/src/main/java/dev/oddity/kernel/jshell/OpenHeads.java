package dev.oddity.kernel.jshell;

import java.util.ArrayDeque;
import java.util.Deque;
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
            Matcher each = EACH.matcher(code).region(bracket + 1, code.length());
            if (word.find()) {
                blank(plain, word.start(), bracket);
            } else if (word.usePattern(LOOP).region(0, bracket).find() && each.lookingAt()) {
                blank(plain, word.start(), each.end());
            }
        }
        return plain.toString();
    }

    private static void blank(StringBuilder code, int from, int to) {
        for (int at = from; at < to; at++) {
            code.setCharAt(at, ' ');
        }
    }
}

package dev.oddity.kernel.javadoc;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A type, method, constructor or field as JShell writes it down, such as {@code int java.lang.Math.max(int a, int b)},
 * {@code java.util.List<E>} or {@code Math.PI:double}.
 *
 * @param text as JShell wrote it
 * @param type the class, with its package where JShell wrote one
 * @param member the method or field; empty for a class; the class's own simple name for a constructor
 * @param parameters types, without packages and type arguments; empty for what takes none
 */
public record Signature(String text, String type, String member, List<String> parameters) {

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");

    /** Takes JShell's text apart. */
    public static Signature of(String text) {
        String bare = withoutTypeArguments(text);
        int bracket = bare.indexOf('(');
        if (bracket < 0) {
            int colon = bare.indexOf(':');
            String name = bare.substring(bare.lastIndexOf(' ', colon < 0 ? bare.length() : colon) + 1);
            return colon < 0
                    ? new Signature(text, name, "", List.of())
                    : split(text, name.substring(0, name.indexOf(':')), List.of());
        }
        String name = bare.substring(bare.lastIndexOf(' ', bracket) + 1, bracket);
        String inside = bare.substring(bracket + 1, bare.lastIndexOf(')'));
        List<String> parameters = inside.isBlank()
                ? List.of()
                : Arrays.stream(inside.split(",")).map(Signature::parameterType).toList();
        return bare.lastIndexOf(' ', bracket) < 0
                ? new Signature(text, name, simple(name), parameters)
                : split(text, name, parameters);
    }

    private static Signature split(String text, String name, List<String> parameters) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? new Signature(text, "", name, parameters)
                : new Signature(text, name.substring(0, dot), name.substring(dot + 1), parameters);
    }

    /** As a reader wants it: without packages, and without what the class's type parameters extend. */
    public String shown() {
        String shown = PACKAGE.matcher(text).replaceAll("");
        int bracket = shown.indexOf('(');
        if (bracket < 0) {
            return shown.replace(":", ": ");
        }
        int owner = shown.lastIndexOf(">.", bracket);
        if (owner < 0) {
            return shown;
        }
        int open = opening(shown, owner);
        return open < 0 ? shown : shown.substring(0, open) + shown.substring(owner + 1);
    }

    /** A type's name without its package and the classes around it. */
    static String simple(String type) {
        String erased = withoutTypeArguments(type);
        boolean many = erased.endsWith("...");
        String name = many ? erased.substring(0, erased.length() - "...".length()) : erased;
        return name.substring(name.lastIndexOf('.') + 1) + (many ? "..." : "");
    }

    private static String parameterType(String parameter) {
        return Arrays.stream(parameter.strip().split(" "))
                .filter(word -> !word.startsWith("@"))
                .findFirst()
                .map(Signature::simple)
                .orElse("");
    }

    private static int opening(String text, int closing) {
        int depth = 0;
        for (int at = closing; at >= 0; at--) {
            depth += text.charAt(at) == '>' ? 1 : text.charAt(at) == '<' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static String withoutTypeArguments(String text) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                bare.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return bare.toString().strip();
    }
}

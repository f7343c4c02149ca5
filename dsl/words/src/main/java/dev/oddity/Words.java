package dev.oddity;

import dev.oddity.datasets.Dataset;
import dev.oddity.datasets.Partition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression of the language back into its value: {@code csv("orders.csv").label("fraud").split(holdout(0.7))}.
 *
 * <p>It knows calls, numbers, texts, characters and truth values, and no Java beside them. Called are the words of {@link
 * Oddity} and the modifiers of what they give, as long as a noun comes out; nothing that loads, runs or writes. So a record
 * from somebody else can be read without running what it says.
 */
final class Words {

    /** Packages whose values do something, rather than say something. */
    private static final List<String> DEEDS =
            List.of("dev.oddity.core", "dev.oddity.core.runs", "dev.oddity.core.comparison", "dev.oddity.core.card");

    private final String text;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /**
     * @param noun what must come out
     * @throws IllegalArgumentException if the text is no expression of the language, or of another kind, saying where it is not
     */
    static <T> T read(String text, Class<T> noun) {
        Words words = new Words(text);
        Object value = words.expression();
        words.space();
        if (words.at < text.length()) {
            throw words.broken("the end");
        }
        if (!noun.isInstance(value)) {
            throw new IllegalArgumentException(text + " is no " + noun.getSimpleName());
        }
        return noun.cast(value);
    }

    private Object expression() {
        space();
        if (at == text.length()) {
            throw broken("a word");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        if (first == '-' || Character.isDigit(first)) {
            return number();
        }
        String name = name();
        if (name.equals("true") || name.equals("false")) {
            return Boolean.valueOf(name);
        }
        Object value = called(null, name, arguments());
        while (peek('.')) {
            at++;
            value = called(value, name(), arguments());
        }
        return value;
    }

    private List<Object> arguments() {
        expect('(');
        List<Object> arguments = new ArrayList<>();
        if (!peek(')')) {
            arguments.add(expression());
            while (peek(',')) {
                at++;
                arguments.add(expression());
            }
        }
        expect(')');
        return arguments;
    }

    private String name() {
        space();
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw broken("a word");
        }
        return text.substring(from, at);
    }

    private Number number() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String digits = text.substring(from, at).replace("_", "");
        try {
            if (digits.matches("-?\\d+[lL]?")) {
                return Long.valueOf(digits.replaceAll("[lL]$", ""));
            }
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            at = from;
            throw broken("a number");
        }
    }

    private Object quoted(char quote) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                next = switch (escaped) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    default -> escaped;
                };
            }
            content.append(next);
        }
        expect(quote);
        if (quote == '"') {
            return content.toString();
        }
        if (content.length() != 1) {
            throw broken("one character");
        }
        return content.charAt(0);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean peek(char wanted) {
        space();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void expect(char wanted) {
        if (!peek(wanted)) {
            throw broken("'" + wanted + "'");
        }
        at++;
    }

    private IllegalArgumentException broken(String expected) {
        return new IllegalArgumentException(text + " is no expression of the language: " + expected
                + " should stand at \"" + text.substring(at) + '"');
    }

    /** @param owner what the modifier is of; null for a word of the language itself */
    private static Object called(@Nullable Object owner, String name, List<Object> arguments) {
        Class<?> type = owner == null ? Oddity.class : owner.getClass();
        Call best = null;
        for (Method method : type.getMethods()) {
            boolean fits = method.getName().equals(name)
                    && !method.isBridge()
                    && Modifier.isStatic(method.getModifiers()) == (owner == null)
                    && noun(method.getReturnType());
            Call call = fits ? Call.of(method, arguments) : null;
            if (call != null && (best == null || call.strain() < best.strain())) {
                best = call;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException((owner == null ? "" : owner + ".") + name
                    + "(..) is no word of this version that can be read back");
        }
        try {
            return best.on(owner);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean noun(Class<?> type) {
        return type.getName().startsWith("dev.oddity.")
                && !DEEDS.contains(type.getPackageName())
                && !AutoCloseable.class.isAssignableFrom(type)
                && Arrays.stream(new Class<?>[] {Dataset.class, Partition.class})
                        .noneMatch(type::equals);
    }
}

package dev.oddity.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell that asks instead of doing: {@code name?}, {@code name??}, {@code ?name}, {@code %magic?}. */
final class Question {

    private static final Pattern OF_NAME = Pattern.compile("\\s*(?:([\\w.]+)\\s*\\?{1,2}|\\?{1,2}\\s*([\\w.]+))\\s*");
    private static final Pattern OF_MAGIC = Pattern.compile("\\s*%{1,2}\\w+\\s*\\?{1,2}\\s*");

    private Question() {}

    /** The name of Java that is asked for. */
    static Optional<String> name(String code) {
        Matcher question = OF_NAME.matcher(code);
        return question.matches()
                ? Optional.ofNullable(question.group(1)).or(() -> Optional.ofNullable(question.group(2)))
                : Optional.empty();
    }

    /** Whether it asks for a name or for a magic. */
    static boolean isOne(String code) {
        return name(code).isPresent() || OF_MAGIC.matcher(code).matches();
    }
}

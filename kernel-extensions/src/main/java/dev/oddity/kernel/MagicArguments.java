package dev.oddity.kernel;

import dev.oddity.kernel.jshell.CellError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a magic's name: words apart by space, in quotes if they contain some; a backslash is a backslash. Words
 * that begin with a hyphen are options.
 */
record MagicArguments(List<String> words, Map<String, List<String>> options) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /**
     * @param known options by name, {@code --from}, and whether a value follows
     * @throws CellError for any other option
     */
    static MagicArguments of(MagicCall call, Map<String, Boolean> known) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> all = split(call.arguments());
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (!word.matches("--?[a-zA-Z].*")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            if (!known.containsKey(option)) {
                throw Magics.error(
                        call,
                        "no option " + option + "; "
                                + (known.isEmpty() ? "it has none" : "there are " + String.join(", ", known.keySet())));
            }
            boolean valued = known.get(option);
            if (valued && equals < 0 && i + 1 == all.size()) {
                throw Magics.error(call, option + " needs a value");
            }
            String value = equals >= 0 ? word.substring(equals + 1) : valued ? all.get(++i) : "";
            options.computeIfAbsent(option, name -> new ArrayList<>()).add(value);
        }
        return new MagicArguments(words, options);
    }

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group());
        }
        return words;
    }

    /** A word as it is written, so that {@link #split} gives it back. */
    static String quoted(String word) {
        String quote = word.contains("\"") ? "'" : "\"";
        return word.matches("[^\\s\"']+") ? word : quote + word + quote;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }
}

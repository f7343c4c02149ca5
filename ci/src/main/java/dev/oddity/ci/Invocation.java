package dev.oddity.ci;

import dev.oddity.ci.notebook.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line that runs a notebook as it was run, from the checkout's folder.
 *
 * @param notebook as the command understands it: its name, or its path where it does not lie among the checkout's notebooks
 * @param options what holds for approving too: profile, kernel, device, output
 * @param settings the values given from outside
 */
record Invocation(String notebook, List<String> options, Settings settings) {

    /** What a shell takes as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./=:,@%+-]+");

    Invocation {
        options = List.copyOf(options);
    }

    static Invocation of(Checkout checkout, Path source, List<String> options, Settings settings) {
        return new Invocation(checkout.word(source), options, settings);
    }

    /** The line that runs the notebook again with the same values. */
    String run() {
        List<String> words = new ArrayList<>(options);
        Map<String, String> values = new LinkedHashMap<>();
        settings.file()
                .forEach((name, value) ->
                        values.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString()));
        values.putAll(settings.typed());
        values.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        return line("run", words);
    }

    /** The line that approves what it showed. */
    String approve() {
        return line("approve", options);
    }

    private String line(String verb, List<String> words) {
        List<String> all = new ArrayList<>(List.of("ci/notebooks", verb, notebook));
        all.addAll(words);
        return all.stream().map(Invocation::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

package dev.oddity.deep;

import dev.oddity.datasets.NearMiss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Layers} from the text that they give. */
final class LayersText {

    private static final String START = "layers()";
    private static final Pattern WORD = Pattern.compile("\\.(\\w+)\\(([^()]*)\\)");
    private static final Map<String, BiFunction<Layers, String, Layers>> WORDS = words();

    private LayersText() {}

    private static Map<String, BiFunction<Layers, String, Layers>> words() {
        Map<String, BiFunction<Layers, String, Layers>> words = new TreeMap<>();
        words.put("dense", (layers, inside) -> {
            int[] sizes = sizes(inside, 0, 1);
            return sizes.length == 0 ? layers.dense() : layers.dense(sizes[0]);
        });
        words.put("conv", (layers, inside) -> {
            int[] sizes = sizes(inside, 1, 2);
            return sizes.length == 1 ? layers.conv(sizes[0]) : layers.conv(sizes[0], sizes[1]);
        });
        words.put("upsample", (layers, inside) -> layers.upsample(sizes(inside, 1, 2)));
        words.put("reshape", (layers, inside) -> layers.reshape(sizes(inside, 1, 3)));
        words.put("dropout", (layers, inside) -> layers.dropout(Double.parseDouble(inside.strip())));
        Map<String, UnaryOperator<Layers>> plain = Map.ofEntries(
                Map.entry("relu", Layers::relu),
                Map.entry("leakyRelu", Layers::leakyRelu),
                Map.entry("elu", Layers::elu),
                Map.entry("gelu", Layers::gelu),
                Map.entry("tanh", Layers::tanh),
                Map.entry("sigmoid", Layers::sigmoid),
                Map.entry("softplus", Layers::softplus),
                Map.entry("batchNorm", Layers::batchNorm),
                Map.entry("layerNorm", Layers::layerNorm),
                Map.entry("maxPool", Layers::maxPool),
                Map.entry("flatten", Layers::flatten));
        plain.forEach((word, said) -> words.put(word, (layers, inside) -> {
            sizes(inside, 0, 0);
            return said.apply(layers);
        }));
        return words;
    }

    /** @throws IllegalArgumentException if it is no such text, saying where */
    static Layers read(String text) {
        String rest = text.strip();
        if (!rest.startsWith(START)) {
            throw broken(text, rest);
        }
        Layers layers = new Layers();
        Matcher word = WORD.matcher(rest);
        int at = START.length();
        while (at < rest.length()) {
            word.region(at, rest.length());
            if (!word.lookingAt()) {
                throw broken(text, rest.substring(at));
            }
            layers = said(layers, text, word.group(1), word.group(2));
            at = word.end();
        }
        return layers;
    }

    private static Layers said(Layers layers, String text, String word, String inside) {
        BiFunction<Layers, String, Layers> known = WORDS.get(word);
        if (known == null) {
            throw new IllegalArgumentException(
                    "layers() has no word '" + word + "'" + NearMiss.hint(word, List.copyOf(WORDS.keySet()))
                            + " words: " + String.join(", ", WORDS.keySet()));
        }
        try {
            return known.apply(layers, inside);
        } catch (NumberFormatException failure) {
            throw broken(text, "." + word + "(" + inside + ")");
        }
    }

    private static IllegalArgumentException broken(String text, String from) {
        return new IllegalArgumentException("'" + text + "' tells no layers from '" + from
                + "' on; write it like layers().dense(64).relu().dense(8)");
    }

    /** Whole numbers between parentheses. */
    private static int[] sizes(String inside, int fewest, int most) {
        int[] sizes = inside.isBlank()
                ? new int[0]
                : Arrays.stream(inside.split(",", -1))
                        .mapToInt(size -> Integer.parseInt(size.strip()))
                        .toArray();
        if (sizes.length < fewest || sizes.length > most) {
            throw new NumberFormatException(inside);
        }
        return sizes;
    }
}

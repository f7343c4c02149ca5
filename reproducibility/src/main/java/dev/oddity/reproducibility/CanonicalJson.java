package dev.oddity.reproducibility;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one spelling per value (RFC 8785: sorted keys, no white space, shortest numbers), so that equal trees have
 * equal text and equal hashes.
 *
 * <p>A tree is made of maps with string keys, lists, strings, numbers, booleans and null. Whole numbers beyond 2⁵³ lose
 * digits in JSON: write them as strings.
 */
public final class CanonicalJson {

    private static final Gson COMPACT =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private static final Gson READING = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private CanonicalJson() {}

    /** The one-line canonical text. NaN and infinities have no JSON form and are refused. */
    public static String of(Object tree) {
        try {
            return new JsonCanonicalizer(COMPACT.toJson(tree)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + tree, e);
        }
    }

    /** The same text, indented for people. */
    public static String pretty(Object tree) {
        return PRETTY.toJson(JsonParser.parseString(of(tree)));
    }

    /**
     * The same tree, NaN and the infinities as texts: {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. What is no part
     * of a tree is written as its text.
     */
    public static @Nullable Object writable(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> written = new TreeMap<>();
            map.forEach((name, value) -> written.put(String.valueOf(name), writable(value)));
            return written;
        }
        if (tree instanceof Iterable<?> list) {
            List<Object> written = new ArrayList<>();
            list.forEach(value -> written.add(writable(value)));
            return written;
        }
        if (tree instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number : number.toString();
        }
        return tree == null || tree instanceof Boolean ? tree : String.valueOf(tree);
    }

    /**
     * The tree that a text of JSON tells: maps, lists, texts, {@code Long} for whole numbers, else {@code Double}, and
     * booleans. Strict, as {@link StrictJson} is.
     *
     * @throws IllegalArgumentException saying what is wrong and where
     */
    public static Object read(String text) {
        return tree(StrictJson.read(text));
    }

    static Object tree(JsonElement json) {
        if (json.isJsonNull()) {
            throw new IllegalArgumentException("it is null, and no tree");
        }
        return READING.fromJson(json, Object.class);
    }

    /** The SHA-256 of the canonical text: the identity of the tree. */
    public static String sha256(Object tree) {
        return Sha256.hex(of(tree));
    }
}

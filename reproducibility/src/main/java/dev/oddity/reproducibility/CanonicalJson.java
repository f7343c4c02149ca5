package dev.oddity.reproducibility;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

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

    /** The SHA-256 of the canonical text: the identity of the tree. */
    public static String sha256(Object tree) {
        return Sha256.hex(of(tree));
    }
}

package dev.oddity.datasets.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * What misleads a reader of figures on a data set: a share, a repeat, a leak, a label that another copy has the other way
 * round.
 *
 * @param words under which words of the set it holds, such as {@code .dagmmProtocol()}; none if under all
 * @param reported whether reports repeat it where it holds; else it stands on the set's page only
 * @param text one sentence
 */
public record Trap(List<String> words, boolean reported, String text) {

    /** Among the words of the traps of series: any split but one in time. */
    static final String AT_RANDOM = "a split not in time";

    public Trap {
        words = List.copyOf(words);
    }

    /** Holds however the set is called. */
    static Trap always(String text) {
        return new Trap(List.of(), true, text);
    }

    /** Holds where one of the words is used. */
    static Trap under(String word, String text) {
        return new Trap(List.of(word), true, text);
    }

    /** Of the points of a series, which are alike where they are neighbours. */
    static Trap atRandom() {
        return under(
                AT_RANDOM,
                "Points next to each other are alike, and this split is not one in time: test points lie between training"
                        + " points.");
    }

    /** For somebody who compares with other copies and papers; no figure of a report is wrong without it. */
    static Trap aside(String text) {
        return new Trap(List.of(), false, text);
    }

    /** The same under one more word. */
    Trap or(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new Trap(more, reported, text);
    }

    boolean holds(List<String> used) {
        return words.isEmpty() || words.stream().anyMatch(used::contains);
    }
}

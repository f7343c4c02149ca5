package dev.oddity.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words made layers, with the shape that a row has after them.
 *
 * @param row the shape
 */
record LayerPlan(List<Layer> layers, long[] row) {

    /**
     * @param given what the words belong to, for who reads an error
     * @throws IllegalArgumentException if a word does not take what the one before it gives, or may not stand at this site
     */
    static LayerPlan of(Site site, Layers given, List<LayerWord> words) {
        boolean shaped = site.row().length > 1 && needShape(words);
        LayerPlan plan = shaped
                ? new LayerPlan(List.of(Reshape.rows(site.row())), site.row())
                : new LayerPlan(List.of(), new long[] {Widths.of(site.row())});
        for (int i = 0; i < words.size(); i++) {
            LayerWord word = words.get(i);
            if (!site.limits().allow(word)) {
                throw site.refusal(given, word + ": " + site.limits().why());
            }
            String refusal = word.refusal(plan.row);
            if (!refusal.isEmpty()) {
                throw site.refusal(
                        given,
                        word + ", layer " + (i + 1) + " of " + words.size() + ", gets " + Site.spell(plan.row)
                                + " and needs " + refusal);
            }
            plan = plan.then(site, word, Integer.toString(i));
        }
        return plan;
    }

    /** Whether a row must come in its shape: for a word of shapes, or a norm before the words make the row flat. */
    private static boolean needShape(List<LayerWord> words) {
        return words.stream().anyMatch(LayerPlan::needsShape)
                || words.stream()
                        .takeWhile(word -> !(word instanceof LayerWord.Dense || word instanceof LayerWord.Flat))
                        .anyMatch(word ->
                                word instanceof LayerWord.NormaliseBatch || word instanceof LayerWord.NormaliseRow);
    }

    /** Whether this word is of shapes; all others go with any row. */
    static boolean needsShape(LayerWord word) {
        return word instanceof LayerWord.Convolve
                || word instanceof LayerWord.Pool
                || word instanceof LayerWord.Enlarge
                || word instanceof LayerWord.Shaped;
    }

    LayerPlan then(Site site, LayerWord word, String place) {
        if (word instanceof LayerWord.Flat && flat()) {
            return this;
        }
        if (word instanceof LayerWord.Dense && !flat()) {
            return then(site, new LayerWord.Flat(), place).then(site, word, place);
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(word.layer(site.layout(), site.place() + "." + place, row, site.limits()));
        long[] next = word.shape(row);
        site.layout().widest(Arrays.stream(next).reduce(1, Math::multiplyExact));
        return new LayerPlan(more, next);
    }

    boolean flat() {
        return row.length == 1;
    }

    int width() {
        return Widths.of(row);
    }

    /** @throws IllegalArgumentException if a row does not come out with this shape; a flat one must have as many numbers */
    void requireEnd(Site site, Layers given, long[] out) {
        if (width() != Widths.of(out) || !flat() && out.length > 1 && !Arrays.equals(image(row), image(out))) {
            throw site.refusal(
                    given,
                    "it ends with " + Site.spell(row) + " where " + Site.spell(out)
                            + (out.length == 1 ? (out[0] == 1 ? " is" : " are") : " is")
                            + " needed; "
                            + (flat()
                                    ? "put dense() where that layer should stand"
                                    : "end it in that shape, or with flatten()"));
        }
    }

    /** Height × width as one channel. */
    private static long[] image(long[] shape) {
        return shape.length == 3 && shape[0] == 1 ? new long[] {shape[1], shape[2]} : shape;
    }

    /** Flat rows → flat rows. */
    Layer layer() {
        List<Layer> all = new ArrayList<>(layers);
        if (!flat()) {
            all.add(Reshape.rows(width()));
        }
        return all.stream().allMatch(Smooth.class::isInstance)
                ? new Smooth.Chain(all.stream().map(Smooth.class::cast).toList())
                : new Chain(all);
    }

    /** The same, where every layer can go back. */
    Optional<Reversible> reversible() {
        return layers.stream().allMatch(Reversible.class::isInstance)
                ? Optional.of(new Reversible.Chain(
                        layers.stream().map(Reversible.class::cast).toList()))
                : Optional.empty();
    }
}

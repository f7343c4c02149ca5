package dev.oddity.deep;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network in words, layer after layer: {@code layers().dense(64).relu().dropout(0.1).dense(8)}. An immutable value, equal
 * to another with the same words; its text is what a record of the experiment holds, and reads back as the same network.
 *
 * <p>Rows come in the shape of the data: images are channels × height × width, windows steps × features, rows of a table
 * flat. {@code dense} and {@code flatten} make them flat for the words that follow; {@code reshape} gives them another shape.
 * First weights are drawn as PyTorch draws those of its layers of that name.
 *
 * <p><b>The last layer.</b> An encoder of a code ({@code autoencoder()} and its kin, {@code dagmm()}, {@code deepSvdd()},
 * {@code deepSad()}, {@code neutral()}) ends as it is written: its last layer's numbers are the code, and {@code latent}
 * follows. Where so many numbers are needed, as of a decoder, a generator, a critic, a classifier, a conditioner or the
 * encoder of {@code vae()} or {@code alad()}, a linear layer to them is added unless the words end with it; {@link #dense()} says where it stands if something follows, as in {@code
 * dense().sigmoid()}. Layers that end as images or windows must end in the shape of the row, and get none.
 */
public final class Layers extends Subnetwork {

    private final List<LayerWord> words;

    /** No layer yet. */
    public Layers() {
        this(List.of());
    }

    private Layers(List<LayerWord> words) {
        this.words = words;
    }

    /** x·Wᵀ + b over all numbers of a row, whatever their shape. */
    public Layers dense(int width) {
        return and(new LayerWord.Dense(positive("dense", width)));
    }

    /** A dense layer as wide as its place needs: the row of a decoder, {@code latent} of an encoder. At most one. */
    public Layers dense() {
        return and(new LayerWord.Dense(0));
    }

    /** max(x, 0). */
    public Layers relu() {
        return and(new LayerWord.Bend(Activation.RELU));
    }

    /** x, or 0.01·x below 0. */
    public Layers leakyRelu() {
        return and(new LayerWord.Bend(Activation.LEAKY_RELU));
    }

    /** x, or eˣ − 1 below 0. */
    public Layers elu() {
        return and(new LayerWord.Bend(Activation.ELU));
    }

    /** x·Φ(x). */
    public Layers gelu() {
        return and(new LayerWord.Bend(Activation.GELU));
    }

    /** The hyperbolic tangent. */
    public Layers tanh() {
        return and(new LayerWord.Bend(Activation.TANH));
    }

    /** 1/(1 + e⁻ˣ). */
    public Layers sigmoid() {
        return and(new LayerWord.Bend(Activation.SIGMOID));
    }

    /** ln(1 + eˣ). */
    public Layers softplus() {
        return and(new LayerWord.Bend(Activation.SOFTPLUS));
    }

    /** In training drops this share of the numbers, 0 up to below 1. */
    public Layers dropout(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "layers().dropout(" + share + "): dropout must be at least 0 and below 1");
        }
        return and(new LayerWord.Drop(share));
    }

    /**
     * Batch norm (Ioffe &amp; Szegedy 2015) with the shape the row has here: of each number of a flat row, as behind {@code
     * dense} or {@code flatten}; of each channel of an image; of each feature of a window.
     */
    public Layers batchNorm() {
        return and(new LayerWord.NormaliseBatch());
    }

    /**
     * Layer norm (Ba et al. 2016) with the shape the row has here: of a flat row, as behind {@code dense} or {@code flatten},
     * over all its numbers; of a window over the features of each step. Not of an image: put {@code flatten()} before it.
     */
    public Layers layerNorm() {
        return and(new LayerWord.NormaliseRow());
    }

    /** A convolution, 3 × 3 over an image or 3 steps over a window, that keeps height and width, or steps. */
    public Layers conv(int channels) {
        return conv(channels, 1);
    }

    /** A convolution at every {@code stride}-th place: 2 halves height and width, or steps, rounded up. */
    public Layers conv(int channels, int stride) {
        return and(new LayerWord.Convolve(positive("conv", channels), positive("conv", stride)));
    }

    /** The largest of each 2 × 2 numbers of an image, or of each 2 steps of a window; half as large, rounded up. */
    public Layers maxPool() {
        return and(new LayerWord.Pool());
    }

    /** A window of so many steps, or an image of this height and width, by repeating the nearest number. */
    public Layers upsample(int... size) {
        if (size.length != 1 && size.length != 2) {
            throw new IllegalArgumentException(
                    "layers().upsample(" + LayerWord.Sizes.of(size) + "): upsample takes steps, or height and width");
        }
        return and(new LayerWord.Enlarge(LayerWord.Sizes.of(positive("upsample", size))));
    }

    /** The same numbers as flat row (n), window (steps, features) or image (channels, height, width). */
    public Layers reshape(int... shape) {
        if (shape.length < 1 || shape.length > 3) {
            throw new IllegalArgumentException("layers().reshape(" + LayerWord.Sizes.of(shape)
                    + "): reshape takes a number, or steps and features, or channels, height and width");
        }
        return and(new LayerWord.Shaped(LayerWord.Sizes.of(positive("reshape", shape))));
    }

    /** All numbers of a row side by side. */
    public Layers flatten() {
        return and(new LayerWord.Flat());
    }

    private Layers and(LayerWord word) {
        return new Layers(Stream.concat(words.stream(), Stream.of(word)).toList());
    }

    private static int[] positive(String word, int... numbers) {
        for (int number : numbers) {
            positive(word, number);
        }
        return numbers;
    }

    private static int positive(String word, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("layers()." + word + "(" + number + "): a size must be at least 1");
        }
        return number;
    }

    /** The words that make it. */
    @Override
    public String toString() {
        return words.stream().map(word -> "." + word).collect(Collectors.joining("", "layers()", ""));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layers that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    Code code(Site site, int usual) {
        LayerPlan plan = LayerPlan.of(site, this, opened(site, words, usual));
        return new Code(plan.layer(), plan.width());
    }

    @Override
    Layer to(Site site, long[] out) {
        int width = Widths.of(out);
        LayerPlan plan = LayerPlan.of(site, this, opened(site, words, width));
        if (!ends(site, width) && !open() && plan.flat()) {
            plan = plan.then(site, new LayerWord.Dense(width), "out");
        }
        plan.requireEnd(site, this, out);
        return plan.reversible().map(Layer.class::cast).orElseGet(plan::layer);
    }

    @Override
    Critic critic(Site site) {
        boolean last = !words.isEmpty() && words.get(words.size() - 1) instanceof LayerWord.Dense;
        List<LayerWord> body = last ? words.subList(0, words.size() - 1) : words;
        if (last) {
            ends(site, 1);
        }
        if (body.contains(new LayerWord.Dense(0))) {
            throw site.refusal(
                    this, "dense() must stand last: it gives what a row is judged by, a number without bounds");
        }
        LayerPlan plan = LayerPlan.of(site, this, body);
        Linear out = Linear.in(site.layout(), site.place() + ".out", plan.width(), 1);
        return plan.reversible()
                .<Critic>map(chain -> new Perceptron(chain, out))
                .orElseGet(() -> new Critic.Headed(plan.layer(), out));
    }

    /** Whether the last word gives so many numbers. It may not be a dense layer that gives another: another would follow it. */
    private boolean ends(Site site, int width) {
        if (words.isEmpty() || !(words.get(words.size() - 1) instanceof LayerWord.Dense last)) {
            return false;
        }
        if (last.width() != 0 && last.width() != width) {
            throw site.refusal(
                    this,
                    "it ends with " + last + " where " + width + (width == 1 ? " number is" : " numbers are")
                            + " needed; end it with dense(), or leave the last layer to the detector");
        }
        return true;
    }

    private boolean open() {
        return words.contains(new LayerWord.Dense(0));
    }

    /** With a width for {@code dense()}. */
    private List<LayerWord> opened(Site site, List<LayerWord> given, int width) {
        LayerWord open = new LayerWord.Dense(0);
        if (given.stream().filter(open::equals).count() > 1) {
            throw site.refusal(this, "dense() without a width may stand once; give the others a width");
        }
        return given.stream()
                .map(word -> word.equals(open) ? new LayerWord.Dense(width) : word)
                .toList();
    }

    @Override
    boolean reversible() {
        return words.stream().noneMatch(LayerPlan::needsShape);
    }
}

package dev.oddity.deep;

import ai.djl.nn.Block;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Any DJL {@link Block} as a network: {@code block("my residual net", () -> new SequentialBlock()…)}.
 *
 * <p>Rows come in as one array, rows × the shape of the data (columns; channels × height × width; steps × features), and
 * one array with a first axis of rows comes out. Nothing is added at its end: it must give as many numbers a row as its
 * place needs. A critic's block gives features, of any width; the linear layer upon them is added. Initialisers are the
 * block's own, drawn from the detector's named seeds; where the supplier initialises the block, what it draws follows
 * them too. Parameters that are frozen, and running means and variances, are kept but do not learn. Where a batch has one
 * row, the block trains as it scores.
 *
 * <p>A block that scores a row by the rows beside it is refused, as far as a trial pass can tell. A critic of {@code
 * wganGp()} may not do so in training either, as batch norm does, and the engine must be able to differentiate it twice.
 *
 * <p>In a block that learns, an array must not be multiplied, divided or raised by a Java number, as in {@code
 * array.mul(0.5f)}: DJL frees the number before the gradient reads it, and the weights go astray unseen. Take {@code
 * array.mul(array.getManager().create(0.5f))}, as DJL's own attention does. Of the blocks that DJL ships swish does so; its
 * {@code Linear}, convolutions, {@code BatchNorm}, {@code LayerNorm}, {@code Dropout}, {@code SequentialBlock}, {@code
 * ParallelBlock}, attention and the other activations do not.
 *
 * <p><b>Identity.</b> A block is Java, of which no file keeps more than the name: two blocks of the same name are equal, so
 * give what differs another name. {@code save} keeps the weights; to load them the detector is given again: {@code
 * load(folder, detector)}.
 */
public final class DjlBlock extends Subnetwork {

    private static final Pattern TEXT = Pattern.compile("block\\(\"([^\"]*)\"\\)");

    private final String name;
    private final @Nullable Supplier<? extends Block> made;

    /**
     * @param name what records of an experiment tell of it
     * @param made gives a new block each time it is asked
     */
    public DjlBlock(String name, Supplier<? extends Block> made) {
        this(name, made, true);
    }

    private DjlBlock(String name, @Nullable Supplier<? extends Block> made, boolean known) {
        if (name.isBlank() || name.contains("\"")) {
            throw new IllegalArgumentException(
                    "block('" + name + "'): the name must not be blank and have no quotation marks");
        }
        this.name = name;
        this.made = known ? Objects.requireNonNull(made) : null;
    }

    /** The block of this name, which only Java can give: enough to compare, not to train. */
    static DjlBlock read(String text) {
        Matcher name = TEXT.matcher(text.strip());
        if (!name.matches()) {
            throw new IllegalArgumentException("'" + text + "' names no block; write it like block(\"my net\")");
        }
        return new DjlBlock(name.group(1), null, false);
    }

    /** A block that is this place's own. */
    Block make(Site site) {
        if (made == null) {
            throw site.refusal(
                    this,
                    "a file keeps a block's name and weights, not the block; give it again: load(folder, "
                            + site.detector() + "()." + site.role() + "(block(\"" + name + "\", () -> ..)))");
        }
        // A supplier may initialise what it makes, from the engine's one generator.
        PyTorch.TRAINING.lock();
        try {
            return made.get();
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Override
    Code code(Site site, int usual) {
        BlockLayer layer = BlockLayer.in(site, this);
        return new Code(layer, layer.width());
    }

    @Override
    Layer to(Site site, long[] out) {
        BlockLayer layer = BlockLayer.in(site, this);
        if (layer.width() != Widths.of(out)) {
            throw site.refusal(
                    this,
                    "it gives " + Site.spell(new long[] {layer.width()}) + " where " + Site.spell(out)
                            + " must come out; let its last layer give " + Widths.of(out));
        }
        return layer;
    }

    @Override
    Critic critic(Site site) {
        BlockLayer body = BlockLayer.in(site, this);
        return new Critic.Headed(body, Linear.in(site.layout(), site.role() + ".out", body.width(), 1));
    }

    @Override
    boolean reversible() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DjlBlock that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "block(\"" + name + "\")";
    }
}

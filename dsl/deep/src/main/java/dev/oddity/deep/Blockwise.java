package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.oddity.datasets.Features;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows through a network, some at a time, such that what is said of a row does not depend on how many come with it. For one
 * thread at a time.
 */
final class Blockwise {

    /**
     * Most rows in one native pass, unless the network says otherwise. A pass of fewer is filled up with rows of zeros: the
     * engine takes other kernels, which round otherwise, for other numbers of rows.
     */
    static final int BLOCK = 1024;

    /**
     * Fewest rows in a pass. Where such a pass is known to round as a whole block does, a pass is filled up to a multiple of
     * this, and one row is a hundredth of the work of a block.
     */
    private static final int FEW = 16;

    /** Other rows in a probe; odd, so that each of them comes to lie at every distance from a boundary of memory. */
    private static final int PROBES = 7;

    private final Weights weights;
    private final int whole;
    private final int columns;
    /** Whether a pass of fewer rows than a block may be as short as they are, for each question that was asked. */
    private final Map<Object, Boolean> roundsAlike = new HashMap<>();

    /** @param block rows in one pass at most */
    Blockwise(Weights weights, int block, int columns) {
        this.weights = weights;
        this.whole = block;
        this.columns = columns;
    }

    /** What is asked of a block of rows: rows × columns → rows × numbers, or rows. */
    interface Asked {

        NDArray of(NDArray rows, Pass pass);
    }

    /** The same where there may be no answer, whatever the rows. */
    interface PerhapsAsked {

        Optional<NDArray> of(NDArray rows, Pass pass);
    }

    /**
     * What is said of rows.
     *
     * @param values one row after the other
     * @param width numbers of a row
     */
    record Said(float[] values, int width) {}

    /** @param question that {@code asked} always is when it is equal */
    float[] ask(Features rows, Object question, Asked asked) {
        float[] all = new float[0];
        for (int from = 0; from < rows.rows(); from += whole) {
            int length = Math.min(whole, rows.rows() - from);
            int block = block(length, rows.rows(), question, asked);
            float[] said = inOnePass(rows.values(), from, length, block, asked);
            int width = said.length / block;
            if (from == 0) {
                all = new float[Math.multiplyExact(width, rows.rows())];
            }
            System.arraycopy(said, 0, all, from * width, length * width);
        }
        return all;
    }

    /** The same where there may be no answer: that is found out with rows of zeros, so it does not depend on the rows. */
    Optional<Said> perhaps(Features rows, Object question, PerhapsAsked asked) {
        int few = Math.min(FEW, whole);
        Optional<Integer> width;
        try (NDManager step = weights.owner().newSubManager()) {
            NDArray zeros = step.zeros(new Shape(few, columns));
            width = NoGrad.in(() -> asked.of(zeros, weights.pass(step, false)))
                    .map(said -> Math.toIntExact(said.size() / few));
        }
        return width.map(numbers -> new Said(
                ask(rows, question, (block, pass) -> asked.of(block, pass).orElseThrow()), numbers));
    }

    /** Rows in the pass of so many: a whole block, or fewer where that is known, or worth finding out, to be the same. */
    private int block(int length, int rows, Object question, Asked asked) {
        int filled = (length + FEW - 1) / FEW * FEW;
        if (filled >= whole) {
            return whole;
        }
        // Finding out takes a whole block; who asks for many rows at once would wait longer for it than without.
        boolean worthIt = rows <= whole / 2;
        boolean alike = worthIt ? roundsAlike(question, asked) : roundsAlike.getOrDefault(question, false);
        return alike ? filled : whole;
    }

    /**
     * Whether passes of few rows give the same bits as a whole block, wherever in it a row stands. It depends on the kernels
     * that the engine takes on this machine for these widths, so it is tried once, on rows that leave nothing to chance.
     */
    private boolean roundsAlike(Object question, Asked asked) {
        return roundsAlike.computeIfAbsent(question, unknown -> {
            Random random = new Random(FEW);
            float[] probes = new float[PROBES * columns];
            for (int i = 0; i < probes.length; i++) {
                probes[i] = (float) random.nextGaussian();
            }
            float[] first = probed(probes, FEW, asked);
            return repeats(first, FEW, first)
                    && repeats(first, FEW, probed(probes, 3 * FEW, asked))
                    && repeats(first, FEW, probed(probes, whole, asked));
        });
    }

    /** What is said of a block in which the probes stand again and again. */
    private float[] probed(float[] probes, int block, Asked asked) {
        float[] rows = new float[Math.multiplyExact(block, columns)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = probes[i % probes.length];
        }
        return inOnePass(rows, 0, block, block, asked);
    }

    /** Whether {@code said} is what was said {@code first} of each probe, again and again. */
    private static boolean repeats(float[] first, int rows, float[] said) {
        int period = first.length / rows * PROBES;
        return IntStream.range(0, said.length)
                .allMatch(i -> Float.floatToIntBits(said[i]) == Float.floatToIntBits(first[i % period]));
    }

    private float[] inOnePass(float[] rows, int from, int length, int block, Asked asked) {
        float[] values = new float[Math.multiplyExact(block, columns)];
        System.arraycopy(rows, from * columns, values, 0, length * columns);
        try (NDManager step = weights.owner().newSubManager()) {
            NDArray filled = step.create(values, new Shape(block, columns));
            return NoGrad.in(() -> asked.of(filled, weights.pass(step, false))).toFloatArray();
        }
    }
}

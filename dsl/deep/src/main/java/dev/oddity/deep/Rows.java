package dev.oddity.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;

/**
 * Training rows as the device gets them. Where they fit they lie there as one block, and an epoch gathers them once in its
 * order and cuts that into batches, views all. Where they do not, they stay on the heap, and pieces of as many whole
 * batches as fit are gathered there and sent over one after the other. Either way the batches are the same.
 */
final class Rows {

    private final Features features;
    private Features shown;
    private final float[] targets;
    private final NDManager owner;
    private final long pieceBytes;
    private final boolean resident;
    private NDArray block;
    private NDArray blockTargets;

    /**
     * @param targets one per row, or none
     * @param budget bytes that rows may take on the device; an epoch's order needs them twice
     */
    Rows(NDManager owner, Features features, float[] targets, long budget) {
        this.owner = owner;
        this.features = features;
        this.shown = features;
        this.targets = targets.length == 0 ? new float[features.rows()] : targets;
        this.pieceBytes = budget / 2;
        this.resident = 4L * features.values().length <= pieceBytes;
        this.block = owner.create(new Shape(0));
        this.blockTargets = block;
        if (resident) {
            block = owner.create(features.values(), new Shape(features.rows(), features.columns()));
            blockTargets = owner.create(this.targets, new Shape(features.rows(), 1));
        }
    }

    int count() {
        return features.rows();
    }

    int columns() {
        return features.columns();
    }

    /** The rows as they were given. */
    Features features() {
        return features;
    }

    /** Has batches, and {@link #inBlocks}, show other values from now on in place of these rows. */
    void show(Features others) {
        shown = others;
        if (resident) {
            block.close();
            block = owner.create(others.values(), new Shape(others.rows(), others.columns()));
        }
    }

    float[] targets() {
        return targets;
    }

    /** The rows in an order, cut into batches that end where {@code ends} says; {@code pass} owns them. */
    Iterator<Batch> batches(int[] order, int[] ends, NDManager pass) {
        return new Iterator<>() {
            private int next;
            private int until;
            private int from;
            private NDList rows = new NDList();
            private NDList labels = new NDList();

            @Override
            public boolean hasNext() {
                return next < ends.length;
            }

            @Override
            public Batch next() {
                if (next == until) {
                    gather();
                }
                int place = next - from;
                next++;
                return new Batch(rows.get(place), labels.get(place));
            }

            private void gather() {
                from = next;
                int start = from == 0 ? 0 : ends[from - 1];
                until = from + 1;
                while (until < ends.length && (resident || fits(ends[until] - start))) {
                    until++;
                }
                long[] cuts = new long[until - from - 1];
                for (int i = 0; i < cuts.length; i++) {
                    cuts[i] = ends[from + i] - start;
                }
                int[] wanted = Arrays.copyOfRange(order, start, ends[until - 1]);
                NDList piece = piece(wanted, pass);
                rows = cuts.length == 0
                        ? new NDList(piece.get(0))
                        : piece.get(0).split(cuts, 0);
                labels = cuts.length == 0
                        ? new NDList(piece.get(1))
                        : piece.get(1).split(cuts, 0);
            }
        };
    }

    private boolean fits(int rows) {
        return 4L * rows * features.columns() <= pieceBytes;
    }

    private NDList piece(int[] wanted, NDManager pass) {
        if (resident) {
            NDIndex places = new NDIndex(
                    "{}", pass.create(Arrays.stream(wanted).asLongStream().toArray()));
            return new NDList(block.get(pass, places), blockTargets.get(pass, places));
        }
        float[] told = new float[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            told[i] = targets[wanted[i]];
        }
        return new NDList(
                pass.create(shown.select(wanted).values(), new Shape(wanted.length, features.columns())),
                pass.create(told, new Shape(wanted.length, 1)));
    }

    /** All rows in their own order, some at a time; what is made of them belongs to the manager that comes along. */
    void inBlocks(int most, BiConsumer<NDManager, Batch> use) {
        for (int from = 0; from < count(); from += most) {
            int to = Math.min(from + most, count());
            int[] wanted = new int[to - from];
            Arrays.setAll(wanted, i -> 0);
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = from + i;
            }
            try (NDManager pass = owner.newSubManager()) {
                NDList piece = piece(wanted, pass);
                use.accept(pass, new Batch(piece.get(0), piece.get(1)));
            }
        }
    }
}

package dev.oddity.classical;

import com.amazon.randomcutforest.Visitor;
import com.amazon.randomcutforest.anomalydetection.AnomalyScoreVisitor;
import com.amazon.randomcutforest.tree.INodeView;
import java.util.Arrays;

/**
 * Scores a row in a tree that may hold it, as if it did not: where the leaf is that one row, the library simulates its
 * deletion. It would ignore the nearest leaf of any row, held or not, if told to from the start.
 */
final class WithoutItself implements Visitor<Double> {

    private final float[] row;
    private final int treeMass;
    private Visitor<Double> visitor;

    WithoutItself(float[] row, int treeMass) {
        this.row = row;
        this.treeMass = treeMass;
        this.visitor = new AnomalyScoreVisitor(row, treeMass);
    }

    @Override
    public void acceptLeaf(INodeView leaf, int depth) {
        if (leaf.getMass() == 1 && Arrays.equals(leaf.getLeafPoint(), row)) {
            visitor = new AnomalyScoreVisitor(row, treeMass, 1);
        }
        visitor.acceptLeaf(leaf, depth);
    }

    @Override
    public void accept(INodeView node, int depth) {
        visitor.accept(node, depth);
    }

    @Override
    public Double getResult() {
        return visitor.getResult();
    }
}

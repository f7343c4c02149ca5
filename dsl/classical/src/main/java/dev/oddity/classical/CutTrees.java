package dev.oddity.classical;

import com.amazon.randomcutforest.ComponentList;
import com.amazon.randomcutforest.IComponentModel;
import com.amazon.randomcutforest.IVisitorFactory;
import com.amazon.randomcutforest.VisitorFactory;
import com.amazon.randomcutforest.anomalydetection.AnomalyAttributionVisitor;
import com.amazon.randomcutforest.anomalydetection.AnomalyScoreVisitor;
import com.amazon.randomcutforest.returntypes.DiVector;
import dev.oddity.datasets.Features;
import java.util.Arrays;

/**
 * The trees of Amazon's forest, each walked by one thread at a time: a walk fills a tree's cache of bounding boxes. The
 * library's own parallel walk starts threads for every row, and adds up in the order in which they end.
 */
final class CutTrees {

    /** Numbers that the trees hold between them at a time. */
    private static final int BLOCK = 1 << 16;

    private final ComponentList<?, ?> trees;

    /** What one tree says of one row, written from {@code at} on. */
    @FunctionalInterface
    private interface Reading {

        void write(IComponentModel<?, ?> tree, float[] row, double[] into, int at);
    }

    private CutTrees(ComponentList<?, ?> trees) {
        this.trees = trees;
    }

    static CutTrees grow(Features rows, int trees, int sample, long seed) {
        var forest = com.amazon.randomcutforest.RandomCutForest.builder()
                .dimensions(rows.columns())
                .numberOfTrees(trees)
                .sampleSize(sample)
                .outputAfter(1)
                // A batch has no older and newer rows.
                .timeDecay(0)
                .randomSeed(seed)
                .build();
        for (int row = 0; row < rows.rows(); row++) {
            forest.update(numbers(rows, row));
        }
        return new CutTrees(forest.getComponents());
    }

    double[] scores(Features rows) {
        return mean(rows, 1, scalar((tree, row) -> new AnomalyScoreVisitor(tree.projectToTree(row), tree.getMass())));
    }

    double[] trainingScores(Features train) {
        return mean(train, 1, scalar((tree, row) -> new WithoutItself(tree.projectToTree(row), tree.getMass())));
    }

    double[] contributions(Features rows) {
        IVisitorFactory<DiVector> attribution = new VisitorFactory<>(
                (tree, row) -> new AnomalyAttributionVisitor(tree.projectToTree(row), tree.getMass()),
                (tree, parts) -> parts.lift(tree::liftFromTree));
        return mean(rows, rows.columns(), (tree, row, into, at) -> {
            DiVector parts = tree.traverse(row, attribution);
            for (int column = 0; column < row.length; column++) {
                into[at + column] = parts.getHighLowSum(column);
            }
        });
    }

    private static Reading scalar(IVisitorFactory<Double> factory) {
        return (tree, row, into, at) -> into[at] = tree.traverse(row, factory);
    }

    /** @param width numbers that a tree says of a row */
    private synchronized double[] mean(Features rows, int width, Reading reading) {
        double[] means = new double[rows.rows() * width];
        int step = Math.max(1, BLOCK / width);
        for (int from = 0; from < rows.rows(); from += step) {
            int first = from;
            int last = Math.min(from + step, rows.rows());
            double[][] said = trees.parallelStream()
                    .map(tree -> {
                        double[] numbers = new double[(last - first) * width];
                        for (int row = first; row < last; row++) {
                            reading.write(tree, numbers(rows, row), numbers, (row - first) * width);
                        }
                        return numbers;
                    })
                    .toArray(double[][]::new);
            for (int i = 0; i < (last - first) * width; i++) {
                for (double[] numbers : said) {
                    means[first * width + i] += numbers[i];
                }
                means[first * width + i] /= said.length;
            }
        }
        return means;
    }

    private static float[] numbers(Features rows, int row) {
        int columns = rows.columns();
        return Arrays.copyOfRange(rows.values(), row * columns, (row + 1) * columns);
    }
}

package dev.oddity.datasets;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One fold of k tests, the others train. The folds are drawn with a seed of their own (1), so that over all of them each row
 * is tested once, whatever the experiment's seeds; repetition {@code i} of an experiment takes fold {@code i}, and
 * {@code .seeds(k)} walks them all.
 *
 * <p>Normal rows and anomalies are dealt out separately: each fold has the mixture of the data, to a row. With {@link #groups}
 * groups are dealt out instead, each to the fold that has the fewest rows so far.
 *
 * @param folds k, at least 2
 * @param fold the one that tests, from 1
 * @param column whose values are groups that are never divided; null for none
 */
public record KFold(int folds, int fold, @Nullable String column) implements Split {

    private static final long FOLD_SEED = 1;

    public KFold {
        if (folds < 2) {
            throw new DataException("kFold(" + folds + "): there are at least 2 folds, such as kFold(5)");
        }
        if (fold < 1 || fold > folds) {
            throw new DataException(
                    "fold(" + fold + "): the folds of kFold(" + folds + ") are 1 to " + folds + ", such as fold(1)");
        }
    }

    /** The fold that tests, from 1; without it, the first. */
    public KFold fold(int number) {
        return new KFold(folds, number, column);
    }

    /** Keeps all rows of a group in one fold; the column may be one that is dropped from the features. */
    public KFold groups(String groupColumn) {
        return new KFold(folds, fold, groupColumn);
    }

    /** One split per fold, to be used by hand. */
    public List<KFold> each() {
        return IntStream.rangeClosed(1, folds).mapToObj(this::fold).toList();
    }

    @Override
    public KFold repetition(int index) {
        return fold((fold - 1 + index) % folds + 1);
    }

    @Override
    public Partition of(Dataset dataset, Random random) {
        if (column == null) {
            RowOrder.refuseWindows(this, dataset);
        }
        int rows = dataset.rows();
        Random own = new Random(FOLD_SEED);
        int[] numbers = column == null ? stratified(dataset, own) : grouped(dataset, column, own);
        int[] train =
                IntStream.range(0, rows).filter(row -> numbers[row] != fold - 1).toArray();
        int[] test =
                IntStream.range(0, rows).filter(row -> numbers[row] == fold - 1).toArray();
        return RowOrder.partition(this, dataset, train, test);
    }

    private int[] grouped(Dataset dataset, String groupColumn, Random random) {
        RowGroups groups = RowGroups.of(dataset, groupColumn);
        if (groups.groups().size() < folds) {
            throw new DataException(this + " deals out whole groups, and '" + groupColumn + "' of " + dataset.name()
                    + " has " + groups.groups().size() + " for " + folds + " folds; take as many folds at most");
        }
        return groups.shuffled(random).folds(dataset.rows(), folds);
    }

    private int[] stratified(Dataset dataset, Random random) {
        int[] numbers = new int[dataset.rows()];
        int normals = 0;
        int anomalies = 0;
        for (int row : RowOrder.shuffled(dataset.rows(), random)) {
            // Anomalies are dealt from the last fold on, so that folds are of one size to a row.
            numbers[row] = dataset.labels()[row] ? folds - 1 - anomalies++ % folds : normals++ % folds;
        }
        return numbers;
    }

    @Override
    public boolean exchangeable() {
        return column == null;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("split", "kFold");
        tree.put("folds", folds);
        tree.put("fold", fold);
        if (column != null) {
            tree.put("groups", column);
        }
        return tree;
    }

    @Override
    public String toString() {
        return "kFold(" + folds + ")"
                + (fold == 1 ? "" : ".fold(" + fold + ")")
                + (column == null ? "" : ".groups(\"" + column + "\")");
    }
}

package dev.oddity.classical;

import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far out a number lies in its column's empirical distribution: −log of the share of training numbers at most as large
 * (left tail) and at least as large (right tail), of which a detector's {@link Rule} makes the column's score.
 *
 * <p>A new number counts itself, as one more beside the n it is compared with: (1 + #{≤ x})/(n + 1). So it is finite beyond
 * what was seen. Leaving a training number out of the n while it is scored gives #{≤ x}/n, itself among them.
 *
 * <p>Each column is kept as its distinct numbers and their ranks. Of a column with more than 65,536 of these some are left
 * out: the 4,096 farthest at either end stay, and further in so many that neither tail changes by more than 1/4,096 of
 * itself from one to the next. That, in nats, is the most by which a column's tail is then off, and what is kept of a
 * column does not grow with the rows.
 */
final class EmpiricalTails {

    private static final int MOST_EXACT = 65_536;

    private static final int FINENESS = 4_096;

    /** Below this share of the mean a deviation is rounding, as SciPy's {@code skew} decides. */
    private static final double ROUNDING = 1e-15;

    /** A column's score from −log of its tails. */
    @FunctionalInterface
    interface Rule {

        /** @param skewness the column's; its sign says which tail is the long one */
        double score(double left, double right, double skewness);
    }

    /**
     * @param values distinct, ascending
     * @param upTo how many training numbers are at most as large as each
     */
    private record Column(float[] values, int[] upTo, double skewness) {}

    private EmpiricalTails() {}

    static ModelState learn(Features train) {
        Column[] columns = IntStream.range(0, train.columns())
                .parallel()
                .mapToObj(column -> column(train, column))
                .toArray(Column[]::new);
        int[] lengths =
                Arrays.stream(columns).mapToInt(column -> column.values.length).toArray();
        float[] values = new float[Arrays.stream(lengths).reduce(0, Math::addExact)];
        double[] upTo = new double[values.length];
        int at = 0;
        for (Column column : columns) {
            for (int i = 0; i < column.values.length; i++, at++) {
                values[at] = column.values[i];
                upTo[at] = column.upTo[i];
            }
        }
        return new ModelState(
                Map.of(
                        "values", Tensor.of(values),
                        "upTo", Tensor.of(upTo),
                        "lengths",
                                Tensor.of(
                                        Arrays.stream(lengths).asDoubleStream().toArray()),
                        "skewness",
                                Tensor.of(Arrays.stream(columns)
                                        .mapToDouble(Column::skewness)
                                        .toArray())),
                Map.of());
    }

    private static Column column(Features train, int column) {
        float[] sorted = Columns.sorted(train, column);
        double skewness = skewness(sorted);
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        float[] values = new float[distinct];
        int[] upTo = new int[distinct];
        distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i] != sorted[i + 1]) {
                values[distinct] = sorted[i];
                upTo[distinct++] = i + 1;
            }
        }
        return distinct > MOST_EXACT ? thinned(values, upTo, skewness) : new Column(values, upTo, skewness);
    }

    /** Leaves out, in place, a number where the ranks of those beside it are no farther apart than the tails allow. */
    private static Column thinned(float[] values, int[] upTo, double skewness) {
        int rows = upTo[upTo.length - 1];
        int kept = 1;
        for (int i = 1; i < values.length; i++) {
            int last = upTo[kept - 1];
            if (i + 1 == values.length || upTo[i + 1] - last > Math.min(last, rows - upTo[i + 1]) / FINENESS) {
                values[kept] = values[i];
                upTo[kept++] = upTo[i];
            }
        }
        return new Column(Arrays.copyOf(values, kept), Arrays.copyOf(upTo, kept), skewness);
    }

    /** Third standardised moment, biased, as SciPy's; 0 for a constant column. */
    private static double skewness(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        double mean = sum / numbers.length;
        double squares = 0;
        double cubes = 0;
        for (float number : numbers) {
            double difference = number - mean;
            squares += difference * difference;
            cubes += difference * difference * difference;
        }
        double variance = squares / numbers.length;
        return variance <= ROUNDING * mean * ROUNDING * mean
                ? 0
                : cubes / numbers.length / (variance * Math.sqrt(variance));
    }

    static NumbersModel model(String detector, ModelState state, Rule rule) {
        ColumnSum sum = sum(state, rule, 1);
        return new NumbersModel(
                        detector,
                        sum.columns().length,
                        state,
                        sum.inParallel(),
                        rows -> sum(state, rule, 0).inParallel().score(rows))
                .explainedBy(sum::each);
    }

    /** @param itself 1 for numbers that are not among those they are compared with, 0 for those that are */
    private static ColumnSum sum(ModelState state, Rule rule, int itself) {
        double[] lengths = state.tensor("lengths").doubles();
        float[] values = state.tensor("values").floats();
        double[] upTo = state.tensor("upTo").doubles();
        double[] skewness = state.tensor("skewness").doubles();
        int[] ends = new int[lengths.length];
        for (int column = 0, end = 0; column < ends.length; column++) {
            end += (int) lengths[column];
            ends[column] = end;
        }
        return new ColumnSum(IntStream.range(0, ends.length)
                .parallel()
                .mapToObj(column -> {
                    int from = ends[column] - (int) lengths[column];
                    double[] ranks = Arrays.copyOfRange(upTo, from, ends[column]);
                    return new StepFunction(
                            Arrays.copyOfRange(values, from, ends[column]),
                            steps(ranks, rule, skewness[column], itself));
                })
                .toArray(ColumnScore[]::new));
    }

    private static double[] steps(double[] upTo, Rule rule, double skewness, int itself) {
        double[] steps = new double[2 * upTo.length + 1];
        double rows = upTo[upTo.length - 1];
        double below = 0;
        for (int i = 0; i < upTo.length; i++) {
            steps[2 * i] = score(below + itself, rows - below + itself, rows + itself, rule, skewness);
            steps[2 * i + 1] = score(upTo[i] + itself, rows - below + itself, rows + itself, rule, skewness);
            below = upTo[i];
        }
        steps[2 * upTo.length] = score(rows + itself, itself, rows + itself, rule, skewness);
        return steps;
    }

    /** A tail is never empty: what lies beyond all it is compared with is one of as many. */
    private static double score(double left, double right, double all, Rule rule, double skewness) {
        return rule.score(Math.log(all / Math.max(1, left)), Math.log(all / Math.max(1, right)), skewness);
    }
}

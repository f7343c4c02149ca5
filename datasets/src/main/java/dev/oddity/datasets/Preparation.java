package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.columns.Column;

/**
 * The steps that turn columns into numbers, in order; fitted on training rows only. A value: each method gives a new one.
 *
 * <p>Number columns (and boolean ones, as 0 and 1) pass through imputing and scaling, text columns through imputing and
 * one-hot coding; a scaling never touches one-hot columns. Columns keep their order; a text column's categories take its
 * place. Begin with {@link Preparations}.
 */
public final class Preparation {

    private final List<Step> steps;

    Preparation(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Fills missing values with a number learnt from, or given for, the training rows. Put it before a scaling. */
    public Preparation impute(Imputation value) {
        return then(new Step.Impute(value));
    }

    /**
     * Turns each text column into one column per category of the training rows, in alphabetical order, named {@code
     * column=category}: 1 where it applies, else 0. A category not seen in training gives zeros everywhere. A column with
     * one category only is constant and left out.
     */
    public Preparation oneHot() {
        return then(new Step.OneHot());
    }

    /** Takes off the mean and divides by the population standard deviation: z-scores. Constant columns are left out. */
    public Preparation standard() {
        return then(Scaling.STANDARD);
    }

    /** Maps the training rows' smallest value to 0 and their largest to 1. Constant columns are left out. */
    public Preparation minMax() {
        return then(Scaling.MIN_MAX);
    }

    /**
     * Takes off the median and divides by the interquartile range, or by the standard deviation where the range is zero.
     * Constant columns are left out.
     */
    public Preparation robust() {
        return then(Scaling.ROBUST);
    }

    /**
     * Holds every number within ±limit: after {@link #standard()}, a limit in standard deviations. Where some columns are
     * heavy-tailed, it keeps a few of their cells from outweighing all the rest of a row.
     *
     * @param limit greater than 0
     */
    public Preparation clip(double limit) {
        return then(new Step.Clip(limit));
    }

    private Preparation then(Step step) {
        return new Preparation(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /**
     * Learns from the training rows.
     *
     * @throws DataException if a column holds what no step turns into finite numbers, or if every column is constant
     */
    public FittedPreparation fit(Dataset dataset, int[] trainingRows) {
        List<FittedColumn> fitted = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        for (Column<?> column : dataset.table().columns()) {
            ColumnFit fit = ColumnFit.of(column, trainingRows);
            steps.forEach(fit::apply);
            fit.result().ifPresentOrElse(fitted::add, () -> constant.add(column.name()));
        }
        if (fitted.isEmpty()) {
            throw new DataException("every column of " + dataset.name() + " is constant in the " + trainingRows.length
                    + " training rows; take more rows or other columns");
        }
        List<String> warnings = new ArrayList<>(warnings(constant));
        flattened(dataset.layout(), fitted).ifPresent(warnings::add);
        return new FittedPreparation(fitted, dataset.layout(), warnings);
    }

    private static Optional<String> flattened(Layout layout, List<FittedColumn> fitted) {
        int numbers =
                fitted.stream().mapToInt(column -> column.features().size()).sum();
        return layout instanceof RowShape shape && shape.columns() != numbers
                ? Optional.of("rows lost their shape " + shape + ", as " + numbers + " of " + shape.columns()
                        + " numbers stay; .prepare(passthrough()) keeps it")
                : Optional.empty();
    }

    private static List<String> warnings(List<String> constant) {
        if (constant.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", constant);
        return List.of(
                constant.size() == 1
                        ? "column " + names + " is constant or empty in the training rows and was left out"
                        : constant.size() + " columns are constant or empty in the training rows and were left out: "
                                + names);
    }

    public Map<String, Object> describe() {
        return Map.of("steps", steps.stream().map(Step::toString).toList());
    }

    /** Reads like the sentence: {@code impute(median()).oneHot().standard()}. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "passthrough()"
                : steps.stream().map(Step::toString).collect(Collectors.joining("."));
    }
}

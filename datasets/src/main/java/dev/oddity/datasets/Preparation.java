package dev.oddity.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The steps that turn columns into numbers, in order; fitted on training rows only. A value: each method gives a new one.
 *
 * <p>Number columns (and boolean ones, as 0 and 1, dates as days and timestamps as seconds since 1970 began) pass through
 * imputing and scaling, text columns through imputing and one-hot or ordinal coding; a scaling never touches one-hot columns.
 * Columns keep their order; a text column's categories take its place. Begin with {@link Preparations}.
 *
 * <p>Fitting is strict: what the training rows lack must be said here ({@link #impute}), and an infinite number, or one that is
 * too large for a float once prepared, is refused. Later rows are not: a number that is missing there becomes what is imputed,
 * or the training rows' median where nothing is; so does a cell that is infinite, too large for a float, or not what the column
 * held in training (a {@code "?"} among numbers, text that is no ISO date among dates). A text that training had not is no
 * category, and a missing one neither, or what is imputed. Whoever scores is warned of each column in which cells were unusable,
 * or missing although training had none and nothing was imputed.
 *
 * <p>A column keeps its meaning however later rows have it typed: numbers and dates written as text are read, a timestamp's day
 * counts where dates were learnt, and codes learnt as text may come as whole numbers.
 */
public final class Preparation {

    private final List<Step> steps;

    Preparation(List<Step> steps) {
        this.steps = List.copyOf(steps);
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Whiten) {
                throw new DataException(steps.get(i) + " mixes all columns and is the last step; put "
                        + steps.get(i + 1) + " before it");
            }
        }
    }

    /** Fills missing values with a number learnt from, or given for, the training rows. Put it before a scaling. */
    public Preparation impute(Imputation value) {
        return then(new Step.Impute(value));
    }

    /**
     * Turns each text column into one column per category of the training rows, in alphabetical order, named {@code
     * column=category}: 1 where it applies, else 0. A category not seen in training gives zeros everywhere, and so does a
     * missing text where training had none. A column with one category only is constant and left out.
     */
    public Preparation oneHot() {
        return then(new Step.OneHot());
    }

    /**
     * Numbers the categories of the training rows from 0, in alphabetical order; what is not among them is −1. Steps after it
     * treat the column as one of numbers. For columns whose order means something, such as {@code ordinal("size").oneHot()}
     * for sizes a, b and c; a distance between other categories means nothing.
     *
     * @param columns to be numbered; all text columns if none is named
     * @throws DataException when fitting, if a column named is no text column of the data
     */
    public Preparation ordinal(String... columns) {
        return then(new Step.Ordinal(List.of(columns)));
    }

    /**
     * Folds the categories that fewer than this share of the training rows have into one, named {@code column=(rare)}, if
     * there are at least two of them; a category that training had not counts as one of them. Put it before {@link
     * #ordinal}; before or after {@link #oneHot} is the same.
     *
     * @param share of the training rows, in (0, 1)
     */
    public Preparation rare(double share) {
        return then(new Step.Rare(share));
    }

    /**
     * Takes the logarithm of numbers, {@code sign(x) · ln(1 + |x|)}: 0 stays 0, a negative number stays negative, and heavy
     * tails become short. Put it before a scaling.
     */
    public Preparation logScale() {
        return then(new Step.Log());
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

    /**
     * Turns all columns, text ones too, into their first {@code k} principal components {@code pc1, pc2, …} over the training
     * rows, each of variance 1: {@code z = Λ^(-1/2) Vᵀ (x − μ)}. The last step; put a scaling before it. Directions in which
     * the training rows do not vary are left out with a warning, and if there is no other, fitting fails. Deterministic; costs time quadratic in the columns.
     *
     * @param k at least 1, at most the numbers of a prepared row
     */
    public Preparation whiten(int k) {
        return then(new Step.Whiten(k));
    }

    private Preparation then(Step step) {
        return new Preparation(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /**
     * Learns from the training rows.
     *
     * @throws DataException if there is no training row, a column holds what no step turns into finite numbers, or every column
     *     is constant
     */
    public FittedPreparation fit(Dataset dataset, int[] trainingRows) {
        if (trainingRows.length == 0) {
            throw new DataException("no training rows of " + dataset.name() + " to fit " + this
                    + " on; give a larger share to training");
        }
        checkOrdinal(dataset);
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
        FittedPreparation columns = new FittedPreparation(fitted, null, warnings(constant));
        FittedPreparation all = !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Whiten whiten
                ? whitened(columns, columns.transform(dataset.table(), trainingRows), fitted, whiten)
                : columns;
        return all.arranged(dataset.layout());
    }

    private static FittedPreparation whitened(
            FittedPreparation columns, Features training, List<FittedColumn> fitted, Step.Whiten whiten) {
        Whitening whitening = Whitening.fit(training, whiten.components());
        List<String> warnings = new ArrayList<>(columns.warnings());
        if (whitening.size() < whiten.components()) {
            warnings.add(whiten + " keeps " + whitening.size()
                    + " components only: the training rows vary in no further direction");
        }
        return new FittedPreparation(fitted, whitening, warnings);
    }

    private void checkOrdinal(Dataset dataset) {
        List<String> texts = dataset.table().columns().stream()
                .filter(StringColumn.class::isInstance)
                .map(Column::name)
                .toList();
        for (Step step : steps) {
            if (step instanceof Step.Ordinal ordinal) {
                for (String wanted : ordinal.columns()) {
                    if (!texts.contains(wanted)) {
                        throw new DataException("no text column '" + wanted + "' in " + dataset.name()
                                + NearMiss.hint(wanted, texts) + " text columns: " + String.join(", ", texts));
                    }
                }
            }
        }
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

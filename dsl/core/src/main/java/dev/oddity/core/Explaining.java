package dev.oddity.core;

import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Threshold;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.FittedPreparation;
import dev.oddity.datasets.Windows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tells why an example has its score.
 *
 * @param detector its name
 * @param typical the median of each number of the prepared training rows
 */
record Explaining(
        String detector,
        TrainedModel model,
        Score score,
        Threshold.Cut cut,
        FittedPreparation preparation,
        float[] typical) {

    private static final MathContext DIGITS = new MathContext(6);

    /**
     * @param example that begins with a row
     * @param row its number among {@code rows}
     */
    Explanation of(Features example, int row, Table rows) {
        int numbers = numbersInRow(example);
        return explained(example, row, i -> {
            String origin = preparation.origins().get(i);
            return origin.isEmpty() ? "" : cell(rows.column(origin), row + i / numbers);
        });
    }

    /**
     * @param example that begins with a row
     * @param row its number among {@code rows}
     */
    Explanation of(Features example, int row, List<? extends Map<String, ?>> rows) {
        int numbers = numbersInRow(example);
        return explained(
                example,
                row,
                i -> told(rows.get(row + i / numbers).get(preparation.origins().get(i))));
    }

    private int numbersInRow(Features example) {
        return example.columns() / (preparation.layout() instanceof Windows windows ? windows.length() : 1);
    }

    /** @param value what the rows say where a number of the example comes from */
    private Explanation explained(Features example, int row, IntFunction<String> value) {
        Optional<double[]> told = model.contributions(example, score);
        double[] amounts =
                told.orElseGet(() -> Occlusion.contributions(example, typical, block -> model.score(block, score)));
        List<Explanation.Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            String feature =
                    example.names().isEmpty() ? "number " + i : example.names().get(i);
            contributions.add(new Explanation.Contribution(feature, value.apply(i), amounts[i]));
        }
        return new Explanation(
                detector,
                row,
                model.score(example, score)[0],
                cut.value(),
                told.isPresent() ? "As " + detector + " tells by itself." : Occlusion.BASIS,
                contributions);
    }

    /** What a table says, numbers shortened for reading. */
    private static String cell(Column<?> column, int row) {
        return column instanceof NumericColumn<?> numbers && !numbers.isMissing(row)
                ? shortened(numbers.getDouble(row))
                : column.getString(row);
    }

    private static String told(@Nullable Object value) {
        return value == null ? "" : value instanceof Number number ? shortened(number.doubleValue()) : value.toString();
    }

    private static String shortened(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number, DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }
}

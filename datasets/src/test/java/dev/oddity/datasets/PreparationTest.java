package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.mean;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.minMax;
import static dev.oddity.datasets.Preparations.oneHot;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.robust;
import static dev.oddity.datasets.Preparations.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

class PreparationTest {

    static Stream<Arguments> preparationsAsScikitLearnDoesThem() {
        return Stream.of(
                Arguments.of("standard", impute(median()).oneHot().standard()),
                Arguments.of("minMax", impute(mean()).oneHot().minMax()),
                Arguments.of("robust", impute(median()).oneHot().robust()),
                Arguments.of(
                        "log", impute(median()).oneHot().standard().logScale().standard()),
                Arguments.of("ordinal", impute(median()).ordinal("k").standard()),
                Arguments.of("rare", impute(median()).oneHot().rare(0.4).standard()),
                Arguments.of("indicator", impute(mean().indicator()).oneHot().standard()),
                Arguments.of("whiten", impute(median()).oneHot().standard().whiten(4)));
    }

    /** The fixtures and the programs that made them with scikit-learn are in the test resources. */
    @ParameterizedTest
    @MethodSource("preparationsAsScikitLearnDoesThem")
    void gives_what_scikit_learn_gives(String fixture, Preparation preparation) {
        Table input = fixture("input");
        Table expected = fixture(fixture);
        Dataset data = Data.of(input.columns().toArray(Column[]::new));

        Features prepared = preparation.fit(data, Data.rows(0, 30)).transform(input);

        assertThat(prepared.names()).isEqualTo(expected.columnNames());
        assertThat(prepared.shape()).containsExactly(40, expected.columnCount());
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < expected.columnCount(); column++) {
                double wanted = expected.numberColumn(column).getDouble(row);
                assertThat((double) prepared.at(row, column))
                        .as("row %d, column %d", row, column)
                        .isCloseTo(wanted, within(1e-6 * Math.max(1, Math.abs(wanted))));
            }
        }
    }

    private static Table fixture(String name) {
        return Table.read()
                .usingOptions(CsvReadOptions.builder(
                                PreparationTest.class.getResourceAsStream("preparation-" + name + ".csv"))
                        .columnTypes(column ->
                                name.equals("input") && column.equals("k") ? ColumnType.STRING : ColumnType.DOUBLE)
                        .build());
    }

    @Test
    void learns_from_training_rows_only() {
        Dataset data = Data.of(DoubleColumn.create("x", 0, 2, 1000));

        Features prepared = standard().fit(data, new int[] {0, 1}).transform(data.table(), new int[] {2, 1, 0});

        assertThat(prepared.values()).containsExactly(999, 1, -1);
    }

    @Test
    void imputes_a_constant_and_the_most_frequent_text() {
        Dataset data = Data.of(
                DoubleColumn.create("x", new Double[] {1.0, null, 3.0}), StringColumn.create("k", "b", "b", "a"));
        Table later = Table.create(DoubleColumn.create("x", new Double[] {null}), StringColumn.create("k", ""));

        FittedPreparation fitted = impute(constant(7)).oneHot().fit(data, Data.rows(0, 3));

        assertThat(fitted.transform(data.table()).values()).containsExactly(1, 0, 1, 7, 0, 1, 3, 1, 0);
        assertThat(fitted.transform(later).values()).containsExactly(7, 0, 1);
    }

    @Test
    void a_category_that_training_has_not_is_zero_everywhere() {
        Dataset data = Data.of(StringColumn.create("k", "tcp", "udp", "icmp"));

        Features prepared = oneHot().fit(data, Data.rows(0, 2)).transform(data.table());

        assertThat(prepared.names()).containsExactly("k=tcp", "k=udp");
        assertThat(prepared.values()).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void many_categories_keep_apart_whatever_codes_the_column_uses_inside() {
        String[] names = new String[600];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.format("k%03d", i);
        }
        Dataset data = Data.of(StringColumn.create("k", names));

        Features prepared = oneHot().fit(data, Data.rows(0, 600)).transform(data.table());

        for (int row = 0; row < 600; row++) {
            for (int column = 0; column < 600; column++) {
                assertThat(prepared.at(row, column)).isEqualTo(row == column ? 1 : 0);
            }
        }
    }

    @Test
    void whole_numbers_and_booleans_are_numbers() {
        Dataset data = Data.of(IntColumn.create("n", 1, 3), BooleanColumn.create("yes", true, false));

        assertThat(passthrough()
                        .fit(data, Data.rows(0, 2))
                        .transform(data.table())
                        .values())
                .containsExactly(1, 1, 3, 0);
    }

    @Test
    void constant_columns_are_left_out_and_named() {
        Dataset data = Data.of(
                DoubleColumn.create("x", 1, 2, 3),
                DoubleColumn.create("flat", 0.1, 0.1, 5),
                StringColumn.create("only", "a", "a", "b"));

        FittedPreparation fitted = oneHot().standard().fit(data, Data.rows(0, 2));

        assertThat(fitted.transform(data.table()).names()).containsExactly("x");
        assertThat(fitted.warnings())
                .containsExactly("2 columns are constant or empty in the training rows and were left out: flat, only");
    }

    @Test
    void a_column_whose_spread_is_rounding_is_constant() {
        Dataset data =
                Data.of(DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("sum", 0.1 + 0.2, 0.3, 0.1 + 0.2));

        FittedPreparation fitted = standard().fit(data, Data.rows(0, 3));

        assertThat(fitted.warnings())
                .containsExactly("column sum is constant or empty in the training rows and was left out");
    }

    @Test
    void passthrough_changes_nothing_and_keeps_constant_columns() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2), DoubleColumn.create("flat", 0, 0));

        assertThat(passthrough()
                        .fit(data, Data.rows(0, 2))
                        .transform(data.table())
                        .values())
                .containsExactly(1, 0, 2, 0);
    }

    @Test
    void a_value_far_outside_a_tiny_spread_stays_finite() {
        Dataset data = Data.of(DoubleColumn.create("x", 0, 1e-12, 1e30, -1e30));

        for (Preparation preparation : List.of(standard(), minMax(), robust())) {
            Features prepared = preparation.fit(data, Data.rows(0, 2)).transform(data.table());

            assertThat(prepared.at(2, 0)).isEqualTo(1e6f);
            assertThat(prepared.at(3, 0)).isEqualTo(-1e6f);
        }
    }

    @Test
    void clip_holds_numbers_within_its_limit() {
        Dataset data = Data.of(DoubleColumn.create("x", -1, 1, 50));

        assertThat(standard()
                        .clip(10)
                        .fit(data, Data.rows(0, 2))
                        .transform(data.table())
                        .values())
                .containsExactly(-1, 1, 10);
    }

    @Test
    void robust_takes_the_standard_deviation_where_the_interquartile_range_is_zero() {
        Dataset data = Data.of(DoubleColumn.create("x", 0, 0, 0, 0, 0, 0, 0, 8));

        Features prepared = robust().fit(data, Data.rows(0, 8)).transform(data.table());

        // The population deviation of seven zeros and an eight is √7.
        assertThat((double) prepared.at(7, 0)).isCloseTo(8 / Math.sqrt(7), within(1e-6));
    }

    @Test
    void a_kept_state_prepares_to_the_same_bits() {
        Table input = fixture("input");
        Dataset data = Data.of(input.columns().toArray(Column[]::new));
        FittedPreparation fitted = impute(mean()).oneHot().standard().clip(3).fit(data, Data.rows(0, 30));

        FittedPreparation restored = FittedPreparation.restore(fitted.state());

        assertThat(restored.state()).isEqualTo(fitted.state());
        assertThat(restored.transform(input)).usingRecursiveComparison().isEqualTo(fitted.transform(input));
        assertThat(restored.warnings()).isEqualTo(fitted.warnings());
    }

    @Test
    void describes_its_steps_in_order_and_reads_like_the_sentence() {
        Preparation preparation = impute(constant(0)).oneHot().minMax().clip(1);

        assertThat(preparation).hasToString("impute(constant(0.0)).oneHot().minMax().clip(1.0)");
        assertThat(preparation.describe())
                .isEqualTo(Map.of("steps", List.of("impute(constant(0.0))", "oneHot()", "minMax()", "clip(1.0)")));
        assertThat(passthrough()).hasToString("passthrough()");
    }
}

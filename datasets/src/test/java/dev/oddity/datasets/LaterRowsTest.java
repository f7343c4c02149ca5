package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.mean;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.oneHot;
import static dev.oddity.datasets.Preparations.ordinal;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What becomes of rows that a preparation was not fitted on, whatever their cells are. */
class LaterRowsTest {

    private static final Dataset AMOUNTS = Data.of(DoubleColumn.create("Amount", 1, 2, 6));

    private final List<String> warnings = new ArrayList<>();

    @Test
    void what_is_no_number_is_filled_with_the_training_median_and_told() {
        FittedPreparation fitted = passthrough().fit(AMOUNTS, Data.rows(0, 3));

        assertThat(prepared(fitted, StringColumn.create("Amount", "3", "?", " 4.5 ", "n/k", "1d")))
                .containsExactly(3, 2, 4.5f, 2, 2);
        assertThat(warnings)
                .containsExactly("column 'Amount' has 3 unusable cells (the first in row 2: '?' where a finite float32"
                        + " number is needed) among 5 rows; filled with 2.0, the median of the training rows");
    }

    @Test
    void infinity_is_filled_as_imputing_says_and_told() {
        FittedPreparation fitted = impute(mean()).fit(AMOUNTS, Data.rows(0, 3));

        assertThat(prepared(fitted, DoubleColumn.create("Amount", 1, Double.NEGATIVE_INFINITY)))
                .containsExactly(1, 3);
        assertThat(warnings)
                .containsExactly("column 'Amount' has 1 unusable cell (the first in row 2: '-Infinity' where a finite"
                        + " float32 number is needed) among 2 rows; filled with 3.0, as impute(mean()) says");
    }

    @Test
    void a_number_too_large_for_a_float_is_filled_and_told() {
        FittedPreparation fitted = passthrough().fit(AMOUNTS, Data.rows(0, 3));

        assertThat(prepared(fitted, DoubleColumn.create("Amount", 1e39, 1e38))).containsExactly(2, 1e38f);
        assertThat(warnings)
                .containsExactly("column 'Amount' has 1 unusable cell (the first in row 1: '1.0E39' where a finite"
                        + " float32 number is needed) among 2 rows; filled with 2.0, the median of the training rows");
    }

    @Test
    void a_number_too_large_for_a_float_is_no_gap_where_a_scaling_makes_it_small() {
        FittedPreparation fitted = standard().fit(AMOUNTS, Data.rows(0, 3));

        assertThat(prepared(fitted, DoubleColumn.create("Amount", 1e39))).containsExactly(1e6f);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_gap_that_training_had_not_is_told_unless_imputing_was_asked_for() {
        Column<?> later = DoubleColumn.create("Amount", new Double[] {null, 5.0});

        assertThat(prepared(passthrough().fit(AMOUNTS, Data.rows(0, 3)), later)).containsExactly(2, 5);
        assertThat(warnings)
                .containsExactly("column 'Amount' has 1 missing value (the first in row 1, where training had none)"
                        + " among 2 rows; filled with 2.0, the median of the training rows");
        warnings.clear();

        assertThat(prepared(impute(constant(7)).fit(AMOUNTS, Data.rows(0, 3)), later))
                .containsExactly(7, 5);
        assertThat(warnings).isEmpty();
    }

    @Test
    void gaps_and_unusable_cells_of_a_column_are_told_in_one_sentence() {
        FittedPreparation fitted = standard().fit(AMOUNTS, Data.rows(0, 3));

        prepared(fitted, StringColumn.create("Amount", "", "?", "?"));

        assertThat(warnings)
                .containsExactly("column 'Amount' has 2 unusable cells (the first in row 2: '?' where a finite float32"
                        + " number is needed) and 1 missing value (the first in row 1, where training had none) among"
                        + " 3 rows; filled with 2.0, the median of the training rows");
    }

    @Test
    void each_column_is_told_of_once_however_many_rows_there_are() {
        FittedPreparation fitted = passthrough()
                .fit(Data.of(DoubleColumn.create("a", 1, 2), DoubleColumn.create("b", 1, 2)), Data.rows(0, 2));
        String[] cells = new String[5_000];
        Arrays.setAll(cells, row -> row % 2 == 0 ? "?" : "1");

        prepared(fitted, StringColumn.create("a", cells), StringColumn.create("b", cells));

        assertThat(warnings)
                .extracting(warning -> warning.replaceAll(" \\(.*", ""))
                .containsExactly("column 'a' has 2500 unusable cells", "column 'b' has 2500 unusable cells");
    }

    @Test
    void an_unusable_cell_is_marked_by_the_indicator_as_a_missing_one_is() {
        Dataset data = Data.of(DoubleColumn.create("x", new Double[] {1.0, null, 5.0}));
        FittedPreparation fitted = impute(median().indicator()).fit(data, Data.rows(0, 3));

        assertThat(prepared(fitted, StringColumn.create("x", "4", "?", "", "1e39")))
                .containsExactly(4, 0, 3, 1, 3, 1, 3, 1);
    }

    @Test
    void the_number_filled_in_is_not_named_where_it_is_one_of_another_scale() {
        Dataset data = Data.of(DoubleColumn.create("x", new Double[] {0.0, null, Math.E - 1}));
        FittedPreparation fitted = passthrough().logScale().impute(mean()).fit(data, Data.rows(0, 3));

        assertThat(prepared(fitted, StringColumn.create("x", "?"))).containsExactly(0.5f);
        assertThat(warnings).singleElement().asString().endsWith(" among 1 row; filled as impute(mean()) says");
    }

    @Test
    void a_cell_that_nothing_was_learnt_to_fill_is_named_with_column_row_and_fix() {
        FittedPreparation old = FittedPreparation.restore(Map.of(
                "columns",
                List.of(Map.of("kind", "number", "name", "Amount", "steps", List.of(), "indicator", false)),
                "layout",
                Map.of("layout", "table"),
                "warnings",
                List.of()));

        assertThatThrownBy(() -> prepared(old, StringColumn.create("Amount", "3", "?")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column 'Amount' holds '?' in row 2 where a finite float32 number is needed, and nothing was"
                                + " learnt to fill it with; correct the cell, or fit again with impute(median()) in"
                                + " .prepare(..)");
    }

    @Test
    void dates_written_as_text_are_read_and_garbage_among_them_is_filled() {
        Dataset data = Data.of(DateColumn.create("day", LocalDate.of(1970, 1, 2), LocalDate.of(1970, 1, 4)));
        FittedPreparation fitted = passthrough().fit(data, Data.rows(0, 2));

        assertThat(prepared(
                        fitted,
                        StringColumn.create("day", "1970-01-11", "1970-01-11T23:59", "yesterday", "1970-02-30")))
                .containsExactly(10, 10, 2, 2);
        assertThat(warnings)
                .containsExactly("column 'day' has 2 unusable cells (the first in row 3: 'yesterday' where a date such"
                        + " as 2026-11-22 is needed) among 4 rows; filled with 1970-01-03, the median of the training"
                        + " rows");
    }

    @Test
    void timestamps_written_as_text_are_read_and_numbers_among_them_are_none() {
        Dataset data = Data.of(InstantColumn.create("at", Instant.ofEpochSecond(10), Instant.ofEpochSecond(20)));
        FittedPreparation fitted = passthrough().fit(data, Data.rows(0, 2));

        assertThat(prepared(
                        fitted,
                        StringColumn.create("at", "1970-01-01 00:01", "1970-01-01T01:00:30+01:00", "1970-01-02", "12")))
                .containsExactly(60, 30, 86_400, 15);
        assertThat(warnings)
                .singleElement()
                .asString()
                .endsWith(": '12' where a timestamp such as 2026-11-22T10:15:30Z is needed) among 4 rows; filled with"
                        + " 1970-01-01T00:00:15Z, the median of the training rows");
    }

    @Test
    void a_date_keeps_its_unit_however_it_is_typed_later() {
        Dataset data = Data.of(
                DateColumn.create("day", LocalDate.of(1970, 1, 2), LocalDate.of(1970, 1, 4)),
                DateTimeColumn.create("at", LocalDateTime.of(1970, 1, 1, 0, 1), LocalDateTime.of(1970, 1, 1, 0, 2)));
        FittedPreparation fitted = passthrough().fit(data, Data.rows(0, 2));

        assertThat(prepared(
                        FittedPreparation.restore(fitted.state()),
                        DateTimeColumn.create("day", LocalDateTime.of(1970, 1, 6, 23, 0)),
                        DateColumn.create("at", LocalDate.of(1970, 1, 3))))
                .containsExactly(5, 2 * 86_400);
        assertThat(warnings).isEmpty();
    }

    @Test
    void cells_of_another_kind_are_filled() {
        FittedPreparation fitted = passthrough().fit(AMOUNTS, Data.rows(0, 3));

        assertThat(prepared(fitted, DateColumn.create("Amount", LocalDate.of(2026, 1, 1))))
                .containsExactly(2);
        assertThat(prepared(fitted, TimeColumn.create("Amount", LocalTime.NOON)))
                .containsExactly(2);
        assertThat(warnings).hasSize(2).first().asString().contains("'2026-01-01' where a finite float32 number");
    }

    @Test
    void whole_numbers_may_come_as_decimals_and_truth_values_as_words() {
        Dataset data = Data.of(IntColumn.create("n", 1, 3), BooleanColumn.create("yes", true, false));
        FittedPreparation fitted = passthrough().fit(data, Data.rows(0, 2));

        assertThat(prepared(fitted, DoubleColumn.create("n", 2.5, 4), StringColumn.create("yes", "TRUE", "false")))
                .containsExactly(2.5f, 1, 4, 0);
        assertThat(prepared(fitted, BooleanColumn.create("n", true), IntColumn.create("yes", new int[] {1})))
                .containsExactly(1, 1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void codes_learnt_as_text_may_come_as_numbers() {
        FittedPreparation fitted = oneHot().fit(Data.of(StringColumn.create("code", "7", "8")), Data.rows(0, 2));

        assertThat(prepared(fitted, DoubleColumn.create("code", 7, 7.5))).containsExactly(1, 0, 0, 0);
        assertThat(prepared(fitted, IntColumn.create("code", new int[] {8}))).containsExactly(0, 1);
    }

    @Test
    void unseen_categories_are_none_of_those_known_and_missing_texts_are_told() {
        Dataset data = Data.of(StringColumn.create("k", "a", "b", "b"));
        Column<?> later = StringColumn.create("k", "new", "", "b");

        assertThat(prepared(oneHot().fit(data, Data.rows(0, 3)), later)).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(prepared(ordinal().fit(data, Data.rows(0, 3)), later)).containsExactly(-1, -1, 1);
        String told =
                "column 'k' has 1 missing text (the first in row 2), where training had none; taken as no category"
                        + " that training had";
        assertThat(warnings).containsExactly(told, told);
        warnings.clear();

        assertThat(prepared(impute(median()).oneHot().fit(data, Data.rows(0, 3)), later))
                .containsExactly(0, 0, 0, 1, 0, 1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_text_column_that_is_empty_in_training_is_left_out_and_named() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2, 3), StringColumn.create("note", "", "", "late"));

        for (Preparation preparation : List.of(
                impute(median()).oneHot(),
                impute(median()).ordinal(),
                impute(median()).ordinal("note").oneHot(),
                impute(median()))) {
            FittedPreparation fitted = preparation.fit(data, Data.rows(0, 2));

            assertThat(fitted.transform(data.table()).names()).containsExactly("x");
            assertThat(fitted.warnings())
                    .containsExactly("column note is constant or empty in the training rows and was left out");
        }
    }

    @Test
    void order_and_further_columns_do_not_matter() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2), StringColumn.create("k", "a", "b"));
        FittedPreparation fitted = oneHot().fit(data, Data.rows(0, 2));

        assertThat(prepared(
                        fitted,
                        StringColumn.create("other", "?"),
                        StringColumn.create("k", "b"),
                        DoubleColumn.create("x", 5.0)))
                .containsExactly(5, 0, 1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_value_far_off_stays_finite_when_whitened() {
        Dataset data = Data.of(DoubleColumn.create("x", 0, 1e-20, 0), DoubleColumn.create("y", 0, 0, 1e-20));
        FittedPreparation fitted = passthrough().whiten(2).fit(data, Data.rows(0, 3));

        float[] values = prepared(fitted, DoubleColumn.create("x", 3e38), DoubleColumn.create("y", 0.0));

        assertThat(values).hasSize(2);
        for (float value : values) {
            assertThat(Math.abs(value)).isEqualTo(1e6f);
        }
    }

    private float[] prepared(FittedPreparation fitted, Column<?>... columns) {
        Table table = Table.create("later", columns);
        return fitted.transform(table, IntStream.range(0, table.rowCount()).toArray(), warnings::add)
                .values();
    }
}

package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.oneHot;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.standard;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class PreparationErrorsTest {

    @Test
    void missing_numbers_are_counted_and_the_step_that_fills_them_named() {
        assertRefused(DoubleColumn.create("Amount", new Double[] {1.0, null, 3.0, null}))
                .hasMessage("column 'Amount' has 2 missing values in 4 rows (the first in row 2), and a detector needs"
                        + " numbers; add impute(median()) to .prepare(..), before any scaling");
    }

    @Test
    void not_a_number_is_a_missing_number() {
        assertRefused(DoubleColumn.create("Amount", 1, Double.NaN))
                .hasMessage("column 'Amount' has 1 missing value in 2 rows (the first in row 2), and a detector needs"
                        + " numbers; add impute(median()) to .prepare(..), before any scaling");
    }

    @Test
    void infinite_numbers_are_counted() {
        assertRefused(DoubleColumn.create("Amount", 1, Double.POSITIVE_INFINITY))
                .hasMessage("column 'Amount' has 1 infinite value in 2 rows (the first in row 2), and a detector needs"
                        + " finite numbers; correct them, or leave the column out");
    }

    @Test
    void missing_text_is_counted() {
        assertRefused(StringColumn.create("service", "http", "", "ftp"))
                .hasMessage(
                        "column 'service' has 1 missing text in 3 rows (the first in row 2), and a detector needs"
                                + " numbers; add impute(median()) to .prepare(..): it gives text columns their most frequent text");
    }

    @Test
    void text_without_one_hot_coding_is_refused() {
        Dataset data = Data.of(StringColumn.create("service", "http", "ftp"));

        assertThatThrownBy(() -> standard().fit(data, Data.rows(0, 2)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column 'service' holds text (row 1: 'http'); add oneHot() to .prepare(..), or leave the column"
                                + " out");
    }

    @Test
    void numbers_too_large_for_a_float_are_refused_with_column_row_and_fix() {
        Dataset data = Data.of(DoubleColumn.create("bytes", 1, 1e39, 2));

        assertThatThrownBy(() -> passthrough().fit(data, Data.rows(0, 3)))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'bytes' is 1.0E39 in row 2 once prepared, and a float holds at most 3.4E38; add"
                        + " standard() or logScale() to .prepare(..), or leave the column out");
        assertThatThrownBy(() -> impute(constant(-1e39)).fit(data, new int[] {0, 2}))
                .isInstanceOf(DataException.class)
                .hasMessage("gaps of column 'bytes' are filled with -1.0E39, and a float holds at most 3.4E38; take a"
                        + " smaller constant(..)");
    }

    @Test
    void numbers_too_large_to_be_squared_are_not_taken_for_a_constant_column() {
        assertRefused(DoubleColumn.create("mass", 1, 1e200))
                .hasMessage("column 'mass' is 1.0E200 in row 2, and standard() cannot square more than 1.0E150; put"
                        + " logScale() before it, or leave the column out");
    }

    @Test
    void whitening_rows_that_vary_nowhere_is_refused() {
        Dataset data = Data.of(DoubleColumn.create("x", 5, 5, 5), DoubleColumn.create("y", 0.1, 0.1, 0.1));

        assertThatThrownBy(() -> passthrough().whiten(2).fit(data, Data.rows(0, 3)))
                .isInstanceOf(DataException.class)
                .hasMessage("whiten(2): every column is constant in the 3 training rows, and components are directions"
                        + " in which they vary; take more rows or other columns");
    }

    @Test
    void no_training_rows_are_refused() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2));

        assertThatThrownBy(() -> standard().fit(data, new int[0]))
                .isInstanceOf(DataException.class)
                .hasMessage("no training rows of example to fit standard() on; give a larger share to training");
    }

    @Test
    void times_of_day_are_refused() {
        assertRefused(TimeColumn.create("when", LocalTime.of(1, 0), LocalTime.of(2, 0)))
                .hasMessage(
                        "column 'when' holds values of type LOCAL_TIME, which are neither numbers, text nor dates; leave it"
                                + " out, or turn it into numbers first");
    }

    @Test
    void names_in_place_of_categories_are_refused() {
        assertRefused(StringColumn.create(
                        "id", IntStream.range(0, 1200).mapToObj(i -> "user" + i).toArray(String[]::new)))
                .hasMessage(
                        "column 'id' has 1200 different texts in 1200 training rows, too many to be kinds of things (at"
                                + " most 1000); leave the column out, or fold the rare ones together: .rare(0.01)");
    }

    @Test
    void data_without_any_varying_column_are_refused() {
        assertRefused(DoubleColumn.create("x", 1, 1, 1))
                .hasMessage(
                        "every column of example is constant in the 3 training rows; take more rows or other columns");
    }

    @Test
    void a_table_that_lacks_a_fitted_column_is_refused_with_the_near_miss() {
        FittedPreparation fitted = standard().fit(Data.of(DoubleColumn.create("Amount", 1, 2)), Data.rows(0, 2));

        assertThatThrownBy(() -> fitted.transform(
                        Table.create(DoubleColumn.create("Amout", 1.0), DoubleColumn.create("V1", 1.0))))
                .isInstanceOf(DataException.class)
                .hasMessage("no column 'Amount' in the table to prepare; did you mean 'Amout'? columns: Amout, V1");
    }

    @Test
    void limits_and_constants_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> standard().clip(0))
                .isInstanceOf(DataException.class)
                .hasMessage("clip(0.0): the limit is greater than 0, such as clip(10)");
        assertThatThrownBy(() -> constant(Double.NaN))
                .isInstanceOf(DataException.class)
                .hasMessage("constant(NaN): gaps are filled with a finite number, such as constant(0)");
    }

    @Test
    void a_damaged_state_is_refused() {
        assertThatThrownBy(() -> FittedPreparation.restore(Map.of("columns", "none")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the kept preparation is damaged: 'columns' is none, not a List; save the fitted detector again");
        assertThatThrownBy(() -> FittedPreparation.restore(
                        Map.of("columns", List.of(Map.of("kind", "number", "name", "x", "cells", "FRUIT")))))
                .isInstanceOf(DataException.class)
                .hasMessage("the kept preparation is damaged: 'cells' is FRUIT, not one of [NUMBER, TRUTH, DATE, TIME];"
                        + " save the fitted detector again");
    }

    @Test
    void numbers_with_a_decimal_comma_in_place_of_categories_are_told_how_to_be_read() {
        assertRefused(StringColumn.create(
                        "price",
                        IntStream.range(0, 1200).mapToObj(i -> i + ",5").toArray(String[]::new)))
                .hasMessageEndingWith("; if they are numbers with a decimal comma, csv(..).decimalComma() reads them");
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Column<?> column) {
        Dataset data = Data.of(column);
        return assertThatThrownBy(() -> oneHot().standard().fit(data, Data.rows(0, column.size())))
                .isInstanceOf(DataException.class);
    }
}

package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.ordinal;
import static dev.oddity.datasets.catalogue.Catalogue.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that come as maps are prepared as the same rows in a table. */
class RowMapsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant TIME = Instant.parse("2026-11-22T10:15:30Z");

    private static final Table TABLE = Table.create(
            "orders",
            DoubleColumn.create("amount", 1, 2.5, 40),
            StringColumn.create("proto", "tcp", "udp", "tcp"),
            BooleanColumn.create("member", true, false, true),
            DateColumn.create("day", DAY, DAY.plusDays(1), DAY.plusDays(9)),
            InstantColumn.create("at", TIME, TIME.plusSeconds(5), TIME.plusSeconds(60)),
            StringColumn.create("code", "7", "8", "7"));

    private final List<String> warnings = new ArrayList<>();

    private static FittedPreparation fitted(Preparation preparation) {
        Dataset data = table(TABLE).unlabelled().load();
        return preparation.fit(data, Data.rows(0, 3));
    }

    private static Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("amount", 2.5);
        row.put("proto", "udp");
        row.put("member", false);
        row.put("day", DAY.plusDays(1));
        row.put("at", TIME.plusSeconds(5));
        row.put("code", "8");
        return row;
    }

    private static Map<String, Object> with(String column, Object value) {
        Map<String, Object> row = row();
        row.put(column, value);
        return row;
    }

    @Test
    void a_row_is_prepared_as_in_a_table() {
        for (Preparation preparation : List.of(
                impute(median()).oneHot().standard(),
                impute(median().indicator()).ordinal().minMax(),
                ordinal("code").oneHot().logScale().whiten(2))) {
            FittedPreparation fitted = fitted(preparation);

            Features prepared = fitted.transform(List.of(row()), warnings::add);

            assertThat(prepared.values())
                    .as("%s", preparation)
                    .containsExactly(fitted.transform(TABLE, new int[] {1}).values());
            assertThat(prepared.names()).isEqualTo(fitted.transform(TABLE).names());
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void what_stands_for_the_same_is_the_same() {
        FittedPreparation fitted = fitted(impute(median()).oneHot().standard());
        float[] expected = fitted.transform(List.of(row()), warnings::add).values();

        for (Map<String, Object> other : List.of(
                with("amount", 2.5f),
                with("amount", "2.5"),
                with("member", 0),
                with("member", "false"),
                with("day", "2026-11-23"),
                with("at", "2026-11-22 10:15:35"),
                with("code", 8),
                with("code", 8.0),
                with("other", "is not looked at"))) {
            assertThat(fitted.transform(List.of(other), warnings::add).values())
                    .as("%s", other)
                    .containsExactly(expected);
        }
    }

    @Test
    void a_missing_cell_is_filled_as_in_a_table() {
        FittedPreparation fitted = fitted(impute(median()).oneHot().standard());
        float[] expected = fitted.transform(List.of(row()), warnings::add).values();

        for (Object missing : new Object[] {null, Double.NaN, ""}) {
            // The median of the training rows is what the row has, too.
            assertThat(fitted.transform(List.of(with("amount", missing)), warnings::add)
                            .values())
                    .containsExactly(expected);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_missing_cell_that_training_had_not_is_told() {
        fitted(Preparations.oneHot().standard()).transform(List.of(with("amount", null)), warnings::add);

        assertThat(warnings)
                .containsExactly("column 'amount' has 1 missing value (the first in row 1, where training had none)"
                        + " among 1 row; filled with 2.5, the median of the training rows");
    }

    @Test
    void a_column_that_is_not_there_is_named_with_the_near_miss() {
        FittedPreparation fitted = fitted(Preparations.oneHot().standard());
        Map<String, Object> misspelt = row();
        misspelt.put("Amuont", misspelt.remove("amount"));

        assertThatThrownBy(() -> fitted.transform(List.of(misspelt), warnings::add))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "no column 'amount' in the row; did you mean 'Amuont'? columns given: Amuont, at, code, day,"
                                + " member, proto; give null where the value is missing");
        assertThatThrownBy(() -> fitted.transform(List.of(row(), Map.of("x", 1)), warnings::add))
                .hasMessage("no column 'amount' in row 2; columns given: x; give null where the value is missing");
    }

    @Test
    void a_value_of_the_wrong_type_is_refused() {
        FittedPreparation fitted = fitted(Preparations.oneHot().standard());

        assertThatThrownBy(() -> fitted.transform(List.of(with("amount", "much")), warnings::add))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column 'amount' is 'much' (String) where a finite float32 number is needed; give one, or null"
                                + " where it is missing");
        assertThatThrownBy(() ->
                        fitted.transform(List.of(row(), with("amount", Double.POSITIVE_INFINITY)), warnings::add))
                .hasMessage(
                        "column 'amount' is 'Infinity' (Double) in row 2 where a finite float32 number is needed; give"
                                + " one, or null where it is missing");
        assertThatThrownBy(() -> fitted.transform(List.of(with("day", 3)), warnings::add))
                .hasMessage("column 'day' is '3' (Integer) where a date such as 2026-11-22 is needed; give one, or null"
                        + " where it is missing");
        assertThatThrownBy(() -> fitted.transform(List.of(with("proto", Map.of("a", 1))), warnings::add))
                .hasMessageStartingWith("column 'proto' is '{a=1}' (Map1) where a text is needed; give one, or null");
    }
}

package dev.oddity.datasets;

import static dev.oddity.datasets.Preparations.constant;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.logScale;
import static dev.oddity.datasets.Preparations.mean;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.oneHot;
import static dev.oddity.datasets.Preparations.ordinal;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PreparationStepsTest {

    @Test
    void a_number_missing_only_later_is_the_training_median_or_what_is_imputed() {
        Dataset data = Data.of(DoubleColumn.create("x", 4, 1, 2, 9));
        Table later = Table.create(DoubleColumn.create("x", new Double[] {null}));

        assertThat(passthrough().fit(data, Data.rows(0, 4)).transform(later).values())
                .containsExactly(3);
        assertThat(impute(mean()).fit(data, Data.rows(0, 4)).transform(later).values())
                .containsExactly(4);
        assertThat(impute(constant(-7))
                        .fit(data, Data.rows(0, 4))
                        .transform(later)
                        .values())
                .containsExactly(-7);
    }

    @Test
    void a_text_missing_only_later_is_no_category() {
        Dataset data = Data.of(StringColumn.create("k", "a", "b"));
        Table later = Table.create(StringColumn.create("k", ""));

        assertThat(oneHot().fit(data, Data.rows(0, 2)).transform(later).values())
                .containsExactly(0, 0);
        assertThat(ordinal().fit(data, Data.rows(0, 2)).transform(later).values())
                .containsExactly(-1);
    }

    @Test
    void columns_without_a_gap_in_training_get_no_indicator() {
        Dataset data =
                Data.of(DoubleColumn.create("x", new Double[] {1.0, null, 3.0}), DoubleColumn.create("y", 1, 2, 3));

        Features prepared =
                impute(median().indicator()).fit(data, Data.rows(0, 3)).transform(data.table());

        assertThat(prepared.names()).containsExactly("x", "x is missing", "y");
        assertThat(prepared.values()).containsExactly(1, 0, 1, 2, 1, 2, 3, 0, 3);
    }

    @Test
    void log_scale_keeps_zero_and_the_sign() {
        Dataset data = Data.of(DoubleColumn.create("x", 0, Math.E - 1, 1 - Math.E));

        assertThat(logScale().fit(data, Data.rows(0, 3)).transform(data.table()).values())
                .containsExactly(0, 1, -1);
    }

    @Test
    void ordinal_numbers_the_columns_named_and_leaves_others_to_one_hot() {
        Dataset data = Data.of(
                StringColumn.create("size", "c", "a", "b", "d"), StringColumn.create("kind", "u", "v", "u", "w"));

        Features prepared = ordinal("size").oneHot().fit(data, Data.rows(0, 3)).transform(data.table());

        assertThat(prepared.names()).containsExactly("size", "kind=u", "kind=v");
        assertThat(prepared.values()).containsExactly(2, 1, 0, 0, 0, 1, 1, 1, 0, -1, 0, 0);
    }

    @Test
    void rare_categories_are_folded_and_unseen_ones_with_them() {
        Dataset data = Data.of(StringColumn.create("k", "a", "a", "a", "b", "b", "c", "d", "new"));

        Features prepared =
                oneHot().rare(0.2).fit(data, Data.rows(0, 7)).transform(data.table(), new int[] {0, 3, 5, 6, 7});

        assertThat(prepared.names()).containsExactly("k=a", "k=b", "k=(rare)");
        assertThat(prepared.values()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1);
    }

    @Test
    void a_single_rare_category_keeps_its_name() {
        Dataset data = Data.of(StringColumn.create("k", "a", "a", "a", "a", "a", "b"));

        assertThat(oneHot().rare(0.2)
                        .fit(data, Data.rows(0, 6))
                        .transform(data.table())
                        .names())
                .containsExactly("k=a", "k=b");
    }

    @Test
    void rare_makes_room_for_columns_of_many_texts() {
        String[] texts = new String[2400];
        Arrays.setAll(texts, i -> i % 2 == 0 ? "often" : "user" + i);
        Dataset data = Data.of(StringColumn.create("k", texts));

        assertThat(oneHot().rare(0.01)
                        .fit(data, Data.rows(0, 2400))
                        .transform(data.table())
                        .names())
                .containsExactly("k=often", "k=(rare)");
    }

    @Test
    void dates_are_days_and_timestamps_seconds_since_1970() {
        Dataset data = Data.of(
                DateColumn.create("day", LocalDate.of(1970, 1, 2), LocalDate.of(2000, 1, 1)),
                DateTimeColumn.create(
                        "time", LocalDateTime.of(1970, 1, 1, 1, 0, 0), LocalDateTime.of(1970, 1, 2, 0, 0, 0)),
                InstantColumn.create("instant", Instant.ofEpochMilli(1500), Instant.ofEpochSecond(-60)));

        // 30 years, 7 of them leap years.
        assertThat(passthrough()
                        .fit(data, Data.rows(0, 2))
                        .transform(data.table())
                        .values())
                .containsExactly(1, 3600, 1.5f, 30 * 365 + 7, 86_400, -60);
    }

    @Test
    void whitened_training_rows_are_uncorrelated_with_variance_one() {
        Random random = new Random(1);
        double[] x = random.doubles(200).toArray();
        double[] y = IntStream.range(0, 200)
                .mapToDouble(i -> 3 * x[i] + random.nextGaussian())
                .toArray();
        Dataset data = Data.of(DoubleColumn.create("x", x), DoubleColumn.create("y", y));

        Features prepared = standard().whiten(2).fit(data, Data.rows(0, 200)).transform(data.table());

        double[] sums = new double[5];
        for (int row = 0; row < 200; row++) {
            double a = prepared.at(row, 0);
            double b = prepared.at(row, 1);
            double[] terms = {a, b, a * a, b * b, a * b};
            Arrays.setAll(sums, i -> sums[i] + terms[i]);
        }
        double[] wanted = {0, 0, 199, 199, 0};
        for (int i = 0; i < 5; i++) {
            assertThat(sums[i]).isCloseTo(wanted[i], within(1e-3));
        }
    }

    @Test
    void whitening_leaves_out_directions_without_spread_and_says_so() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2, 4), DoubleColumn.create("twice", 2, 4, 8));

        FittedPreparation fitted = standard().whiten(2).fit(data, Data.rows(0, 3));

        assertThat(fitted.transform(data.table()).names()).containsExactly("pc1");
        assertThat(fitted.warnings())
                .containsExactly("whiten(2) keeps 1 components only: the training rows vary in no further direction");
    }

    static Stream<Preparation> preparations() {
        return Stream.of(
                impute(median().indicator()).oneHot().rare(0.2).standard().clip(3),
                impute(mean()).ordinal("k").logScale().minMax(),
                impute(constant(0)).oneHot().robust().whiten(3),
                impute(median()).ordinal().oneHot());
    }

    /** As JSON has it: whole numbers come back as {@code Long}, all others as {@code Double}. */
    @ParameterizedTest
    @MethodSource("preparations")
    void a_state_that_went_through_json_prepares_to_the_same_bits(Preparation preparation) {
        Dataset data = Data.of(
                DoubleColumn.create("x", new Double[] {1.0, null, 3.0, 8.0, 2.0, 1.0}),
                DoubleColumn.create("y", 2, 4, 4, 4, 6, 100),
                StringColumn.create("k", "a", "b", "a", "c", "d", "e"));
        FittedPreparation fitted = preparation.fit(data, Data.rows(0, 5));

        FittedPreparation restored = FittedPreparation.restore(throughJson(fitted.state()));

        assertThat(restored.transform(data.table()))
                .usingRecursiveComparison()
                .isEqualTo(fitted.transform(data.table()));
        assertThat(throughJson(restored.state())).isEqualTo(throughJson(fitted.state()));
    }

    private static Map<String, Object> throughJson(Map<?, ?> tree) {
        Map<String, Object> read = new TreeMap<>();
        tree.forEach((key, value) -> read.put((String) key, valueThroughJson(value)));
        return read;
    }

    private static Object valueThroughJson(Object value) {
        if (value instanceof Map<?, ?> tree) {
            return throughJson(tree);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PreparationStepsTest::valueThroughJson).toList();
        }
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return real == Math.rint(real) ? (Number) (long) real : (Number) real;
        }
        assertThat(value).isInstanceOfAny(String.class, Boolean.class);
        return value;
    }

    @Test
    void steps_that_cannot_be_done_are_refused() {
        Dataset data = Data.of(DoubleColumn.create("x", 1, 2), StringColumn.create("kind", "a", "b"));

        assertThatThrownBy(() -> standard().whiten(3).clip(5))
                .isInstanceOf(DataException.class)
                .hasMessage("whiten(3) mixes all columns and is the last step; put clip(5.0) before it");
        assertThatThrownBy(() -> standard().whiten(0))
                .hasMessage("whiten(0): at least one component is kept, such as whiten(10)");
        assertThatThrownBy(() -> oneHot().standard().whiten(9).fit(data, Data.rows(0, 2)))
                .hasMessage(
                        "whiten(9): the prepared rows have 3 numbers, and there are no more components than that; take"
                                + " whiten(3) or less");
        assertThatThrownBy(() -> ordinal("knd").fit(data, Data.rows(0, 2)))
                .hasMessage("no text column 'knd' in example; did you mean 'kind'? text columns: kind");
        assertThatThrownBy(() -> oneHot().rare(1))
                .hasMessage("rare(1.0): a share is between 0 and 1, both excluded, such as rare(0.6)");
    }

    @Test
    void reads_like_the_sentence() {
        assertThat(impute(mean().indicator())
                        .ordinal("a", "b")
                        .oneHot()
                        .rare(0.01)
                        .logScale()
                        .standard()
                        .whiten(5))
                .hasToString(
                        "impute(mean().indicator()).ordinal(\"a\", \"b\").oneHot().rare(0.01).logScale().standard()"
                                + ".whiten(5)");
    }

    @Test
    void the_median_is_that_of_the_sorted_numbers() {
        Random random = new Random(7);
        for (int length = 1; length < 60; length++) {
            double[] values = random.ints(length, 0, 20).asDoubleStream().toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            assertThat(Selection.median(values)).isEqualTo(Quantile.of(sorted, 0.5));
        }
    }

    @Test
    void folding_and_clipping_may_come_first() {
        assertThat(Preparations.rare(0.01).oneHot().describe())
                .isEqualTo(Preparations.passthrough().rare(0.01).oneHot().describe());
        assertThat(Preparations.clip(3).describe())
                .isEqualTo(Preparations.passthrough().clip(3).describe());
        assertThat(Preparations.rare(0.01).oneHot().clip(3)).hasToString("rare(0.01).oneHot().clip(3.0)");
    }
}

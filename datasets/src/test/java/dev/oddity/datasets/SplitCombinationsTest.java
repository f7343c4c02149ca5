package dev.oddity.datasets;

import static dev.oddity.datasets.Splits.holdout;
import static dev.oddity.datasets.Splits.kFold;
import static dev.oddity.datasets.Splits.normalOnly;
import static dev.oddity.datasets.Splits.official;
import static dev.oddity.datasets.Splits.stratified;
import static dev.oddity.datasets.Splits.temporal;
import static dev.oddity.datasets.catalogue.Catalogue.breastCancer;
import static dev.oddity.datasets.catalogue.Catalogue.digits;
import static dev.oddity.datasets.catalogue.Catalogue.sine;
import static dev.oddity.datasets.catalogue.Catalogue.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What holds for every split under every two modifiers, over all data that need no download. */
class SplitCombinationsTest {

    private static final String GROUP = "group";

    private static final Map<String, UnaryOperator<Split>> MODIFIERS = Map.of(
            "plain", split -> split,
            "validation", split -> split.validation(0.2),
            "normalOnly", Split::normalOnly,
            "contaminate", split -> split.contaminate(0.01),
            "keep", split -> split.keep(2),
            "noise", split -> split.noise(0.1),
            "withoutRepeats", Split::withoutRepeats);

    static Stream<Dataset> data() {
        return Stream.of(
                        breastCancer().load(),
                        digits().load(),
                        sine(600).inject(Injections.point(0.1)).load(),
                        synthetic(500).load())
                .map(SplitCombinationsTest::grouped);
    }

    /** With a key of 25 groups, whose rows are mixed. */
    private static Dataset grouped(Dataset data) {
        Table keys = Table.create(
                IntColumn.create(GROUP, IntStream.range(0, data.rows()).map(row -> row * 7 % 25)));
        return new Dataset(
                data.name(), data.table(), keys, data.labels(), data.provenance(), List.of(), data.layout(), 0, false);
    }

    private static List<Split> splits(int rows) {
        return List.of(
                holdout(0.6),
                holdout(0.6).normalOnly(),
                holdout(0.6).groups(GROUP),
                normalOnly(0.5),
                normalOnly(0.5).anomalyShare(0.2),
                stratified(0.7),
                kFold(3).fold(2),
                kFold(3).groups(GROUP),
                temporal(0.6),
                temporal(0.6).by(GROUP),
                official(rows / 2));
    }

    @ParameterizedTest
    @MethodSource("data")
    void parts_are_apart_and_what_is_told_is_about_training_rows(Dataset data) {
        int divided = 0;
        for (Split split : splits(data.rows())) {
            for (String first : MODIFIERS.keySet()) {
                for (String second : MODIFIERS.keySet()) {
                    Split whole =
                            MODIFIERS.get(second).apply(MODIFIERS.get(first).apply(split));
                    divided += check(data, split, whole) ? 1 : 0;
                }
            }
        }

        // The others are refused: anomalies to keep or to contaminate with where training has none.
        assertThat(divided).isGreaterThan(splits(data.rows()).size() * 49 * 3 / 4);
    }

    private static boolean check(Dataset data, Split split, Split whole) {
        Partition parts;
        try {
            parts = whole.of(data, new Random(1));
        } catch (DataException refused) {
            assertThat(refused.getMessage()).as(whole.toString()).containsAnyOf("keep(2)", "contaminate(0.01)");
            return false;
        }
        List<int[]> all = List.of(parts.train(), parts.validation(), parts.test());
        int[] rows = all.stream().flatMapToInt(Arrays::stream).toArray();
        assertThat(Arrays.stream(rows).distinct().count()).as(whole.toString()).isEqualTo(rows.length);
        assertThat(Arrays.stream(rows).allMatch(row -> row >= 0 && row < data.rows()))
                .isTrue();
        for (int[] part : List.of(parts.train(), parts.validation(), parts.test(), parts.labelled())) {
            assertThat(part).as(whole.toString()).isSorted();
        }
        assertThat(parts.validation().length > 0).as(whole.toString()).isEqualTo(isValidated(whole));
        assertThat(set(parts.train()).containsAll(set(parts.labelled())))
                .as(whole.toString())
                .isTrue();
        assertThat(set(parts.labelled()).containsAll(set(parts.mislabelled())))
                .as(whole.toString())
                .isTrue();
        assertThat(parts.toldLabels(data)).as(whole.toString()).hasSize(parts.labelled().length);
        Partition again = whole.of(data, new Random(1));
        assertThat(again.train()).as(whole.toString()).isEqualTo(parts.train());
        assertThat(again.validation()).as(whole.toString()).isEqualTo(parts.validation());
        assertThat(again.test()).as(whole.toString()).isEqualTo(parts.test());
        assertThat(again.labelled()).as(whole.toString()).isEqualTo(parts.labelled());
        assertThat(again.mislabelled()).as(whole.toString()).isEqualTo(parts.mislabelled());
        if (split.toString().contains("groups")) {
            List<Integer> sides = new ArrayList<>();
            all.forEach(part -> sides.addAll(groups(data, part)));
            assertThat(sides).as(whole.toString()).doesNotHaveDuplicates();
        }
        if (split instanceof Temporal temporal) {
            int[] rank = rank(data, temporal);
            int last = Arrays.stream(parts.train()).map(row -> rank[row]).max().orElseThrow();
            assertThat(Arrays.stream(parts.validation()).map(row -> rank[row]))
                    .as(whole.toString())
                    .allMatch(place -> place > last);
            assertThat(Arrays.stream(parts.test()).map(row -> rank[row]))
                    .as(whole.toString())
                    .allMatch(place -> place > last);
        }
        return true;
    }

    private static boolean isValidated(Split split) {
        return split.toString().contains("validation");
    }

    private static int[] rank(Dataset data, Temporal temporal) {
        int[] order = temporal.column() == null
                ? Data.rows(0, data.rows())
                : Temporal.ordered(data.column(temporal.column()), data.name());
        int[] rank = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        return rank;
    }

    private static Set<Integer> groups(Dataset data, int[] rows) {
        return Arrays.stream(rows).mapToObj(data.keys().intColumn(GROUP)::get).collect(Collectors.toSet());
    }

    private static Set<Integer> set(int[] rows) {
        return Arrays.stream(rows).boxed().collect(Collectors.toSet());
    }
}

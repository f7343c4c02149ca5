package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Exchanger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ValueTextTest {

    record Layer(int[] sizes, List<double[]> weights) {}

    record Money(long cents) {
        @Override
        public String toString() {
            return cents / 100 + " €";
        }
    }

    @Test
    void arrays_are_seen_through_wherever_they_are() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("w", new double[] {1, 2.5});

        assertThat(ValueText.of(new Layer(new int[] {3, 1}, List.of(new double[] {0.5}))))
                .isEqualTo("Layer[sizes=[3, 1], weights=[[0.5]]]");
        assertThat(ValueText.of(map)).isEqualTo("{w=[1.0, 2.5]}");
        assertThat(ValueText.of(Optional.of(new int[] {1}))).isEqualTo("Optional[[1]]");
        assertThat(ValueText.of(Map.entry("k", new int[] {1}))).isEqualTo("k=[1]");
        assertThat(ValueText.of(new double[][] {{1, 2}, {3}})).isEqualTo("[[1.0, 2.0], [3.0]]");
        assertThat(ValueText.of(new Object[] {null, "a", 'c'})).isEqualTo("[null, a, c]");
    }

    @Test
    void what_has_a_text_of_its_own_keeps_it() {
        List<Integer> worded = new ArrayList<>() {
            @Override
            public String toString() {
                return "my list";
            }
        };

        assertThat(ValueText.of(new Money(1250))).isEqualTo("12 €");
        assertThat(ValueText.of(List.of(new Money(1250)))).isEqualTo("[12 €]");
        assertThat(ValueText.of(worded)).isEqualTo("my list");
        assertThat(ValueText.of(null)).isEqualTo("null");
    }

    @Test
    void tables_and_columns_give_name_and_size() {
        Table table = Table.create("t", DoubleColumn.create("x", 1, 2));

        assertThat(ValueText.of(List.of(table, table.column(0))))
                .isEqualTo("[t: 2 rows × 1 column, x: 2 rows of DOUBLE]");
    }

    @Test
    void long_ones_are_cut_and_the_rest_is_counted() {
        assertThat(ValueText.of(new int[1102])).endsWith("0, … 1,002 more]");
        assertThat(ValueText.of(IntStream.range(0, 101).boxed().toList())).endsWith(", 99, … 1 more]");
        assertThat(ValueText.of(new double[1000][1000])).hasSizeLessThan(3_000).endsWith("more]");
        assertThat(ValueText.of(List.of("x".repeat(9_000)))).hasSize(2_003);
    }

    @Test
    void what_holds_itself_ends() {
        Object[] self = new Object[2];
        self[0] = self;
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("me", map);

        assertThat(ValueText.of(self)).isEqualTo("[[...], null]");
        assertThat(ValueText.of(list)).isEqualTo("[[...]]");
        assertThat(ValueText.of(map)).isEqualTo("{me=[...]}");
        assertThat(ValueText.of(List.of(1, list, list))).isEqualTo("[1, [[...]], [[...]]]");
    }

    @Test
    void what_throws_is_told_in_its_place() {
        Object endless = new Object() {
            @Override
            public String toString() {
                return "x" + this;
            }
        };

        assertThat(ValueText.of(List.of(1, endless))).isEqualTo("[1, anonymous Object (throws StackOverflowError)]");
    }

    @Test
    void what_has_no_name_is_told_by_what_it_is_for() {
        Runnable anonymous = new Runnable() {
            @Override
            public void run() {}
        };
        Supplier<String> lambda = () -> "";

        assertThat(ValueText.of(anonymous)).startsWith("anonymous Runnable@");
        assertThat(ValueText.of(lambda)).startsWith("Supplier lambda@");
        assertThat(ValueText.of(new Exchanger<String>())).matches("Exchanger@[0-9a-f]+");
        assertThat(ValueText.kind(new double[0][0])).isEqualTo("double[][]");
        assertThat(ValueText.kind(new ArrayList<>())).isEqualTo("list");
        assertThat(ValueText.kind(new Money(1))).isEqualTo("Money");
    }
}

package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    record Run(int id, String model, double score) {}

    /** Says how far somebody walked along it. */
    private static final class Counted extends AbstractCollection<Integer> {
        private final int size;
        private int asked;

        Counted(int size) {
            this.size = size;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return asked < size;
                }

                @Override
                public Integer next() {
                    return asked++;
                }
            };
        }

        @Override
        public int size() {
            return size;
        }
    }

    @Test
    void a_map_is_a_table_of_keys_and_values_in_its_own_order() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", 42);
        map.put("<b>", List.of(1, 2));
        map.put("none", null);

        MimeBundle bundle = new ValueView(map).display();

        assertThat((String) bundle.data().get(MimeBundle.TEXT)).isEqualTo("""
                        map: 3 keys
                        key   value
                        ────  ──────
                        seed  42
                        <b>   [1, 2]
                        none  –""");
        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void a_collection_is_numbered_from_0_and_cut_when_long() {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(i * i);
        }

        assertThat(text(items))
                .startsWith("list: 500 items\n")
                .contains("… 480 more rows")
                .endsWith("499  249001");
    }

    @Test
    void records_of_one_class_are_a_table_of_their_components() {
        List<Run> runs = Arrays.asList(new Run(1, "pca", 0.5), null, new Run(20, "<i>", 12.25));

        MimeBundle bundle = new ValueView(runs).display();

        assertThat((String) bundle.data().get(MimeBundle.TEXT)).isEqualTo("""
                        list of Run: 3 rows × 3 columns
                        #  id  model  score
                        ─  ──  ─────  ─────
                        0   1  pca     0.50
                        1   –  –          –
                        2  20  <i>    12.25""");
        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains(
                        "<th scope=\"row\" style=\"text-align:right\">2</th>",
                        "<td style=\"text-align:left\">&lt;i&gt;</td>",
                        "<td style=\"text-align:right\">12.25</td>")
                .doesNotContain("<i>");
        assertThat(text(runs.toArray())).startsWith("array of Run: 3 rows × 3 columns");
    }

    @Test
    void maps_with_the_same_keys_are_a_table_of_them() {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", "m" + i);
            map.put("auc", 0.5 + i / 8.0);
            maps.add(map);
        }

        assertThat(text(maps)).isEqualTo("""
                        list of maps: 2 rows × 2 columns
                        #  model    auc
                        ─  ─────  ─────
                        0  m0     0.500
                        1  m1     0.625""");
        maps.get(1).put("seed", 1);
        assertThat(text(maps)).startsWith("list: 2 items").contains("{model=m0, auc=0.5}");
    }

    @Test
    void a_map_of_records_has_the_key_before_the_components() {
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("best", new Run(1, "pca", 0.5));

        assertThat(text(runs)).isEqualTo("""
                        map of Run: 1 row × 3 columns
                        key   id  model  score
                        ────  ──  ─────  ─────
                        best   1  pca      0.5""");
    }

    @Test
    void records_of_several_classes_are_texts() {
        record Other(int[] parts) {}

        assertThat(text(List.of(new Run(1, "pca", 0.5), new Other(new int[] {1, 2}))))
                .isEqualTo("""
                        list: 2 items
                        #  value
                        ─  ───────────────────────────────
                        0  Run[id=1, model=pca, score=0.5]
                        1  Other[parts=[1, 2]]""");
    }

    @Test
    void nothing_is_a_pair_of_brackets() {
        assertThat(new ValueView(List.of()).display().data()).containsOnly(Map.entry(MimeBundle.TEXT, "[]"));
        assertThat(new ValueView(Map.of()).display().data()).containsOnly(Map.entry(MimeBundle.TEXT, "{}"));
        assertThat(new ValueView(new Object[0]).display().data()).containsOnly(Map.entry(MimeBundle.TEXT, "[]"));
    }

    @Test
    void of_a_list_only_the_shown_items_are_asked_for() {
        List<Integer> asked = new ArrayList<>();
        List<Integer> endless = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                asked.add(index);
                return index;
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };

        assertThat(text(endless)).contains("… 2,147,483,627 more rows").endsWith("2147483646  2147483646");
        assertThat(asked).hasSize(20);
    }

    @Test
    void the_last_items_of_what_has_no_places_are_found_on_the_way_and_not_at_all_costs() {
        Counted million = new Counted(1_000_000);
        Counted more = new Counted(1_000_001);

        assertThat(text(million)).contains("… 999,980 more rows").endsWith("999999  999999");
        assertThat(text(more)).endsWith("\n19     19\n… 999,981 more rows");
        assertThat(more.asked).isEqualTo(20);
    }

    @Test
    void a_linked_list_and_a_set_show_their_ends() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        assertThat(text(new LinkedList<>(numbers)))
                .startsWith("list: 100 items")
                .endsWith("99     99");
        assertThat(text(new LinkedHashSet<>(numbers)))
                .startsWith("set: 100 items")
                .endsWith("99     99");
    }

    @Test
    void an_item_that_throws_does_not_hide_the_others() {
        assertThat(text(List.of("fine", new Throwing(), "also fine"))).endsWith("""
                        0  fine
                        1  Throwing (throws IllegalStateException: no text)
                        2  also fine""");
    }

    @Test
    void a_component_that_throws_does_not_hide_the_others() {
        record Half(int whole, int half) {
            @Override
            public int half() {
                throw new ArithmeticException("odd");
            }
        }

        assertThat(text(List.of(new Half(1, 0)))).endsWith("0      1  (throws ArithmeticException: odd)");
        assertThat(text(new Half(1, 0))).isEqualTo("Half[whole=1, half=(throws ArithmeticException: odd)]");
    }

    @Test
    void a_collection_that_fails_on_the_way_shows_what_it_gave() {
        List<Integer> broken = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                if (index == 2) {
                    throw new IllegalStateException("disk");
                }
                return index;
            }

            @Override
            public int size() {
                return 5;
            }
        };

        assertThat(text(broken)).endsWith("""
                        0                                     0
                        1                                     1
                        2  (throws IllegalStateException: disk)
                        … 2 more rows""");
    }

    @Test
    void an_interrupt_ends_the_showing() {
        Object interrupted = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException(new InterruptedException("sleep interrupted"));
            }
        };

        assertThat(catchThrowable(() -> text(List.of(interrupted, 1))))
                .hasRootCauseInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        try {
            assertThat(catchThrowable(() -> text(new Counted(1_000))))
                    .hasRootCauseInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_list_of_a_hundred_million_is_no_more_work_than_a_short_one() {
        assertThat(text(Collections.nCopies(100_000_000, 1))).contains("… 99,999,980 more rows");
    }

    private static final class Throwing {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    private static String text(Object value) {
        return (String) new ValueView(value).display().data().get(MimeBundle.TEXT);
    }
}

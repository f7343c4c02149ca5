package dev.oddity.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    @Test
    void a_map_is_a_table_of_keys_and_values_in_its_own_order() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", 42);
        map.put("<b>", List.of(1, 2));
        map.put("none", null);

        MimeBundle bundle = new MapView(map).display();

        assertThat((String) bundle.data().get(MimeBundle.TEXT)).isEqualTo("""
                        map: 3 rows × 2 columns
                        key   value
                        ────  ──────
                        seed  42
                        <b>   [1, 2]
                        none  null""");
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

        assertThat((String) new CollectionView(items).display().data().get(MimeBundle.TEXT))
                .startsWith("list: 500 rows × 2 columns\n")
                .contains("… 480 more rows")
                .endsWith("499  249001");
    }
}

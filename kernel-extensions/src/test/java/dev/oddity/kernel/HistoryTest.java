package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @BeforeEach
    void remember() {
        history.add(1, "1 + 1", "2");
        history.add(2, "int x = 3;", null);
        history.add(3, "1 + 1", "2");
    }

    @Test
    void the_tail_is_the_last_cells_with_or_without_their_results() {
        assertThat(answer("{\"hist_access_type\": \"tail\", \"n\": 2}"))
                .isEqualTo("[[1,2,\"int x = 3;\"],[1,3,\"1 + 1\"]]");
        assertThat(answer("{\"hist_access_type\": \"tail\", \"n\": 2, \"output\": true}"))
                .isEqualTo("[[1,2,[\"int x = 3;\",null]],[1,3,[\"1 + 1\",\"2\"]]]");
    }

    @Test
    void a_range_ends_before_its_stop() {
        assertThat(answer("{\"hist_access_type\": \"range\", \"start\": 1, \"stop\": 3}"))
                .isEqualTo("[[1,1,\"1 + 1\"],[1,2,\"int x = 3;\"]]");
    }

    @Test
    void a_search_takes_globs_and_gives_each_text_once_if_asked() {
        assertThat(answer("{\"hist_access_type\": \"search\", \"pattern\": \"1*\"}"))
                .isEqualTo("[[1,1,\"1 + 1\"],[1,3,\"1 + 1\"]]");
        assertThat(answer("{\"hist_access_type\": \"search\", \"pattern\": \"*?;\", \"unique\": true}"))
                .isEqualTo("[[1,2,\"int x = 3;\"]]");
        assertThat(answer("{\"hist_access_type\": \"search\", \"pattern\": \"1*\", \"unique\": true}"))
                .isEqualTo("[[1,3,\"1 + 1\"]]");
    }

    private String answer(String request) {
        return history.answer(new Fields(JsonParser.parseString(request).getAsJsonObject()))
                .get("history")
                .toString();
    }
}

package dev.oddity.ci.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.ci.notebook.Notebook;
import dev.oddity.ci.notebook.NotebookException;
import dev.oddity.ci.notebook.NotebookReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotebookWishesTest {

    @Test
    void a_notebook_says_what_its_cells_and_it_as_a_whole_may_take() {
        NotebookWishes wishes = NotebookWishes.of(notebook("{\"oddity\": {\"timeout\": 1.5, \"totalTimeout\": 600}}"));

        assertThat(wishes.cell())
                .contains(new Limit(
                        Duration.ofMillis(1500),
                        "the limit in the notebook's metadata; give more there, or with --timeout"));
        assertThat(wishes.total())
                .contains(new Limit(
                        Duration.ofMinutes(10),
                        "the limit in the notebook's metadata; give more there, or with --total-timeout"));
    }

    @Test
    void the_limit_of_a_cell_may_stand_where_nbmake_has_it() {
        assertThat(NotebookWishes.of(notebook("{\"execution\": {\"timeout\": 300}}"))
                        .cell())
                .map(Limit::time)
                .contains(Duration.ofMinutes(5));
        assertThat(NotebookWishes.of(notebook("{\"execution\": {\"timeout\": 300}, \"oddity\": {\"timeout\": 2}}"))
                        .cell())
                .map(Limit::time)
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void a_notebook_that_says_nothing_has_no_limits() {
        assertThat(NotebookWishes.of(notebook("{}")).cell()).isEmpty();
        assertThat(NotebookWishes.of(notebook("{\"oddity\": {\"profiles\": {}}, \"execution\": 3}"))
                        .total())
                .isEmpty();
    }

    @Test
    void what_is_no_time_is_refused() {
        for (String value : new String[] {"0", "-1", "\"30\"", "1e12", "true", "[30]"}) {
            assertThatThrownBy(() -> NotebookWishes.of(notebook("{\"oddity\": {\"totalTimeout\": " + value + "}}")))
                    .isInstanceOf(NotebookException.class)
                    .hasMessage(
                            "the notebook has totalTimeout %s in its metadata; it is a positive number of seconds, such as"
                                    + " 30",
                            value);
        }
    }

    private static Notebook notebook(String metadata) {
        return NotebookReader.parse("{\"nbformat\": 4, \"cells\": [], \"metadata\": " + metadata + "}", "n.ipynb");
    }
}

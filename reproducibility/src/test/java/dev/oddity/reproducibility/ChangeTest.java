package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void leaves_are_found_by_the_names_that_lead_to_them() {
        Map<String, Object> tree = Map.of(
                "seeds", List.of(42L, 43L),
                "models", List.of(Map.of("name", "vae", "parameters", Map.of("latent", 8L))),
                "steps", List.of(Map.of("step", "oneHot"), Map.of("step", "standard")));

        assertThat(Leaves.of(tree))
                .containsEntry("seeds", List.of(42L, 43L))
                .containsEntry("models.vae.latent", 8L)
                .containsEntry("models.vae.name", "vae")
                .containsEntry("steps.2.step", "standard")
                .hasSize(5);
    }

    @Test
    void two_models_of_one_name_go_by_number() {
        assertThat(Leaves.of(Map.of("models", List.of(Map.of("name", "knn", "k", 1L), Map.of("name", "knn", "k", 2L)))))
                .containsEntry("models.1.k", 1L)
                .containsEntry("models.2.k", 2L);
    }

    @Test
    void what_differs_stands_in_three_columns() {
        List<Change> changes = Change.between(
                Map.of("a", 1L, "b", "same", "c", List.of(64L, 32L), "d", .1),
                Map.of("a", 3L, "b", "same", "c", List.of(64L), "e", "new"));

        assertThat(Change.table("setting", changes)).isEqualTo("""
                        setting | old     | new  | change
                        a       | 1       | 3    | +2
                        c       | [64,32] | [64] |
                        d       | 0.1     | –    |
                        e       | –       | new  |""");
    }

    @Test
    void one_bit_is_a_change_and_a_whole_number_is_itself_however_it_is_held() {
        assertThat(Change.between(Map.of("x", .1), Map.of("x", Math.nextUp(.1))))
                .singleElement()
                .extracting(Change::difference)
                .isEqualTo("+1.39e-17");
        assertThat(Change.between(Map.of("x", 1L), Map.of("x", 1.0))).isEmpty();
        assertThat(Change.table("setting", List.of())).isEmpty();
    }
}

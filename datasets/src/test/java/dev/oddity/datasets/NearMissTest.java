package dev.oddity.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

    private static final List<String> NAMES = List.of("pca", "knn", "vae", "zScore", "learningRate");

    @Test
    void two_letters_in_the_wrong_order_are_one_slip() {
        assertThat(NearMiss.of("pac", NAMES)).contains("pca");
        assertThat(NearMiss.of("kNN", NAMES)).contains("knn");
        assertThat(NearMiss.of("learnignRaet", NAMES)).contains("learningRate");
    }

    @Test
    void a_letter_too_many_too_few_or_changed_is_one_slip() {
        assertThat(NearMiss.of("knnn", NAMES)).contains("knn");
        assertThat(NearMiss.of("va", NAMES)).contains("vae");
        assertThat(NearMiss.of("zscare", NAMES)).contains("zScore");
    }

    /** Two edits are more than a third of three letters. */
    @Test
    void a_name_that_is_like_none_has_no_near_miss() {
        assertThat(NearMiss.of("acp", NAMES)).isEmpty();
        assertThat(NearMiss.of("forest", NAMES)).isEmpty();
        assertThat(NearMiss.of("pac", List.of())).isEmpty();
    }

    @Test
    void the_hint_ends_the_clause_before_the_names_there_are() {
        assertThat(NearMiss.hint("pac", NAMES)).isEqualTo("; did you mean 'pca'?");
        assertThat(NearMiss.hint("forest", NAMES)).isEqualTo(";");
    }
}

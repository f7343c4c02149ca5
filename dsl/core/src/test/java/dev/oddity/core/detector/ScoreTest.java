package dev.oddity.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void a_latent_search_says_its_steps() {
        Score score = new Score.LatentSearch(500);

        assertThat(score).hasToString("latentSearch(500)").isEqualTo(new Score.LatentSearch(500));
        assertThat(score.describe()).isEqualTo(Map.of("steps", 500));
    }

    @Test
    void a_latent_search_without_a_step_is_refused() {
        assertThatThrownBy(() -> new Score.LatentSearch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latentSearch(0): steps must be at least 1");
    }
}

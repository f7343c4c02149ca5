package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pass of scoring holds fewer rows where a layer gives much for each. */
class WidestTest {

    /** 64 · 128 · 128 numbers are 2²⁰: 16 rows make 2²⁴. */
    @Test
    void images_go_in_blocks_that_fit() {
        Network network = new CnnClassifier().channels(64).network(new long[] {1, 128, 128}, Map.of());

        assertThat(network.block()).isEqualTo(16);
    }

    @Test
    void a_block_of_a_users_tells_how_wide_it_is() {
        Network network = new DeepSvdd()
                .encoder(new DjlBlock(
                        "wide",
                        () -> ai.djl.nn.core.Linear.builder()
                                .setUnits(1 << 15)
                                .optBias(false)
                                .build()))
                .network(new long[] {2}, Map.of());

        assertThat(network.block()).isEqualTo(512);
    }
}

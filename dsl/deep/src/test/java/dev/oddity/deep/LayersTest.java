package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.core.detector.Detectors;
import dev.oddity.core.detector.FitContext;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.CanonicalJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {

    private final Layers layers =
            new Layers().dense(64).leakyRelu().dropout(.1).batchNorm().dense();

    @Test
    void they_read_like_the_words_that_make_them() {
        assertThat(layers).hasToString("layers().dense(64).leakyRelu().dropout(0.1).batchNorm().dense()");
        assertThat(new Autoencoder().epochs(3).decoder(layers))
                .hasToString("autoencoder().epochs(3).decoder(" + layers + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layers()",
                "layers().dense(64).relu().leakyRelu().elu().gelu().tanh().sigmoid().softplus().dropout(0.25).dense()",
                "layers().reshape(1, 8, 8).conv(4).conv(8, 2).batchNorm().maxPool().upsample(8, 8).flatten().layerNorm()",
                "layers().reshape(6, 2).upsample(12).reshape(24)",
            })
    void their_text_is_read_back(String text) {
        assertThat(LayersText.read(text)).hasToString(text).isEqualTo(LayersText.read(text));
    }

    @Test
    void they_are_equal_by_their_words() {
        assertThat(new Layers().dense(8).relu())
                .isEqualTo(new Layers().dense(8).relu())
                .hasSameHashCodeAs(new Layers().dense(8).relu())
                .isNotEqualTo(new Layers().relu().dense(8));
    }

    @Test
    void a_detector_with_layers_is_described_in_text_and_found_again() {
        Autoencoder detector = new Autoencoder().encoder(layers).decoder(new Layers());

        assertThat(CanonicalJson.of(detector.describe()))
                .contains("\"decoder\":\"layers()\"")
                .contains("\"encoder\":\"layers().dense(64).leakyRelu().dropout(0.1).batchNorm().dense()\"");
        assertThat(Detectors.described(detector.describe())).isEqualTo(detector);
    }

    @Test
    void a_detector_without_them_is_described_as_ever() {
        Map<?, ?> parameters = (Map<?, ?>) new Autoencoder().describe().get("parameters");

        assertThat(parameters.containsKey("encoder")).isFalse();
        assertThat(new Autoencoder()).isNotEqualTo(new Autoencoder().encoder(layers));
    }

    @Test
    void text_that_tells_no_layers_is_refused_where_it_goes_wrong() {
        assertThatThrownBy(() -> new Autoencoder().with("encoder", "layers().dense(8)relu()"))
                .hasMessage("'layers().dense(8)relu()' tells no layers from 'relu()' on; write it like"
                        + " layers().dense(64).relu().dense(8)");
        assertThatThrownBy(() -> new Autoencoder().with("encoder", "layers().dense(8, 9)"))
                .hasMessageContaining("tells no layers from '.dense(8, 9)' on");
        assertThatThrownBy(() -> new Autoencoder().with("encoder", "layers().dens(8)"))
                .hasMessageStartingWith(
                        "layers() has no word 'dens'; did you mean 'dense'? words: batchNorm, conv, dense,");
        assertThatThrownBy(() -> new Autoencoder().with("encoder", 3))
                .hasMessage("autoencoder().encoder(3): encoder takes layers or a block, such as"
                        + " layers().dense(64).relu()");
    }

    @Test
    void sizes_are_checked_at_once() {
        assertThatThrownBy(() -> new Layers().dense(0)).hasMessage("layers().dense(0): a size must be at least 1");
        assertThatThrownBy(() -> new Layers().dropout(1))
                .hasMessage("layers().dropout(1.0): dropout must be at least 0 and below 1");
        assertThatThrownBy(() -> new Layers().upsample(1, 2, 3))
                .hasMessage("layers().upsample(1, 2, 3): upsample takes steps, or height and width");
    }

    @Test
    void a_layer_that_does_not_fit_the_one_before_is_refused_by_name() {
        refused(
                new Autoencoder().encoder(new Layers().dense(8).relu().conv(4)),
                "autoencoder().encoder(layers().dense(8).relu().conv(4)): conv(4), layer 3 of 3, gets 8 numbers a row and"
                        + " needs an image, channels × height × width, or a window, steps × features; put reshape(..)"
                        + " before it");
        refused(
                new Autoencoder().encoder(new Layers().dense(8).reshape(1, 3, 3)),
                "autoencoder().encoder(layers().dense(8).reshape(1, 3, 3)): reshape(1, 3, 3), layer 2 of 2, gets 8 numbers"
                        + " a row and needs 9 numbers; put dense(9) before it, or name a shape of 8 numbers");
        refused(
                new Autoencoder().encoder(new Layers().reshape(3, 2).upsample(4, 4)),
                "autoencoder().encoder(layers().reshape(3, 2).upsample(4, 4)): upsample(4, 4), layer 2 of 2, gets 3 × 2 a"
                        + " row and needs an image, channels × height × width; put reshape(channels, height, width) before"
                        + " it");
        refused(
                new Autoencoder().encoder(new Layers().reshape(1, 2, 3).layerNorm()),
                "autoencoder().encoder(layers().reshape(1, 2, 3).layerNorm()): layerNorm(), layer 2 of 2, gets 1 × 2 × 3 a"
                        + " row and needs a flat row or a window; put flatten() before it, or take batchNorm()");
    }

    @Test
    void layers_that_end_in_the_wrong_width_or_shape_are_refused() {
        refused(
                new Autoencoder().decoder(new Layers().dense(64).relu().dense(7)),
                "autoencoder().decoder(layers().dense(64).relu().dense(7)): it ends with dense(7) where 6 numbers are"
                        + " needed; end it with dense(), or leave the last layer to the detector");
        refused(
                new Autoencoder()
                        .decoder(new Layers()
                                .dense()
                                .dropout(.1)
                                .reshape(1, 2, 3)
                                .conv(2)),
                "autoencoder().decoder(layers().dense().dropout(0.1).reshape(1, 2, 3).conv(2)): it ends with 2 × 2 × 3 a"
                        + " row where 6 numbers a row are needed; end it in that shape, or with flatten()");
        refused(
                new Autoencoder().decoder(new Layers().dense().relu().dense()),
                "autoencoder().decoder(layers().dense().relu().dense()): dense() without a width may stand once; give the"
                        + " others a width");
        refused(
                new Gan().critic(new Layers().dense().sigmoid()),
                "gan().critic(layers().dense().sigmoid()): dense() must stand last: it gives what a row is judged by, a"
                        + " number without bounds");
    }

    @Test
    void words_about_the_usual_networks_have_no_place_beside_others() {
        refused(
                new Autoencoder().latent(4).encoder(new Layers().dense(3)),
                "autoencoder().encoder(layers().dense(3)): it gives 3 numbers a row, but latent is 4; leave latent(4) out,"
                        + " or let it give 4");
        refused(
                new Autoencoder().hidden(5).encoder(new Layers().dense(3)).decoder(new Layers()),
                "autoencoder().hidden(5).encoder(layers().dense(3)).decoder(layers()): hidden(..) shapes the usual"
                        + " networks, and encoder(..), decoder(..) stand in their place; leave hidden out");
    }

    @Test
    void a_one_class_network_may_add_nothing_to_zero() {
        String why =
                "with it the network could put every row on the centre (Ruff et al. 2018, propositions 1 to 3); leave"
                        + " it out or take another activation";
        refused(
                new DeepSvdd().encoder(new Layers().dense(8).batchNorm()),
                "deepSvdd().encoder(layers().dense(8).batchNorm()): batchNorm(): " + why);
        refused(
                new DeepSvdd().encoder(new Layers().dense(8).tanh()),
                "deepSvdd().encoder(layers().dense(8).tanh()): tanh(): " + why);
        refused(
                new DeepSad().encoder(new Layers().dense(8).sigmoid()),
                "deepSad().encoder(layers().dense(8).sigmoid()): sigmoid(): " + why);
    }

    @Test
    void a_penalised_critic_may_neither_tie_rows_together_nor_draw() {
        String why = "the penalty holds the critic's gradient by each row alone, which batch norm ties to the"
                + " rows beside it and dropout draws anew; leave it out, take layerNorm, or take gan(), which has no penalty";
        refused(
                new WganGp().critic(new Layers().dense(8).batchNorm().relu()),
                "wganGp().critic(layers().dense(8).batchNorm().relu()): batchNorm(): " + why);
        refused(
                new WganGp().critic(new Layers().dense(8).dropout(.5)),
                "wganGp().critic(layers().dense(8).dropout(0.5)): dropout(0.5): " + why);
    }

    @Test
    void what_each_role_must_give_is_told_with_what_it_gives() {
        Layers seven = new Layers().dense(7);
        refused(
                new MemoryAutoencoder().latent(4).encoder(seven),
                "memoryAutoencoder().encoder(layers().dense(7)): it gives 7 numbers a row, but latent is 4; leave latent(4)"
                        + " out, or let it give 4");
        refused(
                new RobustAutoencoder().decoder(seven),
                "robustAutoencoder().decoder(layers().dense(7)): it ends with dense(7) where 6 numbers are needed; end it"
                        + " with dense(), or leave the last layer to the detector");
        refused(
                new Neutral().transformation(seven),
                "neutral().transformation(layers().dense(7)): it ends with dense(7) where 6 numbers are needed; end it with"
                        + " dense(), or leave the last layer to the detector");
        refused(
                new NormalizingFlow().conditioner(seven),
                "normalizingFlow().conditioner(layers().dense(7)): it ends with dense(7) where 12 numbers are needed; end it"
                        + " with dense(), or leave the last layer to the detector");
        refused(
                new Icl().windowEncoder(seven),
                "icl().windowEncoder(layers().dense(7)): it ends with dense(7) where 64 numbers are needed; end it with"
                        + " dense(), or leave the last layer to the detector");
        refused(
                new Icl().restEncoder(new Layers().conv(3)),
                "icl().restEncoder(layers().conv(3)): conv(3), layer 1 of 1, gets 4 numbers a row and needs an image,"
                        + " channels × height × width, or a window, steps × features; put reshape(..) before it");
        refused(
                new Alad().generator(seven),
                "alad().generator(layers().dense(7)): it ends with dense(7) where 6 numbers are needed; end it with dense(),"
                        + " or leave the last layer to the detector");
        refused(
                new Alad().latent(2).jointCritic(new Layers().reshape(2, 6)),
                "alad().jointCritic(layers().reshape(2, 6)): reshape(2, 6), layer 1 of 1, gets 8 numbers a row and needs 12"
                        + " numbers; put dense(12) before it, or name a shape of 8 numbers");
        refused(
                new Alad().codeCritic(seven),
                "alad().codeCritic(layers().dense(7)): it ends with dense(7) where 1 number is needed; end it with dense(),"
                        + " or leave the last layer to the detector");
    }

    @Test
    void words_that_shape_networks_which_are_not_there_are_refused() {
        Layers some = new Layers().dense(4).relu();
        refused(
                new NormalizingFlow().hidden(8).conditioner(some),
                "normalizingFlow().hidden(8).conditioner(layers().dense(4).relu()): hidden(..) shapes the usual networks, and"
                        + " conditioner(..) stand in their place; leave hidden out");
        refused(
                new Alad().spectralNorm(true).jointCritic(some).rowCritic(some).codeCritic(some),
                "alad().spectralNorm(true).jointCritic(layers().dense(4).relu()).rowCritic(layers().dense(4).relu())"
                        + ".codeCritic(layers().dense(4).relu()): spectralNorm(..) shapes the usual networks, and"
                        + " jointCritic(..), rowCritic(..), codeCritic(..) stand in their place; leave spectralNorm out");
    }

    @Test
    void a_contractive_encoder_must_tell_its_derivative() {
        refused(
                new Autoencoder().contractive(1).encoder(new Layers().dense(8).layerNorm()),
                "autoencoder().contractive(1.0).encoder(layers().dense(8).layerNorm()): contractive(..) needs the"
                        + " derivative of the encoder, which dense, batchNorm, dropout and the activations of layers() can"
                        + " tell, and no other layer or block; leave contractive out");
    }

    private static void refused(DeepDetector<?> detector, String sentence) {
        Features rows = CustomNetworksTest.rows(20);
        assertThatThrownBy(() -> detector.fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}

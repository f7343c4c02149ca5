package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers in words in the place of a detector's own networks. */
class CustomNetworksTest {

    static Stream<Arguments> words_that_spell_the_usual_networks() {
        Layers dressed = new Layers().dense(8).batchNorm().relu().dropout(.1);
        Layers plain = new Layers().dense(8).leakyRelu();
        return Stream.of(
                Arguments.of(
                        new Autoencoder().hidden(8).latent(3).dropout(.1),
                        new Autoencoder()
                                .encoder(dressed.dense(3).batchNorm().relu().dropout(.1))
                                .decoder(dressed)),
                Arguments.of(
                        new Autoencoder().hidden(8).latent(3).dropout(.1).contractive(.01),
                        new Autoencoder()
                                .contractive(.01)
                                .encoder(dressed.dense(3).batchNorm().relu().dropout(.1))
                                .decoder(dressed.dense(6))),
                Arguments.of(
                        new Vae().hidden(8).latent(3),
                        new Vae().latent(3).encoder(dressed).decoder(dressed.dense())),
                Arguments.of(
                        new Vae().hidden(8).latent(3).variance("row"),
                        new Vae().latent(3).variance("row").encoder(dressed).decoder(dressed)),
                Arguments.of(
                        new Dagmm().hidden(8).latent(2),
                        new Dagmm()
                                .encoder(new Layers().dense(8).tanh().dense(2))
                                .decoder(new Layers().dense(8).tanh())),
                Arguments.of(new DeepSvdd().hidden(8).latent(3), new DeepSvdd().encoder(plain.dense(3))),
                Arguments.of(
                        new DeepSvdd().hidden(8).latent(3).pretraining(2),
                        new DeepSvdd().hidden(8).latent(3).pretraining(2).encoder(plain.dense())),
                Arguments.of(new DeepSad().hidden(8).latent(3), new DeepSad().encoder(plain.dense(3))),
                Arguments.of(
                        new DevNet().hidden(8),
                        new DevNet().network(new Layers().dense(8).relu())),
                Arguments.of(new MlpClassifier().hidden(8), new MlpClassifier().network(dressed)),
                Arguments.of(
                        new Gan().hidden(8).latent(3),
                        new Gan().latent(3).generator(plain).critic(plain).encoder(plain)),
                Arguments.of(
                        new WganGp().hidden(8).latent(3),
                        new WganGp()
                                .latent(3)
                                .generator(plain)
                                .critic(plain.dense(1))
                                .encoder(plain.dense())));
    }

    @ParameterizedTest
    @MethodSource
    void words_that_spell_the_usual_networks(DeepDetector<?> usual, DeepDetector<?> spelt) {
        Features rows = rows(80);
        TrainingLabels labels = labels(usual);
        try (TrainedModel expected = usual.with("epochs", 3).fit(rows, FitContext.of(7, labels));
                TrainedModel given = spelt.with("epochs", 3).fit(rows, FitContext.of(7, labels))) {
            assertThat(given.history()).isEqualTo(expected.history());
            assertThat(spelt.scores()).isEqualTo(usual.scores());
            for (Score score : scores(usual)) {
                assertThat(given.score(rows, score)).as("%s", score).containsExactly(expected.score(rows, score));
            }
        }
    }

    private static List<Score> scores(DeepDetector<?> detector) {
        return detector.scores().contains(Score.LatentSearch.class)
                ? List.of(new Score.ModelScore(), new Score.FeatureMatching(), new Score.LatentSearch(3))
                : List.of(new Score.ModelScore());
    }

    @Test
    void a_decoder_alone_starts_from_the_usual_code_and_an_encoder_alone_ends_in_one_for_the_usual_decoder() {
        try (TrainedModel one = new Autoencoder()
                        .latent(4)
                        .epochs(1)
                        .decoder(new Layers().dense(5).relu())
                        .fit(rows(40), FitContext.of(1));
                TrainedModel other = new Autoencoder()
                        .epochs(1)
                        .encoder(new Layers().dense(5).tanh())
                        .fit(rows(40), FitContext.of(1))) {
            assertThat(one.state().tensor("decoder.0.weight").shape()).containsExactly(5, 4);
            assertThat(one.state().tensor("decoder.out.weight").shape()).containsExactly(6, 5);
            assertThat(other.state().tensor("decoder.0.weight").shape()).containsExactly(64, 5);
        }
    }

    @Test
    void layers_of_images_keep_the_shape_that_their_words_tell() {
        Autoencoder detector = new Autoencoder()
                .epochs(2)
                .encoder(new Layers().conv(4, 2).batchNorm().relu().maxPool().dense(3))
                .decoder(new Layers()
                        .dense(16)
                        .relu()
                        .reshape(4, 2, 2)
                        .upsample(5, 4)
                        .conv(1));
        Features images = new Features(rows(40).values(), new int[] {12, 1, 5, 4}, List.of());

        try (TrainedModel model = detector.fit(images, FitContext.of(1))) {
            assertThat(model.reconstruction(images).orElseThrow().shape()).containsExactly(12, 1, 5, 4);
            assertThat(model.latent(images).orElseThrow().columns()).isEqualTo(3);
            // 5 × 4 → 3 × 2 → 2 × 1, of 4 channels.
            assertThat(model.state().tensor("encoder.4.weight").shape()).containsExactly(3, 8);
        }
    }

    @Test
    void layers_of_windows_go_along_the_steps() {
        Autoencoder detector = new Autoencoder()
                .epochs(2)
                .encoder(new Layers().conv(4).relu().maxPool().layerNorm().dense(3))
                .decoder(new Layers().dense(6).reshape(2, 3).upsample(4).conv(5));
        Features windows = new Features(rows(40).values(), new int[] {12, 4, 5}, List.of());

        try (TrainedModel model = detector.fit(windows, FitContext.of(1))) {
            assertThat(model.reconstruction(windows).orElseThrow().shape()).containsExactly(12, 4, 5);
            assertThat(model.state().tensor("encoder.0.weight").shape()).containsExactly(4, 5, 3);
            assertThat(model.state().tensor("encoder.3.weight").shape()).containsExactly(4);
            assertThat(model.state().tensor("encoder.4.weight").shape()).containsExactly(3, 8);
        }
    }

    @Test
    void a_one_class_network_maps_zero_to_zero_whatever_it_learnt() {
        DeepSvdd detector = new DeepSvdd()
                .epochs(3)
                .encoder(new Layers().reshape(1, 2, 3).conv(4).leakyRelu().dense(3));

        try (TrainedModel model = detector.fit(rows(60), FitContext.of(1))) {
            assertThat(model.latent(Features.of(new float[6], 6)).orElseThrow().values())
                    .containsOnly(0);
            assertThat(model.state().tensors().keySet()).noneMatch(name -> name.contains("bias"));
        }
    }

    @Test
    void a_search_for_z_is_there_where_generator_and_critic_can_go_back() {
        Layers image = new Layers().dense(12).reshape(3, 2, 2).upsample(2, 3).conv(1);

        assertThat(new Gan().generator(new Layers().dense(8).batchNorm().relu()).scores())
                .contains(Score.LatentSearch.class);
        assertThat(new Gan().generator(image).scores()).doesNotContain(Score.LatentSearch.class);
        assertThat(new Gan().encoder(new Layers().reshape(1, 2, 3).conv(2)).scores())
                .contains(Score.LatentSearch.class);
    }

    private static TrainingLabels labels(DeepDetector<?> detector) {
        if (!detector.supervision().usesLabels()) {
            return TrainingLabels.none();
        }
        boolean[] labels = new boolean[80];
        for (int i = 0; i < 80; i += 8) {
            labels[i] = true;
        }
        return TrainingLabels.all(labels);
    }

    /** Of six columns. */
    static Features rows(int rows) {
        Random random = new Random(3);
        float[] values = new float[rows * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Features.of(values, 6);
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.datasets.Features;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                                .encoder(plain.dense())),
                Arguments.of(
                        new MemoryAutoencoder().hidden(8).latent(3).slots(5).dropout(.1),
                        new MemoryAutoencoder()
                                .slots(5)
                                .encoder(dressed.dense(3))
                                .decoder(dressed)),
                Arguments.of(
                        new RobustAutoencoder().hidden(8).latent(3).dropout(.1),
                        new RobustAutoencoder()
                                .encoder(dressed.dense(3).batchNorm().relu().dropout(.1))
                                .decoder(dressed)),
                Arguments.of(
                        new Alad().hidden(8).latent(3).discriminatorHidden(8).dropout(.1),
                        new Alad()
                                .latent(3)
                                .encoder(plain)
                                .generator(plain.dense())
                                .jointCritic(plain.dropout(.1))
                                .rowCritic(plain.dropout(.1).dense(1))
                                .codeCritic(plain.dropout(.1))),
                Arguments.of(
                        new Neutral().hidden(8).latent(3),
                        new Neutral().encoder(new Layers().dense(8).relu().dense(3))),
                Arguments.of(
                        new NormalizingFlow().couplings(3).hidden(8, 5),
                        new NormalizingFlow()
                                .couplings(3)
                                .conditioner(
                                        new Layers().dense(8).relu().dense(5).relu())));
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

    /** The usual ones draw their weights in another order, so they are given over. */
    @ParameterizedTest
    @ValueSource(strings = {"add", "multiply"})
    void transformations_in_words_do_what_the_usual_ones_do_with_the_same_weights(String transform) {
        Neutral usual = new Neutral()
                .transformations(3)
                .transform(transform)
                .transformHidden(4)
                .hidden(8)
                .epochs(2);
        Neutral spelt = new Neutral()
                .transformations(3)
                .transform(transform)
                .transformation(new Layers().dense(4).relu())
                .hidden(8);
        try (TrainedModel expected = usual.fit(rows(80), FitContext.of(7))) {
            ModelState state = expected.state();
            Map<String, Tensor> tensors = new LinkedHashMap<>(state.tensors());
            for (int k = 0; k < 3; k++) {
                String place = "transformation." + k;
                tensors.put(place + ".0.weight", part(state, "transform.0.weight", k, 4, 6));
                tensors.put(place + ".0.bias", part(state, "transform.0.bias", k, 4));
                tensors.put(place + ".out.weight", part(state, "transform.1.weight", k, 6, 4));
                tensors.put(place + ".out.bias", part(state, "transform.1.bias", k, 6));
            }
            try (TrainedModel given = spelt.restore(new ModelState(tensors, state.facts()))) {
                assertThat(given.score(rows(80), new Score.ModelScore()))
                        .containsExactly(expected.score(rows(80), new Score.ModelScore()), within(1e-4));
            }
        }
    }

    /** The k-th of the tensors of this shape that lie end to end in one. */
    private static Tensor part(ModelState state, String name, int k, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Tensor.of(Arrays.copyOfRange(state.tensor(name).floats(), k * size, (k + 1) * size), shape);
    }

    /** Written out in double precision, with windows of two columns and one linear layer each. */
    @Test
    void encoders_in_words_see_each_window_of_a_row_and_the_rest_of_it() {
        Icl detector = new Icl()
                .width(4)
                .temperature(.5)
                .epochs(2)
                .restEncoder(new Layers().dense(4).tanh().dense())
                .windowEncoder(new Layers());
        Features rows = rows(80);
        try (TrainedModel model = detector.fit(rows, FitContext.of(7))) {
            ModelState state = model.state();
            double[] scores = model.score(rows, new Score.ModelScore());
            for (int row = 0; row < 80; row++) {
                double sum = 0;
                for (int j = 0; j < 5; j++) {
                    double[] hidden = linear(state, "pair.0.rest.0", outside(rows, row, j));
                    for (int i = 0; i < hidden.length; i++) {
                        hidden[i] = Math.tanh(hidden[i]);
                    }
                    double[] rest = linear(state, "pair.0.rest.2", hidden);
                    double own = 0;
                    double all = 0;
                    for (int other = 0; other < 5; other++) {
                        double[] window = {rows.values()[row * 6 + other], rows.values()[row * 6 + other + 1]};
                        double likeness = Math.exp(cosine(rest, linear(state, "pair.0.run.out", window)) / .5);
                        own = other == j ? likeness : own;
                        all += likeness;
                    }
                    sum -= Math.log(own / all);
                }
                assertThat(scores[row]).as("row %d", row).isCloseTo(sum / 5, within(1e-4));
            }
        }
    }

    private static double[] outside(Features rows, int row, int from) {
        return IntStream.range(0, 6)
                .filter(column -> column < from || column > from + 1)
                .mapToDouble(column -> rows.values()[row * 6 + column])
                .toArray();
    }

    private static double[] linear(ModelState state, String name, double[] in) {
        float[] weight = state.tensor(name + ".weight").floats();
        float[] bias = state.tensor(name + ".bias").floats();
        double[] out = new double[bias.length];
        for (int o = 0; o < out.length; o++) {
            out[o] = bias[o];
            for (int i = 0; i < in.length; i++) {
                out[o] += weight[o * in.length + i] * in[i];
            }
        }
        return out;
    }

    private static double cosine(double[] a, double[] b) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }
        return product / Math.sqrt(first * second);
    }

    @Test
    void every_coupling_transformation_and_order_of_columns_has_weights_of_its_own() {
        Layers small = new Layers().dense(4).tanh();
        Stream.of(
                        new NormalizingFlow().couplings(2).conditioner(small),
                        new Neutral().transformations(2).transformation(small),
                        new Icl().width(4).permutations(2).restEncoder(small).windowEncoder(small))
                .forEach(detector -> {
                    try (TrainedModel model = detector.epochs(1).fit(rows(40), FitContext.of(1))) {
                        List<String> first = model.state().tensors().keySet().stream()
                                .filter(name -> name.matches("(coupling|transformation|pair)\\.0\\..*"))
                                .toList();
                        assertThat(first).as(detector.name()).hasSizeGreaterThanOrEqualTo(4);
                        for (String name : first) {
                            assertThat(model.state()
                                            .tensor(name.replaceFirst("\\.0\\.", ".1."))
                                            .floats())
                                    .as(name)
                                    .hasSameSizeAs(model.state().tensor(name).floats())
                                    .isNotEqualTo(model.state().tensor(name).floats());
                        }
                    }
                });
    }

    @Test
    void convolutions_see_images_in_every_detector_of_rows_in_their_shape() {
        Layers conv = new Layers().conv(3).relu();
        Features images = new Features(rows(60).values(), new int[] {30, 1, 3, 4}, List.of());
        Stream.of(
                        new MemoryAutoencoder()
                                .encoder(conv.dense(3))
                                .decoder(new Layers().dense(12).reshape(1, 3, 4).conv(1)),
                        new RobustAutoencoder().encoder(conv.dense(3)),
                        new Neutral().latent(5).encoder(conv.dense()).transformation(conv.conv(1)),
                        new NormalizingFlow().conditioner(conv.flatten()),
                        new Alad()
                                .latent(3)
                                .encoder(conv.flatten())
                                .rowCritic(new Layers().reshape(2, 3, 4).conv(4).leakyRelu()),
                        new WganGp().latent(3).critic(conv.maxPool().flatten().layerNorm()))
                .forEach(detector -> {
                    try (TrainedModel model =
                            ((DeepDetector<?>) detector).with("epochs", 2).fit(images, FitContext.of(1))) {
                        assertThat(Arrays.stream(model.score(images, new Score.ModelScore()))
                                        .distinct())
                                .as(detector.toString())
                                .hasSizeGreaterThan(20)
                                .allMatch(Double::isFinite);
                    }
                });
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

package dev.oddity;

import static dev.oddity.Oddity.alad;
import static dev.oddity.Oddity.autoencoder;
import static dev.oddity.Oddity.block;
import static dev.oddity.Oddity.breastCancer;
import static dev.oddity.Oddity.experiment;
import static dev.oddity.Oddity.icl;
import static dev.oddity.Oddity.layers;
import static dev.oddity.Oddity.load;
import static dev.oddity.Oddity.memoryAutoencoder;
import static dev.oddity.Oddity.neutral;
import static dev.oddity.Oddity.normalizingFlow;
import static dev.oddity.Oddity.robustAutoencoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import dev.oddity.core.FittedDetector;
import dev.oddity.core.detector.Detector;
import dev.oddity.deep.Autoencoder;
import dev.oddity.deep.Layers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** A network of one's own through a whole sentence, into a folder and back. */
class CustomNetworkTest {

    private final Table rows = breastCancer().load().table();

    static Stream<Detector> layers_are_kept_with_the_detector() {
        Layers some = layers().dense(16).relu();
        return Stream.of(
                autoencoder().epochs(2).encoder(some.dense(4)).decoder(some),
                memoryAutoencoder().epochs(2).encoder(some.dense(4)).decoder(some),
                robustAutoencoder().epochs(2).encoder(some.dense(4)).decoder(some),
                alad().epochs(2)
                        .latent(4)
                        .encoder(some)
                        .generator(some)
                        .jointCritic(some)
                        .rowCritic(some)
                        .codeCritic(some),
                normalizingFlow().epochs(2).couplings(2).conditioner(some),
                neutral().epochs(2).transformations(2).encoder(some.dense(4)).transformation(some),
                icl().epochs(2).width(8).restEncoder(some).windowEncoder(some));
    }

    @ParameterizedTest
    @MethodSource
    void layers_are_kept_with_the_detector(Detector model, @TempDir Path folder) {
        try (FittedDetector fitted =
                experiment("layers").data(breastCancer()).model(model).fit()) {
            fitted.save(folder);
            try (FittedDetector loaded = load(folder)) {
                assertThat(loaded.detector()).isEqualTo(model);
                assertThat(loaded.score(rows)).containsExactly(fitted.score(rows));
            }
        }
    }

    @Test
    void a_block_is_kept_by_its_name_and_given_again(@TempDir Path folder) {
        Autoencoder model = autoencoder().epochs(2).encoder(block("residual", CustomNetworkTest::residual));

        try (FittedDetector fitted =
                experiment("block").data(breastCancer()).model(model).fit()) {
            fitted.save(folder);
            try (FittedDetector loaded = load(folder, model)) {
                assertThat(loaded.score(rows)).containsExactly(fitted.score(rows));
            }
            assertThatThrownBy(() -> load(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "autoencoder().encoder(block(\"residual\")): a file keeps a block's name and weights, not"
                                    + " the block; give it again: load(folder, autoencoder().encoder(block(\"residual\", () ->"
                                    + " ..)))");
        }
    }

    /** As the README has it. */
    private static SequentialBlock residual() {
        return new SequentialBlock()
                .add(new ParallelBlock(
                                xs -> new NDList(xs.get(0).head().add(xs.get(1).head())))
                        .add(new SequentialBlock()
                                .add(Linear.builder().setUnits(30).build())
                                .add(Activation.reluBlock()))
                        .add(new LambdaBlock(x -> x)))
                .add(Linear.builder().setUnits(32).build());
    }

    @Test
    void the_same_layers_have_the_same_identity_and_others_another() {
        String one = experiment("x")
                .data(breastCancer())
                .model(autoencoder().encoder(layers().dense(8).relu()))
                .plan()
                .identity();

        assertThat(experiment("x")
                        .data(breastCancer())
                        .model(autoencoder().encoder(layers().dense(8).relu()))
                        .plan()
                        .identity())
                .isEqualTo(one);
        assertThat(experiment("x")
                        .data(breastCancer())
                        .model(autoencoder().encoder(layers().dense(8).gelu()))
                        .plan()
                        .identity())
                .isNotEqualTo(one);
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.initializer.ConstantInitializer;
import dev.oddity.core.detector.Detectors;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.Tensor;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DjlBlockTest {

    private static final Score SCORE = new Score.ModelScore();
    private final Features rows = CustomNetworksTest.rows(60);
    private final NDManager shared = PyTorch.open(ai.djl.Device.cpu());

    @AfterEach
    void free() {
        shared.close();
    }

    private static ai.djl.nn.core.Linear linear(long units) {
        return ai.djl.nn.core.Linear.builder().setUnits(units).build();
    }

    /** Columns → 8, batch norm, relu → {@code out}. */
    private static Block dense(long out) {
        return new SequentialBlock()
                .add(linear(8))
                .add(BatchNorm.builder().build())
                .add(ai.djl.nn.Activation.reluBlock())
                .add(linear(out));
    }

    /** x + W₂·relu(W₁·x + b₁) + b₂. */
    private static Block residual() {
        return new SequentialBlock()
                .add(new ParallelBlock(both -> new NDList(
                                both.get(0).singletonOrThrow().add(both.get(1).singletonOrThrow())))
                        .add(dense(6))
                        .add(new LambdaBlock(x -> x)))
                .add(linear(3));
    }

    private static Autoencoder blocks() {
        return new Autoencoder()
                .epochs(3)
                .encoder(new DjlBlock("down", () -> dense(3)))
                .decoder(new DjlBlock("up", () -> dense(6)));
    }

    @Test
    void a_block_learns_to_the_bit_and_scores_up_to_rounding_as_layers_with_the_same_first_weights() {
        Layers down = new Layers().dense(8).batchNorm().relu();
        AutoencoderNetwork block = AutoencoderNetwork.of(blocks().parameters(), 6);
        AutoencoderNetwork layers = AutoencoderNetwork.of(
                new Autoencoder().encoder(down.dense(3)).decoder(down).parameters(), 6);

        Taught ours = taught(layers);
        Taught theirs = taught(block);
        assertThat(theirs.learnt()).isEqualTo(ours.learnt());
        // In scoring narrow layers are filled up for the engine's kernels, a block's own are not.
        assertThat(theirs.scores()).containsExactly(ours.scores(), within(1e-5f));
    }

    /**
     * @param learnt losses of ten epochs and all weights after them
     * @param scores of the rows
     */
    private record Taught(List<Double> learnt, float[] scores) {}

    private Taught taught(Network network) {
        PyTorch.TRAINING.lock();
        try (Weights weights =
                        Weights.of(network.layout(), PyTorch.open(ai.djl.Device.cpu()), waves(network.layout()));
                NDManager run = weights.owner().newSubManager()) {
            Training training = new Training(10, 16, "adam", 0.01, 0.9, Schedule.COSINE, 1e-3, 1e-4, 1, 0, 0);
            List<Double> told = new ArrayList<>();
            PyTorch.seed(1);
            new TrainingLoop("toy", network, training, FitContext.of(1))
                    .run(weights, rows, new float[0], run)
                    .values()
                    .forEach(told::addAll);
            Pass pass = weights.pass(run, false);
            float[] scores = network.score(SCORE, run.create(rows.values(), new Shape(60, 6)), pass)
                    .toFloatArray();
            weights.tensors().values().forEach(tensor -> {
                for (float value : tensor.floats()) {
                    told.add((double) value);
                }
            });
            return new Taught(told, scores);
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    private static ModelState waves(Layout layout) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            float[] values = new float[slot.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (.4 * Math.sin(.7 * at++));
            }
            tensors.put(slot.name(), Tensor.of(values));
        }
        for (Layout.Slot slot : layout.measured()) {
            float[] values = new float[slot.size()];
            Arrays.fill(values, 1);
            tensors.put(slot.name(), Tensor.of(values));
        }
        return new ModelState(tensors, Map.of());
    }

    @Test
    void the_same_seed_gives_the_same_bits_and_another_seed_others() {
        Autoencoder detector = new Autoencoder()
                .epochs(3)
                .encoder(new DjlBlock(
                        "residual",
                        () -> new SequentialBlock()
                                .add(residual())
                                .add(Dropout.builder().optRate(.2f).build())));

        double[] first = scores(detector, 1);

        assertThat(scores(detector, 1)).containsExactly(first);
        assertThat(scores(detector, 2)).isNotEqualTo(first);
    }

    private double[] scores(Autoencoder detector, long seed) {
        try (TrainedModel model = detector.fit(rows, FitContext.of(seed))) {
            return model.score(rows, SCORE);
        }
    }

    @Test
    void first_weights_are_those_of_the_blocks_own_initialisers() {
        Supplier<Block> made = () -> {
            Block block = dense(3);
            block.setInitializer(new ConstantInitializer(.25f), Parameter.Type.WEIGHT);
            block.setInitializer(new ConstantInitializer(-1), Parameter.Type.BETA);
            return block;
        };
        Layout layout = layout(new DjlBlock("set", made));

        Map<String, float[]> first = first(layout);

        assertThat(first.get("encoder.01Linear_weight")).hasSize(48).containsOnly(.25f);
        assertThat(first.get("encoder.01Linear_bias")).containsOnly(0);
        assertThat(first.get("encoder.02BatchNorm_beta")).containsOnly(-1);
        assertThat(first.get("encoder.02BatchNorm_runningVar")).containsOnly(1);
    }

    @Test
    void a_block_that_has_values_starts_from_them_and_what_is_frozen_stays() {
        try (NDManager manager = PyTorch.open(ai.djl.Device.cpu())) {
            Supplier<Block> made = () -> {
                Block block = linear(3);
                block.setInitializer(new ConstantInitializer(.5f), Parameter.Type.WEIGHT);
                block.initialize(manager, DataType.FLOAT32, new Shape(1, 6));
                block.freezeParameters(true, parameter -> parameter.getType() == Parameter.Type.WEIGHT);
                return block;
            };
            Autoencoder detector = new Autoencoder().epochs(2).encoder(new DjlBlock("frozen", made));

            try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
                assertThat(model.state().tensor("encoder.weight").floats()).containsOnly(.5f);
                assertThat(model.state().tensor("encoder.bias").floats()).doesNotContain(0);
            }
        }
    }

    @Test
    void what_learns_moves_and_what_is_measured_follows_the_rows() {
        Map<String, float[]> first = first(layout(new DjlBlock("down", () -> dense(3))));

        try (TrainedModel model = blocks().fit(rows, FitContext.of(1))) {
            Map<String, Tensor> learnt = model.state().tensors();
            first.forEach((name, before) ->
                    assertThat(learnt.get(name).floats()).as(name).isNotEqualTo(before));
        }
    }

    private static Layout layout(DjlBlock block) {
        Layout layout = new Layout();
        BlockLayer.in(new Site(layout, "autoencoder", "encoder", new long[] {6}, Limits.NONE), block);
        return layout;
    }

    private static Map<String, float[]> first(Layout layout) {
        PyTorch.TRAINING.lock();
        try (Weights weights = Weights.first(layout, PyTorch.open(ai.djl.Device.cpu()), new java.util.Random(1))) {
            Map<String, float[]> first = new LinkedHashMap<>();
            weights.tensors().forEach((name, tensor) -> first.put(name, tensor.floats()));
            return first;
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void a_block_gets_rows_in_the_shape_of_the_data() {
        Supplier<Block> made = () -> new SequentialBlock()
                .add(Conv2d.builder()
                        .setFilters(2)
                        .setKernelShape(new Shape(2, 2))
                        .build())
                .add(ai.djl.nn.Activation.tanhBlock());
        Features images = new Features(rows.values(), new int[] {60, 1, 2, 3}, List.of());

        try (TrainedModel model =
                new Autoencoder().epochs(2).encoder(new DjlBlock("conv", made)).fit(images, FitContext.of(1))) {
            // 2 × 3 → 1 × 2, of 2 channels.
            assertThat(model.latent(images).orElseThrow().columns()).isEqualTo(4);
        }
    }

    @Test
    void blocks_of_one_name_are_equal_and_a_record_holds_the_name() {
        DjlBlock block = new DjlBlock("residual", DjlBlockTest::residual);

        assertThat(block)
                .hasToString("block(\"residual\")")
                .isEqualTo(new DjlBlock("residual", () -> linear(1)))
                .hasSameHashCodeAs(new DjlBlock("residual", () -> linear(1)))
                .isNotEqualTo(new DjlBlock("other", DjlBlockTest::residual));
        assertThat(Detectors.described(new Autoencoder().encoder(block).describe()))
                .isEqualTo(new Autoencoder().encoder(block));
        assertThatThrownBy(() -> new DjlBlock("a \"b\"", DjlBlockTest::residual))
                .hasMessage("block('a \"b\"'): the name must not be blank and have no quotation marks");
    }

    @Test
    void a_block_of_which_only_the_name_is_known_must_be_given_again() {
        refused(
                new Autoencoder().with("encoder", "block(\"residual\")"),
                "autoencoder().encoder(block(\"residual\")): a file keeps a block's name and weights, not the block; give it"
                        + " again: load(folder, autoencoder().encoder(block(\"residual\", () -> ..)))");
    }

    @Test
    void a_block_must_give_as_many_numbers_as_are_needed() {
        refused(
                new Autoencoder().decoder(new DjlBlock("up", () -> dense(7))),
                "autoencoder().decoder(block(\"up\")): it gives 7 numbers a row where 6 numbers a row must come out; let its"
                        + " last layer give 6");
        refused(
                new Vae().latent(4).encoder(new DjlBlock("down", () -> dense(4))),
                "vae().encoder(block(\"down\")): it gives 4 numbers a row where 8 numbers a row must come out; let"
                        + " its last layer give 8");
    }

    @Test
    void a_block_that_does_not_take_the_rows_is_refused_with_the_engines_reason() {
        Block images =
                Conv2d.builder().setFilters(2).setKernelShape(new Shape(2, 2)).build();

        assertThatThrownBy(() -> new Autoencoder()
                        .encoder(new DjlBlock("conv", () -> images))
                        .fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "autoencoder().encoder(block(\"conv\")): it does not take 6 numbers a row, an array"
                                + " of (3, 6): ")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void a_block_that_scores_a_row_by_its_neighbours_is_refused() {
        Supplier<Block> mixing = () -> new SequentialBlock()
                .add(linear(3))
                .add(new LambdaBlock(list ->
                        new NDList(list.get(0).sub(list.get(0).mean(new int[] {0}, true)))));
        refused(
                new Autoencoder().encoder(new DjlBlock("mixing", mixing)),
                "autoencoder().encoder(block(\"mixing\")): it scores a row otherwise beside other rows; a score must depend"
                        + " on the row alone: let it mix the rows of a batch in training only");

        Supplier<Block> sum = () -> new LambdaBlock(
                list -> new NDList(NDArrays.add(list.get(0), list.get(0)).sum(new int[] {0})));
        refused(
                new Autoencoder().encoder(new DjlBlock("sum", sum)),
                "autoencoder().encoder(block(\"sum\")): it makes (6) of (3, 6); rows must come out as its first axis, their"
                        + " numbers as the others");
    }

    @Test
    void a_block_is_one_models_own() {
        Block same = dense(3);
        Autoencoder detector = new Autoencoder().epochs(1).encoder(new DjlBlock("same", () -> same));
        detector.fit(rows, FitContext.of(1)).close();

        refused(
                detector,
                "autoencoder().encoder(block(\"same\")): it was given to another model; let the supplier make a new block"
                        + " each time");
    }

    @Test
    void a_one_class_block_may_add_nothing_to_zero() {
        String why =
                "with it the network could put every row on the centre (Ruff et al. 2018, propositions 1 to 3); leave"
                        + " it out or take another activation";
        Supplier<Block> sigmoid = () -> new SequentialBlock()
                .add(ai.djl.nn.core.Linear.builder().setUnits(3).optBias(false).build())
                .add(ai.djl.nn.Activation.sigmoidBlock());
        Supplier<Block> straight =
                () -> ai.djl.nn.core.Linear.builder().setUnits(3).optBias(false).build();

        refused(
                new DeepSvdd().encoder(new DjlBlock("biased", () -> linear(3))),
                "deepSvdd().encoder(block(\"biased\")): bias is a bias: " + why);
        refused(
                new DeepSad().encoder(new DjlBlock("sigmoid", sigmoid)),
                "deepSad().encoder(block(\"sigmoid\")): it gives 0.5 for a row of zeros: " + why);
        try (TrainedModel model = new DeepSvdd()
                .epochs(2)
                .encoder(new DjlBlock("straight", straight))
                .fit(rows, FitContext.of(1))) {
            assertThat(model.latent(rows).orElseThrow().columns()).isEqualTo(3);
        }
    }

    @Test
    void a_penalised_critic_may_not_tie_rows_together_in_training() {
        refused(
                new WganGp().critic(new DjlBlock("critic", () -> dense(3))),
                "wganGp().critic(block(\"critic\")): in training it gives a row otherwise beside other rows, as batch norm does:"
                        + " the penalty holds the critic's gradient by each row alone, which batch norm ties to the rows"
                        + " beside it and dropout draws anew; leave it out, take layerNorm, or take gan(), which has no penalty");
    }

    @Test
    void a_penalised_critic_must_have_a_gradient() {
        Supplier<Block> cut = () -> new SequentialBlock()
                .add(linear(3))
                .add(new LambdaBlock(list -> new NDList(list.get(0).stopGradient())));

        assertThatThrownBy(() -> new WganGp().critic(new DjlBlock("cut", cut)).fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "wganGp().critic(block(\"cut\")): the penalty holds the critic's gradient, of which the"
                                + " engine finds none here: ")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    /** Of layers the gradient is written out, of a block the engine finds it. */
    @Test
    void a_penalised_critic_learns_as_a_block_what_it_learns_as_layers() {
        Supplier<Block> made = () -> new SequentialBlock().add(linear(8)).add(ai.djl.nn.Activation.tanhBlock());
        WganGp small = new WganGp().hidden(8).latent(2);
        Layers words = new Layers().dense(8).tanh();

        Taught ours = taught(small.critic(words).network(new long[] {6}, Map.of()));
        Taught theirs = taught(small.critic(new DjlBlock("critic", made)).network(new long[] {6}, Map.of()));

        assertThat(theirs.learnt()).hasSameSizeAs(ours.learnt());
        for (int i = 0; i < ours.learnt().size(); i++) {
            assertThat(theirs.learnt().get(i))
                    .as("number %d", i)
                    .isCloseTo(ours.learnt().get(i), within(1e-3));
        }
    }

    static Stream<DeepDetector<?>> detectors_of_blocks() {
        DjlBlock row = new DjlBlock("row", () -> dense(6));
        DjlBlock code = new DjlBlock("code", () -> dense(3));
        return Stream.of(
                new MemoryAutoencoder().encoder(code).decoder(row),
                new RobustAutoencoder().encoder(code).decoder(row),
                new Alad()
                        .latent(3)
                        .encoder(code)
                        .generator(row)
                        .jointCritic(code)
                        .rowCritic(code)
                        .codeCritic(row),
                new Neutral().transformations(3).encoder(code).transformation(row),
                new Icl()
                        .width(6)
                        .restEncoder(new DjlBlock("rest", DjlBlockTest::residualOfFour))
                        .windowEncoder(row),
                new NormalizingFlow().couplings(3).conditioner(new DjlBlock("both", () -> dense(12))),
                new WganGp()
                        .latent(3)
                        .generator(row)
                        .critic(new DjlBlock(
                                "critic",
                                () -> new SequentialBlock()
                                        .add(linear(8))
                                        .add(ai.djl.nn.norm.LayerNorm.builder().build())
                                        .add(ai.djl.nn.Activation.geluBlock())))
                        .encoder(code));
    }

    private static Block residualOfFour() {
        return new SequentialBlock()
                .add(new ParallelBlock(both -> new NDList(
                                both.get(0).singletonOrThrow().add(both.get(1).singletonOrThrow())))
                        .add(dense(4))
                        .add(new LambdaBlock(x -> x)))
                .add(linear(6));
    }

    @ParameterizedTest
    @MethodSource
    void detectors_of_blocks(DeepDetector<?> detector) {
        DeepDetector<?> brief = detector.with("epochs", 3);
        Map<String, float[]> first =
                first(brief.network(new long[] {6}, Map.of()).layout());
        try (TrainedModel model = brief.fit(rows, FitContext.of(1))) {
            double[] scores = model.score(rows, SCORE);
            ModelState state = model.state();

            assertThat(Arrays.stream(scores).distinct()).hasSizeGreaterThan(50).allMatch(Double::isFinite);
            first.forEach((name, before) -> assertThat(state.tensor(name).floats())
                    .as(name)
                    .hasSameSizeAs(before)
                    .satisfies(after -> {
                        // Drawn once, and never learnt.
                        if (!name.equals("search.start")) {
                            assertThat(after).isNotEqualTo(before);
                        }
                    }));
            try (TrainedModel restored = brief.restore(state)) {
                assertThat(restored.score(rows, SCORE)).containsExactly(scores);
            }
        }
        assertThat(Detectors.described(detector.describe())).isEqualTo(detector);
    }

    @Test
    void adversaries_of_blocks_learn_in_turns() {
        Gan detector = new Gan()
                .latent(2)
                .epochs(3)
                .generator(new DjlBlock("generator", () -> dense(6)))
                .critic(new DjlBlock("critic", () -> dense(5)));

        try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
            assertThat(model.history()).containsOnlyKeys("encoder loss", "critic loss", "generator loss");
            assertThat(model.state().tensor("critic.out.weight").shape()).containsExactly(1, 5);
            assertThat(Arrays.stream(model.score(rows, new Score.FeatureMatching())))
                    .allMatch(Double::isFinite);
        }
        assertThat(detector.scores()).doesNotContain(Score.LatentSearch.class);
    }

    private void refused(DeepDetector<?> detector, String sentence) {
        assertThatThrownBy(() -> detector.fit(rows, FitContext.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void what_a_supplier_draws_itself_follows_the_seed_too() {
        Autoencoder detector = new Autoencoder().epochs(1).encoder(new DjlBlock("drawn", () -> {
            Block block = linear(3);
            block.initialize(shared, DataType.FLOAT32, new Shape(1, 6));
            return block;
        }));

        double[] first = scores(detector, 1);
        PyTorch.seed(99);

        assertThat(scores(detector, 1)).containsExactly(first);
        assertThat(scores(detector, 2)).isNotEqualTo(first);
    }
}

package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.GradientCollector;
import com.google.gson.Gson;
import dev.oddity.core.detector.ModelState;
import dev.oddity.core.detector.Tensor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code adversarial.json}, which {@code adversarial.py} beside it wrote with PyTorch, and finite differences. */
class AdversarialParityTest {

    private record Penalty(double[] gradient, double penalty, double[] second) {}

    private record Losses(double discriminator, double generator, double wasserstein) {}

    private record Fixture(Map<String, Penalty> penalties, Losses gan) {}

    private static final float[] ROWS = wave(24, 1.3, 2.0);

    private final Fixture expected = read();
    private final NDManager owner = PyTorch.open(PyTorch.device(ComputeDevice.cpu()));

    @AfterEach
    void free() {
        owner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky_relu", "elu", "gelu", "tanh", "sigmoid", "softplus"})
    void a_critics_gradient_by_its_rows_is_that_of_torch_autograd(String activation) {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.named(activation), 4, 5, 3, 1);
        Weights weights = weights(layout, first(layout));
        try (NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);

            float[] gradient = critic.gradient(rows(step), pass).toFloatArray();

            near(gradient, expected.penalties.get(activation).gradient);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky_relu", "elu", "gelu", "tanh", "sigmoid", "softplus"})
    void the_penaltys_gradient_by_the_weights_is_torchs_second_derivative(String activation) {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.named(activation), 4, 5, 3, 1);
        Weights weights = weights(layout, first(layout));
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            weights.record(0, true);

            NDArray penalty = Game.Wasserstein.penalty(critic, rows(step), weights.pass(step, true));
            collector.backward(penalty);

            Penalty torch = expected.penalties.get(activation);
            assertThat((double) penalty.getFloat()).isCloseTo(torch.penalty, within(1e-5));
            near(weights.part(0).getGradient().toFloatArray(), torch.second);
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void a_critics_gradient_by_its_rows_is_the_quotient_of_small_differences() {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.TANH, 4, 5, 3, 1);
        Weights weights = weights(layout, first(layout));
        try (NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);
            float[] gradient = critic.gradient(rows(step), pass).toFloatArray();
            for (int i = 0; i < ROWS.length; i++) {
                double difference = values(critic, moved(ROWS, i, .01f), step, pass)[i / 4]
                        - values(critic, moved(ROWS, i, -.01f), step, pass)[i / 4];
                assertThat((double) gradient[i]).as("number %d", i).isCloseTo(difference / .02, within(2e-4));
            }
        }
    }

    @Test
    void the_penaltys_gradient_by_the_weights_is_the_quotient_of_small_differences() {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.TANH, 4, 5, 3, 1);
        float[] first = first(layout);
        double[] second = expected.penalties.get("tanh").second;
        for (int i = 0; i < first.length; i++) {
            double difference =
                    penalty(layout, critic, moved(first, i, .01f)) - penalty(layout, critic, moved(first, i, -.01f));
            assertThat(second[i]).as("weight %d", i).isCloseTo(difference / .02, within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layers().dense(5).layerNorm().tanh().dense(3).gelu()",
                "layers().layerNorm().dense(5).softplus().layerNorm()",
                "layers().dense(5).dense(3).sigmoid().dense()",
                "layers().reshape(1, 2, 2).conv(2).tanh().flatten().layerNorm()",
                "layers().reshape(2, 2).conv(3).softplus().dense(3).elu()",
            })
    void a_critic_in_words_tells_its_gradient_and_that_of_its_penalty_as_small_differences_do(String words) {
        Layout layout = new Layout();
        Site site = new Site(layout, "wganGp", "critic", new long[] {4}, Limits.PENALISED);
        Critic critic = LayersText.read(words).critic(site);
        float[] first = first(layout);
        Weights weights = weights(layout, first);
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);
            float[] gradient = critic.gradient(rows(step), pass).toFloatArray();
            for (int i = 0; i < ROWS.length; i++) {
                double difference = values(critic, moved(ROWS, i, .01f), step, pass)[i / 4]
                        - values(critic, moved(ROWS, i, -.01f), step, pass)[i / 4];
                assertThat((double) gradient[i]).as("number %d", i).isCloseTo(difference / .02, within(1e-3));
            }

            weights.record(0, true);
            collector.backward(Game.Wasserstein.penalty(critic, rows(step), weights.pass(step, true)));

            float[] second = weights.part(0).getGradient().toFloatArray();
            for (int i = 0; i < first.length; i++) {
                double difference = penalty(layout, critic, moved(first, i, .01f))
                        - penalty(layout, critic, moved(first, i, -.01f));
                assertThat((double) second[i]).as("weight %d", i).isCloseTo(difference / .02, within(3e-3));
            }
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                Arguments.of("relu", (Supplier<Block>) ai.djl.nn.Activation::reluBlock),
                Arguments.of("leaky_relu", (Supplier<Block>) () -> ai.djl.nn.Activation.leakyReluBlock(.01f)),
                Arguments.of("elu", (Supplier<Block>) () -> ai.djl.nn.Activation.eluBlock(1)),
                Arguments.of("gelu", (Supplier<Block>) ai.djl.nn.Activation::geluBlock),
                Arguments.of("tanh", (Supplier<Block>) ai.djl.nn.Activation::tanhBlock),
                Arguments.of("sigmoid", (Supplier<Block>) ai.djl.nn.Activation::sigmoidBlock),
                Arguments.of("softplus", (Supplier<Block>) ai.djl.nn.Activation::softPlusBlock));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_blocks_gradient_and_that_of_its_penalty_are_torchs(String activation, Supplier<Block> bend) {
        Layout layout = new Layout();
        Site site = new Site(layout, "wganGp", "critic", new long[] {4}, Limits.PENALISED);
        Critic critic = new DjlBlock(
                        "critic",
                        () -> new SequentialBlock()
                                .add(ai.djl.nn.core.Linear.builder().setUnits(5).build())
                                .add(bend.get())
                                .add(ai.djl.nn.core.Linear.builder().setUnits(3).build())
                                .add(bend.get()))
                .critic(site);
        Weights weights = weights(layout, first(layout));
        Penalty torch = expected.penalties.get(activation);
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            weights.record(0, true);
            Pass pass = weights.pass(step, true);

            near(critic.gradient(rows(step), pass).toFloatArray(), torch.gradient);

            NDArray penalty = Game.Wasserstein.penalty(critic, rows(step), pass);
            collector.backward(penalty);

            assertThat((double) penalty.getFloat()).isCloseTo(torch.penalty, within(1e-5));
            near(weights.part(0).getGradient().toFloatArray(), torch.second);
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    @Test
    void batch_norm_and_dropout_go_back_as_they_score() {
        Layout layout = new Layout();
        Site site = new Site(layout, "gan", "critic", new long[] {4}, Limits.NONE);
        Perceptron critic = (Perceptron)
                new Layers().dense(5).batchNorm().dropout(.5).tanh().critic(site);
        Weights weights = Weights.first(layout, owner, new Random(1));
        weights.measure(0, new float[] {.1f, -.2f, .3f, 0, .5f});
        weights.measure(1, new float[] {2, .5f, 1, 3, .7f});
        try (NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);
            float[] gradient = critic.gradient(rows(step), pass).toFloatArray();
            for (int i = 0; i < ROWS.length; i++) {
                double difference = values(critic, moved(ROWS, i, .01f), step, pass)[i / 4]
                        - values(critic, moved(ROWS, i, -.01f), step, pass)[i / 4];
                assertThat((double) gradient[i]).as("number %d", i).isCloseTo(difference / .02, within(2e-4));
            }
        }
    }

    @Test
    void a_critic_without_hidden_layers_has_its_weights_for_gradient() {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.TANH, 4, 1);
        Weights weights = weights(layout, new float[] {3, 0, 4, 0, 7});
        try (NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);

            assertThat(critic.gradient(rows(step), pass).toFloatArray()).containsExactly(3, 0, 4, 0);
            // (‖(3, 0, 4, 0)‖ − 1)²
            assertThat(Game.Wasserstein.penalty(critic, rows(step), pass).getFloat())
                    .isEqualTo(16);
        }
    }

    @Test
    void the_losses_of_both_games_are_torchs() {
        Layout layout = new Layout();
        Perceptron critic = Perceptron.in(layout, "critic", Activation.TANH, 4, 5, 3, 1);
        Weights weights = weights(layout, first(layout));
        try (NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);
            NDArray generated = step.create(wave(24, 2.1, 1.5), new Shape(6, 4));
            Game gan = new Game.NonSaturating();

            assertThat((double) gan.critic(critic, rows(step), generated, pass).getFloat())
                    .isCloseTo(expected.gan.discriminator, within(1e-5));
            assertThat((double) gan.generator(critic, generated, pass).getFloat())
                    .isCloseTo(expected.gan.generator, within(1e-5));
            assertThat((double) new Game.Wasserstein(10)
                            .generator(critic, generated, pass)
                            .getFloat())
                    .isCloseTo(expected.gan.wasserstein, within(1e-5));
        }
    }

    @Test
    void the_gradient_of_a_latent_search_is_the_engines() {
        Layout layout = new Layout();
        Perceptron generator = Perceptron.in(layout, "generator", Activation.TANH, 2, 3, 4);
        Perceptron critic = Perceptron.in(layout, "critic", Activation.TANH, 4, 5, 3, 1);
        Weights weights = weights(layout, first(layout));
        PyTorch.TRAINING.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector();
                NDManager step = owner.newSubManager()) {
            Pass pass = weights.pass(step, false);
            NDArray z = step.create(wave(12, 0.9, 1.5), new Shape(6, 2));
            NDArray features = critic.features(rows(step), pass);
            float[] written = LatentSearch.gradient(generator, critic, rows(step), features, z, pass)
                    .toFloatArray();

            z.setRequiresGradient(true);
            collector.backward(LatentSearch.residual(generator, critic, rows(step), features, z, pass)
                    .sum());

            float[] engines = z.getGradient().toFloatArray();
            for (int i = 0; i < engines.length; i++) {
                assertThat(written[i]).as("number %d", i).isCloseTo(engines[i], within(1e-6f));
            }
        } finally {
            PyTorch.TRAINING.unlock();
        }
    }

    private double penalty(Layout layout, Critic critic, float[] flat) {
        Weights weights = weights(layout, flat);
        try (NDManager step = owner.newSubManager()) {
            return Game.Wasserstein.penalty(critic, rows(step), weights.pass(step, false))
                    .getFloat();
        }
    }

    private static float[] values(Critic critic, float[] rows, NDManager step, Pass pass) {
        return critic.forward(step.create(rows, new Shape(6, 4)), pass).toFloatArray();
    }

    private static float[] moved(float[] values, int place, float by) {
        float[] moved = values.clone();
        moved[place] += by;
        return moved;
    }

    private static NDArray rows(NDManager manager) {
        return manager.create(ROWS, new Shape(6, 4));
    }

    private static float[] first(Layout layout) {
        return wave(layout.learnt().stream().mapToInt(Layout.Slot::size).sum(), 0.7, 0.6);
    }

    private Weights weights(Layout layout, float[] flat) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Layout.Slot slot : layout.learnt()) {
            tensors.put(slot.name(), Tensor.of(Arrays.copyOfRange(flat, at, at + slot.size())));
            at += slot.size();
        }
        return Weights.of(layout, owner, new ModelState(tensors, Map.of()));
    }

    private static void near(float[] given, double[] expected) {
        assertThat(given).hasSize(expected.length);
        for (int i = 0; i < given.length; i++) {
            assertThat((double) given[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(1e-5 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    /** The same numbers as {@code wave} in {@code adversarial.py}. */
    private static float[] wave(int n, double frequency, double scale) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (scale * Math.sin(frequency * (i + 1)));
        }
        return values;
    }

    private static Fixture read() {
        try (Reader reader = new InputStreamReader(
                AdversarialParityTest.class.getResourceAsStream("adversarial.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Fixture.class);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

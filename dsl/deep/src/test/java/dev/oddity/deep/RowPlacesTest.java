package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.datasets.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row gets must not depend on its place among the others, nor on how many they are, for any width. */
class RowPlacesTest {

    static Stream<Arguments> widths() {
        return IntStream.of(5, 6, 7, 9, 10, 13, 30)
                .boxed()
                .flatMap(columns -> IntStream.rangeClosed(3, 11).mapToObj(hidden -> Arguments.of(columns, hidden)));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void a_row_is_scored_alike_at_every_place(int columns, int hidden) {
        Features rows = TrainingTest.rows(100, columns, 1);
        for (Detector detector : detectors(hidden)) {
            try (TrainedModel model = detector.fit(rows, FitContext.of(1))) {
                for (Score score : scores(detector)) {
                    places(model, detector + " " + score, rows, score);
                }
            }
        }
    }

    private static Stream<Detector> all(int hidden) {
        return Stream.of(
                new Autoencoder().hidden(hidden).latent(3).epochs(1),
                new DeepSvdd().hidden(hidden).latent(hidden).epochs(1),
                new Gan().hidden(hidden).latent(3).epochs(1),
                new Dagmm().hidden(hidden).latent(3).epochs(1));
    }

    private static Iterable<Detector> detectors(int hidden) {
        return all(hidden)::iterator;
    }

    private static List<Score> scores(Detector detector) {
        return Stream.<Score>of(
                        new Score.ModelScore(),
                        new Score.ReconstructionError(),
                        new Score.CriticScore(),
                        new Score.FeatureMatching(),
                        new Score.LatentSearch(3))
                .filter(score -> detector.scores().contains(score.getClass()))
                .toList();
    }

    private static void places(TrainedModel model, String what, Features rows, Score score) {
        double[] together = model.score(rows, score);
        for (int from : new int[] {1, 2, 3, 7, 50, 83, 99}) {
            assertThat(model.score(rows.slice(from, rows.rows()), score))
                    .as("%s of the rows from %d on", what, from)
                    .containsExactly(Arrays.copyOfRange(together, from, together.length));
        }
    }

    static Stream<DeepDetector<?>> a_row_gets_the_same_in_blocks_of_many_as_alone() {
        return Stream.of(new Gan().hidden(8).latent(3), new Dagmm().hidden(8).latent(3));
    }

    /** More rows than one block holds: the last of them come in a block of their own. */
    @ParameterizedTest
    @MethodSource
    void a_row_gets_the_same_in_blocks_of_many_as_alone(DeepDetector<?> detector) {
        Features rows = TrainingTest.rows(Blockwise.BLOCK + 100, 6, 1);
        try (TrainedModel model = detector.with("epochs", 1).fit(rows, FitContext.of(1))) {
            for (Score score : scores(detector)) {
                double[] together = model.score(rows, score);
                for (int row : new int[] {0, 1, 511, 1023, 1024, 1025, 1123}) {
                    assertThat(model.score(rows.slice(row, row + 1), score))
                            .as("%s of row %d", score, row)
                            .containsExactly(together[row]);
                }
            }
        }
    }

    /** Of a network that says how many rows came at once, beside a layer of 32,768 numbers: 64 MB are 512 rows of it. */
    @Test
    void a_wide_network_looks_at_training_rows_and_scores_in_its_own_blocks() {
        Set<Long> lengths = new TreeSet<>();
        Supplier<Block> listening = () -> new SequentialBlock()
                .add(new LambdaBlock(given -> {
                    lengths.add(given.singletonOrThrow().getShape().get(0));
                    return given;
                }))
                .add(ai.djl.nn.core.Linear.builder().setUnits(6).build());
        Layers wide = new Layers().dense(1 << 15).relu();
        Features rows = TrainingTest.rows(1030, 6, 1);
        Stream.of(
                        new Gan().latent(2).encoder(wide).generator(new DjlBlock("generator", listening)),
                        new Dagmm().latent(2).encoder(wide.dense()).decoder(new DjlBlock("decoder", listening)),
                        new RobustAutoencoder()
                                .latent(2)
                                .encoder(wide.dense())
                                .decoder(new DjlBlock("decoder", listening)))
                .forEach(detector -> {
                    lengths.clear();
                    try (TrainedModel model = ((DeepDetector<?>) detector)
                            .with("epochs", 1)
                            .with("batchSize", 128)
                            .fit(rows, FitContext.of(1))) {
                        assertThat(lengths).as(detector.name()).isNotEmpty().allMatch(length -> length <= 512);
                        lengths.clear();
                        model.score(rows, new Score.ModelScore());
                        assertThat(lengths).as(detector.name()).containsExactly(512L);
                    }
                });
    }

    /** Of a network that says how many rows each pass of scoring had. */
    private static List<Long> passes(UnaryOperator<NDArray> encoder) {
        List<Long> lengths = new ArrayList<>();
        Detector detector = new Autoencoder()
                .epochs(1)
                .encoder(new DjlBlock(
                        "encoder",
                        () -> new SequentialBlock()
                                .add(ai.djl.nn.core.Linear.builder()
                                        .setUnits(16)
                                        .build())
                                .add(new LambdaBlock(given -> {
                                    lengths.add(
                                            given.singletonOrThrow().getShape().get(0));
                                    return new NDList(encoder.apply(given.singletonOrThrow()));
                                }))))
                .decoder(new Layers().dense(16).relu());
        try (TrainedModel model = detector.fit(TrainingTest.rows(100, 6, 1), FitContext.of(1))) {
            Features rows = TrainingTest.rows(17, 6, 2);
            double[] first = model.score(rows, new Score.ModelScore());
            lengths.clear();
            assertThat(model.score(rows, new Score.ModelScore())).containsExactly(first);
        }
        return lengths;
    }

    @Test
    void rows_go_in_a_pass_as_long_as_they_are() {
        assertThat(passes(codes -> codes)).containsExactly(32L);
    }

    /** Rows at odd places of a whole block are rounded otherwise, those of a short block are not. */
    @Test
    void rows_go_in_a_whole_block_where_its_places_are_not_alike() {
        assertThat(passes(codes -> {
                    long count = codes.getShape().get(0);
                    NDArray odd = codes.getManager().arange(count).mod(2).reshape(count, 1);
                    return count < Blockwise.BLOCK
                            ? codes
                            : codes.add(odd.mul(1e-3f).toType(DataType.FLOAT32, false));
                }))
                .containsExactly((long) Blockwise.BLOCK);
    }
}

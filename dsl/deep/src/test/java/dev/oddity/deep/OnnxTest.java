package dev.oddity.deep;

import static dev.oddity.core.Experiment.experiment;
import static dev.oddity.datasets.Preparations.impute;
import static dev.oddity.datasets.Preparations.mean;
import static dev.oddity.datasets.Preparations.median;
import static dev.oddity.datasets.Preparations.ordinal;
import static dev.oddity.datasets.Preparations.passthrough;
import static dev.oddity.datasets.Preparations.rare;
import static dev.oddity.datasets.Splits.stratified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.oddity.core.FittedDetector;
import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.detector.TrainingLabels;
import dev.oddity.core.onnx.ElementType;
import dev.oddity.core.onnx.OnnxGraph;
import dev.oddity.datasets.DataSource;
import dev.oddity.datasets.Features;
import dev.oddity.datasets.Preparation;
import dev.oddity.datasets.catalogue.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is exported is run by ONNX Runtime and held against the scores of the model it came from. */
class OnnxTest {

    /** Float32 has seven digits; kernels add up in other orders. */
    private static final double RELATIVE = 1e-4;

    private static final int ROWS = 200;
    private static final int COLUMNS = 5;

    @TestFactory
    Stream<DynamicTest> every_dense_network_scores_in_onnx_runtime_as_here() {
        return Stream.concat(
                        Stream.of(Activation.words())
                                .map(word -> new Autoencoder()
                                        .hidden(8)
                                        .latent(2)
                                        .epochs(2)
                                        .with("activation", word)),
                        Stream.of(
                                new Autoencoder().hidden(8).latent(2).epochs(2).with("batchNorm", true),
                                new Autoencoder()
                                        .encoder(new Layers()
                                                .layerNorm()
                                                .dense(8)
                                                .layerNorm()
                                                .relu()
                                                .dense(2))
                                        .decoder(new Layers().reshape(2, 1).flatten())
                                        .epochs(2),
                                new RobustAutoencoder().latent(2).epochs(3),
                                new DeepSvdd().hidden(8).latent(4).epochs(2),
                                new DeepSad().hidden(8).latent(4).epochs(2),
                                new DevNet().hidden(8).epochs(2),
                                new MlpClassifier().hidden(8).epochs(2),
                                vae("row"),
                                vae("column"),
                                vae("shared"),
                                vae("one")))
                .flatMap(detector -> detector.scores().stream()
                        .map(OnnxTest::instance)
                        .map(score ->
                                DynamicTest.dynamicTest(detector + " by " + score, () -> agrees(detector, score))));
    }

    private static Vae vae(String variance) {
        return new Vae().hidden(8).latent(2).epochs(2).with("variance", variance);
    }

    private static Score instance(Class<? extends Score> score) {
        return Stream.of(
                        new Score.ModelScore(),
                        new Score.ReconstructionProbability(3),
                        new Score.ReconstructionError(),
                        new Score.Elbo(3),
                        new Score.KlDivergence(),
                        new Score.LatentDistance())
                .filter(score::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static void agrees(Detector detector, Score score) throws OrtException {
        Features rows = rows();
        boolean[] odd = new boolean[ROWS];
        IntStream.range(0, 20).forEach(row -> odd[row] = true);
        TrainingLabels labels = detector.supervision().usesLabels() ? TrainingLabels.all(odd) : TrainingLabels.none();
        try (TrainedModel model = detector.fit(rows, FitContext.of(42, labels))) {
            OnnxGraph graph = new OnnxGraph("test");
            byte[] file = graph.bytes(
                    "score",
                    model.onnx(graph.input("rows", ElementType.FLOAT, COLUMNS), score)
                            .orElseThrow(),
                    Map.of());

            float[][] given = new float[ROWS][COLUMNS];
            IntStream.range(0, ROWS * COLUMNS).forEach(i -> given[i / COLUMNS][i % COLUMNS] = rows.values()[i]);
            same(run(file, Map.of("rows", given)), model.score(rows, score));
        }
    }

    private static Features rows() {
        Random random = new Random(7);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * (i < 20 * COLUMNS ? 4 : 1);
        }
        return Features.of(values, COLUMNS);
    }

    private static void same(float[] theirs, double[] ours) {
        assertThat(theirs).hasSameSizeAs(ours);
        for (int row = 0; row < ours.length; row++) {
            assertThat((double) theirs[row])
                    .as("row %d", row)
                    .isCloseTo(ours[row], within(RELATIVE * Math.max(1, Math.abs(ours[row]))));
        }
    }

    private static float[] run(byte[] file, Map<String, Object> inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try (OrtSession session = environment.createSession(file)) {
            for (Map.Entry<String, Object> input : inputs.entrySet()) {
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, input.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                return (float[]) result.get("score").orElseThrow().getValue();
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    /** Numbers of several sizes, dates, texts, and cells that are missing or that training had not. */
    private static Table table(int rows, long seed) {
        Random random = new Random(seed);
        DoubleColumn amount = DoubleColumn.create("amount");
        StringColumn proto = StringColumn.create("proto");
        DoubleColumn gap = DoubleColumn.create("gap");
        DateColumn day = DateColumn.create("day");
        StringColumn size = StringColumn.create("size");
        for (int row = 0; row < rows; row++) {
            amount.append(1e6 + 50 * random.nextGaussian());
            proto.append(List.of("tcp", "tcp", "udp", "icmp").get(random.nextInt(4)));
            gap.append(random.nextInt(10) > 0 ? Math.exp(3 * random.nextGaussian()) : Double.NaN);
            day.append(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)));
            size.append(List.of("s", "m", "l").get(random.nextInt(3)));
        }
        return Table.create("mixed", amount, proto, gap, day, size);
    }

    private static Table odd() {
        Table odd = table(50, 9);
        odd.doubleColumn("amount")
                .setMissing(0)
                .set(1, Double.POSITIVE_INFINITY)
                .set(2, 1e300);
        odd.replaceColumn(with(odd.stringColumn("proto"), 3, "sctp", 4, ""));
        odd.replaceColumn(with(odd.stringColumn("size"), 5, "xl", 6, ""));
        odd.dateColumn("day").setMissing(7);
        return odd;
    }

    /** An empty text is missing if it was appended, not if it was set. */
    private static StringColumn with(StringColumn column, int row, String text, int otherRow, String otherText) {
        return StringColumn.create(
                column.name(),
                IntStream.range(0, column.size())
                        .mapToObj(i -> i == row ? text : i == otherRow ? otherText : column.get(i)));
    }

    @TestFactory
    Stream<DynamicTest> raw_columns_go_in_however_they_are_prepared() {
        return Stream.of(
                        impute(median()).oneHot().standard(),
                        impute(mean().indicator()).oneHot().minMax(),
                        impute(median()).ordinal().robust(),
                        ordinal("size").oneHot().impute(median()).logScale().standard(),
                        rare(0.3).oneHot().impute(mean()).logScale().standard().clip(2),
                        impute(median()).oneHot().standard().whiten(3))
                .map(preparation -> DynamicTest.dynamicTest(preparation.toString(), () -> scoresRaw(preparation)));
    }

    private static void scoresRaw(Preparation preparation) throws Exception {
        DataSource data = Catalogue.table(table(ROWS, 3)).unlabelled().prepare(preparation);
        try (FittedDetector fitted = experiment("onnx")
                .data(data)
                .model(new Autoencoder().hidden(8).latent(2).epochs(2))
                .fit()
                .onWarning(unheard -> {})) {
            Path file = Files.createTempFile("oddity", ".onnx");
            try {
                fitted.toOnnx(file);

                same(run(Files.readAllBytes(file), raw(odd())), fitted.score(odd()));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Map<String, Object> raw(Table table) {
        double[][] numbers = new double[table.rowCount()][3];
        String[][] texts = new String[table.rowCount()][2];
        for (int row = 0; row < texts.length; row++) {
            numbers[row][0] = table.doubleColumn("amount").getDouble(row);
            numbers[row][1] = table.doubleColumn("gap").getDouble(row);
            LocalDate day = table.dateColumn("day").get(row);
            numbers[row][2] = day == null ? Double.NaN : day.toEpochDay();
            texts[row][0] = table.stringColumn("proto").get(row);
            texts[row][1] = table.stringColumn("size").get(row);
        }
        return Map.of("numbers", numbers, "texts", texts);
    }

    @Test
    void the_file_tells_columns_threshold_detector_and_experiment(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.onnx");
        try (FittedDetector fitted = experiment("onnx")
                .data(Catalogue.table(table(ROWS, 3))
                        .unlabelled()
                        .prepare(impute(median()).oneHot().standard()))
                .model(new Autoencoder().hidden(8).latent(2).epochs(1))
                .fit()) {
            fitted.toOnnx(file);

            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
                assertThat(session.getMetadata().getProducerName()).isEqualTo("oddity");
                assertThat(session.getMetadata().getGraphName()).isEqualTo("autoencoder");
                assertThat(session.getMetadata().getCustomMetadata())
                        .containsEntry("oddity.threshold", String.valueOf(fitted.threshold()))
                        .containsEntry("oddity.experiment", fitted.experiment())
                        .containsEntry("oddity.detector", fitted.detector().toString())
                        .containsEntry("oddity.score", fitted.scoredBy().toString())
                        .containsEntry(
                                "oddity.numbers",
                                "[{\"cells\":\"NUMBER\",\"name\":\"amount\"},{\"cells\":\"NUMBER\",\"name\":\"gap\"},"
                                        + "{\"cells\":\"DATE\",\"name\":\"day\"}]")
                        .containsEntry("oddity.texts", "[\"proto\",\"size\"]");
            }
        }
    }

    static Stream<Arguments> what_has_no_onnx_form_is_refused_with_those_that_have() {
        return Stream.of(
                Arguments.of(
                        new NormalizingFlow().couplings(2).hidden(8),
                        Catalogue.synthetic(200).prepare(passthrough())),
                Arguments.of(
                        new CnnClassifier().channels(2).dense(4),
                        Catalogue.digits().normal(8).split(stratified(.5))));
    }

    @ParameterizedTest
    @MethodSource
    void what_has_no_onnx_form_is_refused_with_those_that_have(
            DeepDetector<?> detector, DataSource data, @TempDir Path folder) {
        try (FittedDetector fitted =
                experiment("onnx").data(data).model(detector.with("epochs", 1)).fit()) {
            assertThatThrownBy(() -> fitted.toOnnx(folder.resolve("model.onnx")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(detector.name() + "() has no ONNX form; keep it with save(folder), or fit one that has:"
                            + " autoencoder(), deepSad(), deepSvdd(), devNet(), mlpClassifier(), robustAutoencoder(),"
                            + " vae()");
            assertThat(folder.resolve("model.onnx")).doesNotExist();
        }
    }

    @Test
    void windows_are_refused(@TempDir Path folder) {
        try (FittedDetector fitted = experiment("onnx")
                .data(Catalogue.sine(300).windows(8))
                .model(new GruAutoencoder().hidden(4).epochs(1))
                .fit()) {
            assertThatThrownBy(() -> fitted.toOnnx(folder.resolve("model.onnx")))
                    .hasMessage(
                            "gruAutoencoder() was fitted on windows(8), and ONNX export is for models of single rows;"
                                    + " keep this one with save(folder)");
        }
    }

    @Test
    void a_layer_that_has_no_onnx_form_is_refused_by_its_word() {
        Autoencoder shaped = new Autoencoder()
                .encoder(new Layers().reshape(COLUMNS, 1).conv(2).flatten().dense(2))
                .epochs(1);
        try (TrainedModel model = shaped.fit(rows(), FitContext.of(1))) {
            OnnxGraph graph = new OnnxGraph("test");
            assertThatThrownBy(
                            () -> model.onnx(graph.input("rows", ElementType.FLOAT, COLUMNS), new Score.ModelScore()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("conv(..) has no ONNX form; dense, batchNorm, layerNorm, dropout, reshape, flatten and"
                            + " the activations have; keep this detector with save(folder)");
        }
    }
}

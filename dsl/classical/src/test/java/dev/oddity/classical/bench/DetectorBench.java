package dev.oddity.classical.bench;

import dev.oddity.core.detector.Detector;
import dev.oddity.core.detector.FitContext;
import dev.oddity.core.detector.Progress;
import dev.oddity.core.detector.Score;
import dev.oddity.core.detector.TrainedModel;
import dev.oddity.core.evaluation.Metrics;
import dev.oddity.core.evaluation.Predictions;
import dev.oddity.datasets.Features;
import dev.oddity.reproducibility.SeedStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Prints ROC-AUC, average precision, F1 at the true rate, and seconds, for detectors on a matrix of little-endian float32
 * {@code NAME.train.f32}, {@code NAME.test.f32}, labels {@code NAME.y.u8} (1 = anomaly) and a number of columns {@code
 * NAME.cols}.
 *
 * <pre>DetectorBench FOLDER/NAME [DETECTOR[,PARAMETER=NUMBER]… …]</pre>
 */
public final class DetectorBench {

    private DetectorBench() {}

    public static void main(String[] arguments) throws IOException {
        String data = arguments[0];
        int columns = Integer.parseInt(Files.readString(Path.of(data + ".cols")).strip());
        Features train = Features.of(floats(Path.of(data + ".train.f32")), columns);
        Features test = Features.of(floats(Path.of(data + ".test.f32")), columns);
        boolean[] anomaly = labels(Path.of(data + ".y.u8"));
        System.out.printf("%s: train %s, test %s%n", data, train, test);
        System.out.println("| detector | ROC-AUC | AP | F1 at true rate | fit s | score test s |");
        for (String words : Arrays.asList(arguments).subList(1, arguments.length)) {
            measure(detector(words), train, test, anomaly);
        }
    }

    private static void measure(Detector detector, Features train, Features test, boolean[] anomaly) {
        FitContext context =
                new FitContext(new SeedStream(42), Progress.NONE, warning -> System.out.println("  " + warning));
        long start = System.nanoTime();
        try (TrainedModel model = detector.fit(train, context)) {
            double fitted = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            double[] scores = model.score(test, new Score.ModelScore());
            double scored = (System.nanoTime() - start) / 1e9;
            Predictions predictions = new Predictions(scores, anomaly, 0);
            System.out.printf(
                    "| %s | %.4f | %.4f | %.4f | %.2f | %.2f |%n",
                    detector,
                    Metrics.rocAuc().of(predictions),
                    Metrics.averagePrecision().of(predictions),
                    Metrics.f1AtTrueRate().of(predictions),
                    fitted,
                    scored);
        }
    }

    private static Detector detector(String words) {
        List<String> parts = List.of(words.split(","));
        Detector detector = ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(parts.get(0)))
                .findFirst()
                .orElseThrow();
        for (String setting : parts.subList(1, parts.size())) {
            String[] pair = setting.split("=");
            Object value = pair[1].matches("[-.0-9e]+") ? Double.valueOf(pair[1]) : pair[1];
            detector = detector.with(detector.parameters().with(pair[0], value));
        }
        return detector;
    }

    private static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        return numbers;
    }

    private static boolean[] labels(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean[] anomaly = new boolean[bytes.length];
        for (int row = 0; row < bytes.length; row++) {
            anomaly[row] = bytes[row] == 1;
        }
        return anomaly;
    }
}

package dev.oddity.core.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {

    @TempDir
    private Path folder;

    @Test
    void events_are_byte_for_byte_those_that_tensorboard_writes() throws IOException {
        List<Double> losses = IntStream.range(0, 300).mapToObj(i -> i / 7.0).toList();
        RecordedRun run = run(List.of(fit(42, List.of(.5, "NaN"), .9), fit(43, losses, .95)));

        TensorBoard.write(new RunRow(run, run.recorded().get(0)), folder);

        assertThat(folder.resolve("fraud-or-not/r1/vae-latent-8/events.out.tfevents.1795334403.oddity"))
                .hasBinaryContent(fixture());
    }

    private static Map<String, Object> fit(int seed, List<?> losses, double rocAuc) {
        return Map.of(
                "seed", seed,
                "history", Map.of("loss", losses),
                "metrics", Map.of("rocAuc", rocAuc),
                "facts", Map.of(),
                "threshold", Map.of("value", 1));
    }

    private static RecordedRun run(List<Map<String, Object>> fits) {
        return RecordedRun.of(Map.ofEntries(
                Map.entry("id", "r1"),
                Map.entry("kind", "evaluate"),
                Map.entry("identity", "ab"),
                Map.entry("sentence", "experiment(..)"),
                Map.entry("started", "2026-11-22T08:00:03.123Z"),
                Map.entry(
                        "experiment",
                        Map.of("name", "fraud / or not?", "models", List.of(Map.of()), "seeds", List.of())),
                Map.entry("words", Map.of("metrics", List.of(), "models", List.of(Map.of()))),
                Map.entry("environment", Map.of()),
                Map.entry("data", Map.of("sha256", "cd")),
                Map.entry(
                        "models",
                        List.of(Map.of(
                                "name", "vae().latent(8)", "model", Map.of("parameters", Map.of()), "runs", fits)))));
    }

    private static byte[] fixture() throws IOException {
        try (InputStream file = TensorBoardTest.class.getResourceAsStream("tensorboard.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Base64.getDecoder()
                    .decode(text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining()));
        }
    }
}

package dev.oddity.reproducibility;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A process of its own that keeps runs: {@code RunWriter FOLDER COUNT}. */
final class RunWriter {

    private RunWriter() {}

    public static void main(String[] arguments) {
        RunStore store = RunStore.at(Path.of(arguments[0]));
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            store.keep(Map.of(
                    "format", RunStore.FORMAT, "id", RunId.at(Instant.now()), "text", "x".repeat(1 << 16), "run", run));
        }
    }
}

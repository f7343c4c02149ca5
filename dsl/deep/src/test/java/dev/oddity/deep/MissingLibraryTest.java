package dev.oddity.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.core.detector.FitContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, since an engine that opened stays open. */
class MissingLibraryTest {

    @Test
    void every_fit_says_why_the_library_does_not_load(@TempDir Path folder) throws IOException, InterruptedException {
        Files.createFile(folder.resolve(System.mapLibraryName("torch")));

        List<String> told = fitTwiceWithLibraryIn(folder);

        assertThat(told)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("java.lang.IllegalStateException: PyTorch's native library does not load on "
                                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (")
                        .contains(folder.toString())
                        .endsWith("); add ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier linux-x86_64,"
                                + " linux-aarch64, osx-aarch64 or win-x86_64 to the class path, or name an installed libtorch"
                                + " 2.7.1 with PYTORCH_LIBRARY_PATH"));
    }

    private static List<String> fitTwiceWithLibraryIn(Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FitTwice.class.getName());
        builder.environment().put("PYTORCH_LIBRARY_PATH", folder.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            List<String> told = lines.toList();
            process.waitFor();
            return told;
        }
    }

    static final class FitTwice {

        private FitTwice() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    new Autoencoder().epochs(1).fit(TrainingTest.rows(10, 2, 1), FitContext.of(1));
                } catch (Throwable failure) {
                    System.out.println(failure);
                }
            }
        }
    }
}

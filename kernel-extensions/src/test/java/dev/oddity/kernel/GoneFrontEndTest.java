package dev.oddity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oddity.kernel.wire.KernelClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front end that is gone without a word, as when its terminal is closed. */
class GoneFrontEndTest {

    @TempDir
    private Path folder;

    /** A process in a front end's place: it lives until its input ends. */
    static final class FrontEnd {

        private FrontEnd() {}

        public static void main(String[] arguments) throws IOException {
            System.in.readAllBytes();
        }
    }

    @Test
    void takes_its_kernel_along_which_does_what_cells_left_to_its_end() throws Exception {
        Process frontEnd = new ProcessBuilder(
                        KernelSpec.ofThisJvm().java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrontEnd.class.getName())
                .start();
        Path left = folder.resolve("left");
        try (KernelClient kernel = KernelClient.start(
                KernelSpec.ofThisJvm().arguments(), folder, Map.of("JPY_PARENT_PID", "" + frontEnd.pid()))) {
            kernel.execute("Runtime.getRuntime().addShutdownHook(new Thread(() -> {"
                    + " try { Files.createFile(Path.of(\"" + left + "\")); } catch (IOException e) { } }));");

            frontEnd.getOutputStream().close();

            assertThat(kernel.awaitEnd()).isZero();
        }
        assertThat(left).exists();
    }
}

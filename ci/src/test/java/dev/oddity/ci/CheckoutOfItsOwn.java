package dev.oddity.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty checkout of Oddity for each test. */
abstract class CheckoutOfItsOwn {

    @TempDir
    Path root;

    @BeforeEach
    final void checkout() throws IOException {
        Files.createDirectories(root.resolve("ci"));
        Files.createFile(root.resolve("ci/notebooks"));
        Files.createDirectories(root.resolve("notebooks"));
    }
}

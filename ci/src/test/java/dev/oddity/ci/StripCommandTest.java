package dev.oddity.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

/** {@code ci/notebooks strip} from the outside. */
class StripCommandTest extends CommandTest {

    @Test
    void a_notebook_that_ran_is_again_as_it_was_written() throws IOException {
        notebook("a", "metrics {}", "out x");
        parameters("a", "int epochs = 5;");
        Path written = root.resolve("notebooks/a.ipynb");
        assertThat(run("strip", "a")).isZero();
        String before = Files.readString(written);
        assertThat(run(
                        "run",
                        "a",
                        "--kernel",
                        fake(),
                        "--set",
                        "epochs=7",
                        "--output",
                        root.resolve("o").toString()))
                .isZero();
        Path executed = root.resolve("o/a.ipynb");
        assertThat(Files.readString(executed)).contains("injected-parameters").contains("\"execution\"");

        assertThat(run("strip", executed.toString())).isZero();

        assertThat(out.toString()).isEqualTo("a: stripped" + System.lineSeparator());
        assertThat(Files.readString(executed))
                .doesNotContain("injected-parameters")
                .doesNotContain("execution\"")
                .doesNotContain("\"run\"");
        assertThat(cells(Files.readString(executed))).isEqualTo(cells(before));
    }

    @Test
    void one_without_anything_of_a_run_is_not_touched() throws IOException {
        notebook("a", "out x");
        Path file = root.resolve("notebooks/a.ipynb");
        assertThat(run("strip")).isZero();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);

        assertThat(run("strip")).isZero();

        assertThat(out.toString()).isEqualTo("a: nothing of a run in it" + System.lineSeparator());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    private static String cells(String notebook) {
        return notebook.substring(0, notebook.indexOf("\"metadata\": {", notebook.lastIndexOf("\"source\"")));
    }
}

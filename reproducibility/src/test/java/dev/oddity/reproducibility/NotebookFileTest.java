package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {

    @TempDir
    Path folder;

    @Test
    void its_code_is_known_by_the_sources_of_code_cells_alone() throws IOException {
        NotebookFile told = read("{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"# A\"},"
                + "{\"cell_type\":\"code\",\"source\":[\"int a = 1;\\n\",\"a\"],\"outputs\":[]}]}");
        NotebookFile executed = read("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"int a = 1;\\na\","
                + "\"execution_count\":1,\"outputs\":[{\"text\":\"1\"}]}]}");
        NotebookFile changed = read("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"int a = 2;\\na\"}]}");

        assertThat(told.codeSha256()).isEqualTo(Sha256.hex("int a = 1;\na")).isEqualTo(executed.codeSha256());
        assertThat(changed.codeSha256()).isNotEqualTo(told.codeSha256());
        assertThat(told.path()).isEqualTo(folder.resolve("a.ipynb"));
    }

    @Test
    void outside_of_notebooks_there_is_none() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{");

        assertThat(NotebookFile.running(Map.<String, String>of()::get)).isEmpty();
        assertThat(running("console-1")).isEmpty();
        assertThat(running("none.ipynb")).isEmpty();
        assertThat(running(broken.toString())).isEmpty();
    }

    private NotebookFile read(String json) throws IOException {
        return running(Files.writeString(folder.resolve("a.ipynb"), json).toString())
                .orElseThrow();
    }

    private static Optional<NotebookFile> running(String told) {
        return NotebookFile.running(Map.of(NotebookFile.VARIABLE, told)::get);
    }
}

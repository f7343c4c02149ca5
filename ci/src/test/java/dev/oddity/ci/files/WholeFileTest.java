package dev.oddity.ci.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void it_replaces_the_file_and_makes_its_folder() throws IOException {
        Path file = folder.resolve("new/file");

        WholeFile.write(file, "one");
        WholeFile.write(file, "two ä");

        assertThat(file).hasContent("two ä");
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_disk_that_is_full_costs_the_new_text_only() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path part = Files.createSymbolicLink(folder.resolve("file.part"), full);

        assertThatThrownBy(() -> WholeFile.write(file, "new"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");

        assertThat(file).hasContent("old");
        assertThat(part).doesNotExist();
    }

    @Test
    void what_a_killed_run_left_goes_with_the_next() throws IOException {
        Path half = Files.writeString(folder.resolve("file.part"), "ha");

        WholeFile.write(folder.resolve("file"), "whole");

        assertThat(half).doesNotExist();
    }
}

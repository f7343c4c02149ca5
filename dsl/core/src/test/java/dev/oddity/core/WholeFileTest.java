package dev.oddity.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @Test
    void it_may_be_read_by_whom_files_of_this_program_may_be(@TempDir Path folder) throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path plain = Files.write(folder.resolve("plain"), new byte[1]);
        Path whole = folder.resolve("whole");

        WholeFile.write(whole, new byte[1]);

        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void it_replaces_what_was_there(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        WholeFile.write(file, new byte[] {1, 2});

        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void nothing_is_left_when_it_cannot_be_written(@TempDir Path folder) throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();

        assertThatThrownBy(() -> WholeFile.write(taken, new byte[1])).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(taken));
        }
    }

    @Test
    void a_name_without_a_folder_is_of_the_folder_one_is_in() throws IOException {
        Path file = Path.of(UUID.randomUUID() + ".test");

        try {
            WholeFile.write(file, new byte[1]);

            assertThat(file).exists();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

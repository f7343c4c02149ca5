package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
        assertThat(names(file.getParent())).containsExactly("file");
    }

    @Test
    void who_holds_the_old_file_keeps_it_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path sameFile = Files.createLink(folder.resolve("link"), file);

        WholeFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(sameFile).hasContent("old");
    }

    @Test
    void a_disk_that_is_full_costs_the_new_content_only() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        WholeFile.Writing full = (part, bytes) -> {
            Files.write(part, new byte[10]);
            throw new IOException("No space left on device");
        };

        assertThatThrownBy(() -> WholeFile.write(file, new byte[20], full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file
                        + ": No space left on device; make room, or give another place that can" + " be written to");

        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void a_device_that_is_full_says_so() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");

        assertThatThrownBy(() -> WholeFile.write(full, new byte[1]))
                .hasMessageStartingWith("cannot write /dev/full: No space left on device; ");

        assertThat(full).exists();
    }

    @Test
    void what_is_no_file_is_written_into() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(HostCommand.output(folder, "mkfifo", pipe.toString()).isPresent(), "there are no named pipes here");
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<String> read = reader.submit(() -> Files.readString(pipe));

            WholeFile.write(pipe, "through");

            assertThat(read.get()).isEqualTo("through");
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void behind_a_link_the_file_it_leads_to_is_replaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void a_place_that_is_taken_by_a_folder_is_told_and_nothing_is_left() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/full")).getParent();

        assertThatThrownBy(() -> WholeFile.write(taken, new byte[1]))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + taken + ": ");

        assertThat(names(folder)).containsExactly("taken");
    }

    @Test
    void a_folder_that_is_a_file_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> WholeFile.write(file.resolve("inside"), ""))
                .hasMessageStartingWith("cannot write " + file.resolve("inside") + ": ")
                .hasMessageEndingWith("; make room, or give another place that can be written to");
    }

    @Test
    void of_two_writers_at_once_one_wins_whole() throws Exception {
        Path file = folder.resolve("file");
        String one = "1".repeat(100_000);
        String two = "2".repeat(100_000);
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> writing = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String content = i % 2 == 0 ? one : two;
                writing.add(() -> {
                    WholeFile.write(file, content);
                    assertThat(Files.readString(file)).isIn(one, two);
                    return null;
                });
            }
            for (Future<Void> each : writers.invokeAll(writing)) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void what_a_killed_writer_left_goes_with_a_writer_of_the_same_file_a_day_later() throws IOException {
        Path yesterday = Files.writeString(folder.resolve("file." + UUID.randomUUID() + ".part"), "ha");
        Files.setLastModifiedTime(yesterday, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path now = Files.writeString(folder.resolve("file." + UUID.randomUUID() + ".part"), "ha");
        Path anothers = Files.copy(yesterday, folder.resolve("fil." + UUID.randomUUID() + ".part"));
        Files.setLastModifiedTime(anothers, FileTime.from(Instant.EPOCH));

        WholeFile.write(folder.resolve("file"), "whole");

        assertThat(yesterday).doesNotExist();
        assertThat(now).exists();
        assertThat(anothers).exists();
    }

    @Test
    void an_interrupted_thread_writes_all_the_same() {
        Path file = folder.resolve("file");

        Thread.currentThread().interrupt();
        WholeFile.write(file, "kept");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("kept");
    }

    @Test
    void it_may_be_read_by_whom_files_of_this_program_may_be() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path plain = Files.write(folder.resolve("plain"), new byte[1]);
        Path whole = folder.resolve("whole");

        WholeFile.write(whole, new byte[1]);

        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(Files.getPosixFilePermissions(plain));
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

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

package dev.oddity.ci.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

    private static final long HERE = ProcessHandle.current().pid();

    @TempDir
    Path temporary;

    @Test
    void the_keys_of_a_process_that_is_there_stay() throws IOException {
        Path now = left(ConnectionFile.prefix(ProcessHandle.current()) + "77");
        Path earlierVersion = left("oddity-kernel-" + HERE + "-77");

        ConnectionFile.sweep(temporary);

        assertThat(now).exists();
        assertThat(earlierVersion).exists();
    }

    @Test
    void a_process_that_got_the_number_of_an_earlier_one_does_not_guard_its_keys() throws IOException {
        long hourAgo = Instant.now().minusSeconds(3600).toEpochMilli();
        Path reused = left("oddity-kernel-" + HERE + "-" + (hourAgo - 86_400_000) + "-77");

        ConnectionFile.sweep(temporary);

        assertThat(reused).doesNotExist();
    }

    @Test
    void keys_of_a_process_that_is_gone_are_taken_away_and_nothing_else() throws IOException {
        long none = Long.MAX_VALUE / 10;
        Path gone = left("oddity-kernel-" + none + "-1700000000000-77");
        Path another = left("oddity-kernel-notes-77");

        ConnectionFile.sweep(temporary);

        assertThat(gone).doesNotExist();
        assertThat(another).exists();
    }

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("connection.json"), "{}");
        return folder;
    }
}

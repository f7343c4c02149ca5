package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class HostCommandTest {

    private static final Path HERE = Path.of("");

    @Test
    void a_command_is_heard_to_its_end_and_only_if_it_succeeds() {
        assertThat(HostCommand.output(HERE, "sh", "-c", "echo a; echo b")).contains("a\nb");
        assertThat(HostCommand.output(HERE, "sh", "-c", "echo a; exit 3")).isEmpty();
        assertThat(HostCommand.output(HERE, "no-such-command-anywhere")).isEmpty();
        assertThat(HostCommand.beginning(HERE, 2, Map.of(), "sh", "-c", "yes a | head -c 10000000"))
                .contains("a\n");
    }

    @Test
    void what_one_says_when_it_fails_is_told_and_that_there_is_none() {
        assertThat(HostCommand.complaint(HERE, "sh", "-c", "echo a")).isEmpty();
        assertThat(HostCommand.complaint(HERE, "sh", "-c", "echo a; echo b >&2; exit 3"))
                .contains("a\nb");
        assertThatThrownBy(() -> HostCommand.complaint(HERE, "no-such-command-anywhere"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot start no-such-command-anywhere");
    }

    @Test
    void one_that_hangs_tells_nothing_and_is_ended() throws IOException, InterruptedException {
        Process hanging = new ProcessBuilder("sleep", "60").start();

        assertThat(HostCommand.printed(hanging, 100, Duration.ofMillis(50))).isEmpty();
        assertThat(hanging.waitFor()).isNotZero();
    }

    @Test
    void nor_does_one_whose_child_keeps_its_output_or_that_closed_it_before() throws IOException {
        Process script = new ProcessBuilder("sh", "-c", "echo a; sleep 60; echo b").start();
        Process silent = new ProcessBuilder("sh", "-c", "echo a; exec 1>&-; sleep 60").start();

        assertThat(HostCommand.printed(script, 100, Duration.ofMillis(500))).isEmpty();
        assertThat(HostCommand.printed(silent, 100, Duration.ofMillis(500))).isEmpty();
    }
}

package dev.oddity.ci.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oddity.kernel.wire.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSessionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Kernels that are meant to fail need not be waited for. */
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(50), MINUTE);

    @TempDir
    Path folder;

    @Test
    void an_execution_is_heard_from_busy_to_idle_and_no_further() {
        Heard heard = new Heard();
        try (KernelSession kernel = KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE)) {
            assertThat(kernel.info()
                            .getAsJsonObject("language_info")
                            .get("name")
                            .getAsString())
                    .isEqualTo("fake");

            assertThat(kernel.execute("out a\nlate b", MINUTE, heard)).isEqualTo(Ending.REPLIED);
            assertThat(kernel.execute("out c", MINUTE, heard)).isEqualTo(Ending.REPLIED);
        }

        assertThat(heard.types)
                .containsExactly("busy", "execute_input", "a", "b", "idle", "busy", "execute_input", "c", "idle");
        assertThat(heard.replies).containsExactly("execute_reply", "execute_reply");
    }

    @Test
    void what_the_process_itself_prints_goes_to_the_log() throws Exception {
        KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE).close();

        assertThat(Files.readString(log())).contains("fake kernel starts");
    }

    @Test
    void a_kernel_that_dies_is_noticed_and_its_last_words_are_heard() {
        Heard heard = new Heard();
        try (KernelSession kernel = KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE)) {
            assertThat(kernel.execute("die 9", MINUTE, heard)).isEqualTo(Ending.DIED);

            assertThat(kernel.deathNote()).isEqualTo("the kernel 'fake' ended with exit code 9; see " + log());
        }
    }

    @Test
    void a_cell_that_takes_too_long_is_interrupted() {
        Heard heard = new Heard();
        try (KernelSession kernel = KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE)) {
            assertThat(kernel.execute("out before\nhang", Duration.ofMillis(300), heard))
                    .isEqualTo(Ending.TIMED_OUT);
        }

        assertThat(heard.types).contains("before", "Interrupted: by message", "idle");
    }

    @Test
    void a_kernel_that_hears_nothing_is_killed_in_the_end() {
        Set<Long> before = children();
        Set<Long> started;
        try (KernelSession kernel = KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE, SHORT)) {
            assertThat(kernel.execute("deaf", Duration.ofMillis(100), new Heard()))
                    .isEqualTo(Ending.TIMED_OUT);
            started = children();
            started.removeAll(before);
            assertThat(started).hasSize(1);
        }

        assertThat(children()).doesNotContainAnyElementsOf(started);
    }

    @Test
    void a_kernel_without_a_heartbeat_counts_as_dead() {
        Patience brief = new Patience(MINUTE, MINUTE, MINUTE, Duration.ofMillis(50), Duration.ofMillis(500));
        try (KernelSession kernel =
                KernelSession.start(FakeKernel.spec(folder, "heartless"), folder, log(), MINUTE, brief)) {
            assertThat(kernel.execute("hang", MINUTE, new Heard())).isEqualTo(Ending.DIED);

            assertThat(kernel.deathNote())
                    .isEqualTo("the kernel 'fake' does not answer its heartbeat any more; see " + log());
        }
    }

    @Test
    void a_question_to_the_user_gets_an_empty_answer() {
        Heard heard = new Heard();
        try (KernelSession kernel = KernelSession.start(FakeKernel.spec(folder), folder, log(), MINUTE)) {
            kernel.execute("ask", MINUTE, heard);
        }

        assertThat(heard.types).contains("got ''");
    }

    @Test
    void a_kernel_that_never_answers_is_given_up() {
        assertThatThrownBy(() -> KernelSession.start(
                        FakeKernel.spec(folder, "mute"), folder, log(), Duration.ofSeconds(1), SHORT))
                .isInstanceOf(KernelException.class)
                .hasMessage("the kernel 'fake' was not ready after 1 s; see " + log());
    }

    @Test
    void a_kernel_that_ends_at_once_is_told_from_a_slow_one() {
        assertThatThrownBy(() -> KernelSession.start(FakeKernel.spec(folder, "broken"), folder, log(), MINUTE))
                .isInstanceOf(KernelException.class)
                .hasMessage("the kernel 'fake' ended with exit code 7; see " + log() + " (it never was ready)");
    }

    @Test
    void a_kernel_that_cannot_be_talked_to_is_not_left_behind() {
        ConnectionFile free = ConnectionFile.create();
        ConnectionFile keyless =
                new ConnectionFile(free.shell(), free.iopub(), free.stdin(), free.control(), free.heartbeat(), "");
        Set<Long> before = children();

        assertThatThrownBy(() ->
                        KernelSession.start(FakeKernel.spec(folder, "mute"), folder, log(), MINUTE, SHORT, keyless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Empty key");
        assertThat(before).containsAll(children());
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    void a_command_that_is_not_there_is_named() {
        KernelSpec missing = new KernelSpec("gone", List.of("/no/such/java"), "Gone", "java", true, Map.of(), folder);

        assertThatThrownBy(() -> KernelSession.start(missing, folder, log(), MINUTE))
                .isInstanceOf(KernelException.class)
                .hasMessageStartingWith("cannot start the kernel 'gone': ")
                .hasMessageContaining("/no/such/java");
    }

    private Path log() {
        return folder.resolve("kernel.log");
    }

    /** What is published, in order: texts and states in place of the types of streams and status. */
    private static final class Heard implements ExecutionListener {

        private final List<String> types = new ArrayList<>();
        private final List<String> replies = new ArrayList<>();

        @Override
        public void published(Message message) {
            types.add(
                    switch (message.type()) {
                        case "status" -> message.text("execution_state");
                        case "stream" -> message.text("text");
                        case "error" -> message.text("ename") + ": " + message.text("evalue");
                        default -> message.type();
                    });
        }

        @Override
        public void displayUpdated(Message message) {
            types.add(message.type());
        }

        @Override
        public void replied(Message reply) {
            replies.add(reply.type());
        }
    }
}

package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    @TempDir
    Path folder;

    @Test
    void runs_are_read_as_they_were_kept_oldest_first() {
        RunStore store = RunStore.at(folder.resolve("new/runs"));
        assertThat(store.read().runs()).isEmpty();

        Instant now = Instant.parse("2026-11-22T08:10:03.123Z");
        Map<String, Object> later = run(RunId.at(now.plusMillis(1)), "figure", .1 + .2);
        Map<String, Object> earlier = run(RunId.at(now), "figure", 1e-300);
        store.keep(later);
        Path file = store.keep(earlier);

        assertThat(store.read().runs()).containsExactly(earlier, later);
        assertThat(store.read().warnings()).isEmpty();
        assertThat(RunStore.read(file)).isEqualTo(earlier);
        assertThat(RunStore.read(file.getParent())).isEqualTo(earlier);
        assertThat(earlier.get("id").toString()).matches("20261122-081003-123-[0-9a-f]{8}");
    }

    @Test
    void a_run_is_never_replaced() {
        RunStore store = RunStore.at(folder);
        store.keep(run("one", "figure", 1L));

        assertThatThrownBy(() -> store.keep(run("one", "figure", 2L))).isInstanceOf(UncheckedIOException.class);

        assertThat(store.read().runs()).containsExactly(run("one", "figure", 1L));
        assertThat(names()).containsExactly("one");
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_is_shown() throws IOException {
        RunStore store = RunStore.at(folder);
        store.keep(run("whole", "figure", 1L));
        broken("truncated", "{\"format\":\"oddity-run/1\",\"id\":\"trunc");
        broken("foreign", "{\"name\":\"someone else's\"}");
        broken("newer", "{\"format\":\"oddity-run/2\"}");
        broken("list", "[1]");
        Files.write(Files.createDirectory(folder.resolve("binary")).resolve("run.json"), new byte[] {(byte) 0xff, 0});
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("notes.txt"), "a file of the user's own");

        RunStore.Contents contents = store.read();

        assertThat(contents.runs()).containsExactly(run("whole", "figure", 1L));
        assertThat(contents.warnings())
                .containsExactly(
                        file("binary")
                                + " is damaged: it is not text in UTF-8; give it as it was written; it is left out",
                        "there is no " + file("empty") + "; it is left out",
                        file("foreign") + " is no run of Oddity: its format is null, not oddity-run/1; it is left out",
                        file("list") + " is no run of Oddity: its format is null, not oddity-run/1; it is left out",
                        file("newer") + " is written as oddity-run/2 by another version of Oddity; this one reads"
                                + " oddity-run/1, so make it again with that version; it is left out",
                        contents.warnings().get(5));
        assertThat(contents.warnings().get(5))
                .startsWith(file("truncated") + " is damaged: ")
                .contains("line 1: a text has no end: ")
                .endsWith("; it is left out");
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing_behind() {
        RunStore full = new RunStore(folder, (file, bytes) -> {
            Files.write(file, new byte[10]);
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> full.keep(run("one", "figure", 1L)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the run is not kept in " + folder + ": No space left on device; make room, or name another"
                        + " folder, or off, with ODDITY_RUNS or -Doddity.runs");

        assertThat(names()).isEmpty();
    }

    @Test
    void a_store_that_is_a_file_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("runs"), "");

        assertThatThrownBy(() -> RunStore.at(file).keep(run("one", "figure", 1L)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the run is not kept in " + file + ": ");
        assertThatThrownBy(() -> RunStore.at(file).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        file + " is a file, and runs are kept in a folder, each in one of its own; name that folder");
    }

    @Test
    void an_interrupted_thread_keeps_its_run_all_the_same() {
        RunStore store = RunStore.at(folder);

        Thread.currentThread().interrupt();
        store.keep(run("one", "figure", 1L));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.read().runs()).hasSize(1);
    }

    @Test
    void two_processes_at_once_keep_all_their_runs() throws Exception {
        Process first = writer(40);
        Process second = writer(40);

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();

        RunStore.Contents contents = RunStore.at(folder).read();
        assertThat(contents.runs()).hasSize(80).doesNotHaveDuplicates();
        assertThat(contents.warnings()).isEmpty();
    }

    @Test
    void a_process_killed_while_it_writes_leaves_whole_runs_only() throws Exception {
        Process writer = writer(1_000_000);
        while (writer.isAlive() && names().size() < 5) {
            Thread.onSpinWait();
        }
        writer.destroyForcibly().waitFor();

        RunStore.Contents contents = RunStore.at(folder).read();
        assertThat(contents.runs()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(contents.warnings()).isEmpty();
        RunStore.at(folder).keep(run("next", "figure", 1L));
        assertThat(RunStore.at(folder).read().runs()).hasSize(contents.runs().size() + 1);
    }

    @Test
    void what_a_killed_writer_left_is_hidden_and_swept_a_day_later() throws IOException {
        Path yesterday = Files.createDirectory(folder.resolve(".part-yesterday"));
        Files.writeString(yesterday.resolve("run.json"), "{\"form");
        Files.setLastModifiedTime(yesterday, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.createDirectory(folder.resolve(".part-now"));
        RunStore store = RunStore.at(folder);

        assertThat(store.read().warnings()).isEmpty();
        store.keep(run("one", "figure", 1L));

        assertThat(names()).containsExactlyInAnyOrder(".part-now", "one");
    }

    @Test
    void its_place_is_named_by_property_then_variable_then_custom_or_switched_off() {
        Map<String, String> home = Map.of("user.home", folder.toString());

        assertThat(RunStore.chosen(home::get, Map.<String, String>of()::get)
                        .orElseThrow()
                        .folder())
                .isEqualTo(folder.resolve(".oddity/runs"));
        assertThat(RunStore.chosen(home::get, Map.of("ODDITY_RUNS", folder + "/v")::get)
                        .orElseThrow()
                        .folder())
                .isEqualTo(folder.resolve("v"));
        assertThat(RunStore.chosen(Map.of("oddity.runs", folder + "/p")::get, Map.of("ODDITY_RUNS", folder + "/v")::get)
                        .orElseThrow()
                        .folder())
                .isEqualTo(folder.resolve("p"));
        assertThat(RunStore.chosen(home::get, Map.of("ODDITY_RUNS", "off")::get))
                .isEmpty();
    }

    @Test
    void an_id_cannot_lead_out_of_the_folder() {
        assertThatThrownBy(() -> RunStore.at(folder).keep(run("../one", "figure", 1L)))
                .hasMessage("a run's id is 1 to 64 letters, digits and hyphens, not '../one'");
    }

    private static Map<String, Object> run(String id, String name, Object value) {
        return Map.of("format", RunStore.FORMAT, "id", id, name, value);
    }

    private void broken(String name, String text) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("run.json"), text);
    }

    private Path file(String run) {
        return folder.resolve(run).resolve("run.json");
    }

    private List<String> names() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process writer(int runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(runs))
                .inheritIO()
                .start();
    }
}

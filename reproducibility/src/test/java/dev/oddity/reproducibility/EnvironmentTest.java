package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void this_machine_is_described() {
        Environment here = Environment.capture(folder, Map.of("DJL", "0.35.1"));

        assertThat(here.javaVersion())
                .startsWith(Integer.toString(Runtime.version().feature()));
        assertThat(here.javaVendor()).isNotBlank();
        assertThat(here.os()).contains(System.getProperty("os.arch"));
        assertThat(here.cpu()).isNotBlank();
        assertThat(here.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.memoryBytes())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(here.libraries()).containsExactly(Map.entry("DJL", "0.35.1"));
    }

    @Test
    void its_tree_has_one_spelling() {
        Environment environment = new Environment(
                "V",
                "17",
                "OS",
                "CPU",
                List.of("avx2"),
                2,
                1L << 60,
                List.of("GPU, 1.2, 8 MiB"),
                new TreeMap<>(Map.of("OMP_NUM_THREADS", "1")),
                Optional.of(new Commit("ab", Optional.of(new Patch(List.of("?? new"), "diff", true)))),
                new TreeMap<>(Map.of("a", "1")));

        assertThat(CanonicalJson.of(environment.tree()))
                .isEqualTo("{\"commit\":{\"dirty\":true,\"id\":\"ab\",\"patch\":{\"files\":[\"?? new\"],"
                        + "\"text\":\"diff\",\"whole\":true}},\"cores\":2,\"cpu\":\"CPU\","
                        + "\"gpus\":[\"GPU, 1.2, 8 MiB\"],"
                        + "\"java\":{\"vendor\":\"V\",\"version\":\"17\"},\"libraries\":{\"a\":\"1\"},"
                        + "\"librariesSha256\":\"" + Sha256.hex("{\"a\":\"1\"}") + "\","
                        + "\"memoryBytes\":\"1152921504606846976\",\"oddity\":\"" + OddityVersion.CURRENT
                        + "\",\"os\":\"OS\",\"simd\":[\"avx2\"],"
                        + "\"variables\":{\"OMP_NUM_THREADS\":\"1\"}}");
    }

    @Test
    void the_processor_is_read_as_linux_writes_it() throws IOException {
        Path cpuinfo = folder.resolve("cpuinfo");
        Files.writeString(cpuinfo, "processor\t: 0\nmodel name\t: Fast CPU @ 3.0GHz: two\nmodel name\t: Other\n");

        assertThat(Processor.linux(cpuinfo)).contains("Fast CPU @ 3.0GHz: two");
        assertThat(Processor.linux(folder.resolve("none"))).isEmpty();
    }

    @Test
    void instruction_sets_are_those_that_native_kernels_choose_between() throws IOException {
        Path cpuinfo = folder.resolve("cpuinfo");
        Files.writeString(cpuinfo, "model name\t: Fast\nflags\t\t: fpu avx512f fma avx2 xsave avx\nflags\t: none\n");
        Path arm = Files.writeString(folder.resolve("arm"), "Features\t: fp asimd sve\n");

        assertThat(Processor.instructionSets(cpuinfo)).containsExactly("avx", "fma", "avx2", "avx512f");
        assertThat(Processor.instructionSets(arm)).containsExactly("asimd", "sve");
        assertThat(Processor.instructionSets(folder.resolve("none"))).isEmpty();
    }

    @Test
    void the_working_folder_tells_its_commit_like_any_other() {
        Path here = Path.of("");
        Assumptions.assumeTrue(Commit.of(here.toAbsolutePath()).isPresent(), "these tests do not run in a checkout");

        assertThat(Commit.of(here).orElseThrow().id())
                .isEqualTo(Commit.of(here.toAbsolutePath()).orElseThrow().id());
    }

    @Test
    void a_checkout_tells_its_commit_and_whether_it_was_changed() throws Exception {
        Assumptions.assumeTrue(HostCommand.output(folder, "git", "--version").isPresent(), "git is not installed");
        assertThat(Commit.of(folder)).isEmpty();

        git("init", "-q");
        assertThat(Commit.of(folder)).isEmpty();
        Files.writeString(folder.resolve("a"), "1");
        git("add", "a");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "First");

        Commit clean = Commit.of(folder).orElseThrow();
        assertThat(clean.id()).matches("[0-9a-f]{40}");
        assertThat(clean.dirty()).isFalse();
        assertThat(clean).hasToString(clean.id());

        Files.writeString(folder.resolve("a"), "2");
        Files.writeString(folder.resolve("b"), "new");
        Commit changed = Commit.of(folder).orElseThrow();
        assertThat(changed).hasToString(clean.id() + " with changes");
        Patch patch = changed.patch().orElseThrow();
        assertThat(patch.files()).containsExactly(" M a", "?? b");
        assertThat(patch.whole()).isTrue();
        git("checkout", "-q", "a");
        Path file = Files.writeString(folder.resolve("a.patch"), patch.text());
        git("apply", file.toString());
        assertThat(folder.resolve("a")).hasContent("2");
    }

    @Test
    void of_large_changes_the_beginning_is_kept_and_it_says_so() {
        Patch patch = Patch.bounded(Collections.nCopies(201, " M a"), "x".repeat(100_001));

        assertThat(patch.files()).hasSize(200);
        assertThat(patch.text()).hasSize(100_000);
        assertThat(patch.whole()).isFalse();
        assertThat(Patch.bounded(List.of(" M a"), "x").whole()).isTrue();
    }

    @Test
    void of_the_variables_only_those_are_told_that_move_figures() {
        assertThat(Environment.told(Map.of("OMP_NUM_THREADS", "4", "PASSWORD", "secret")))
                .containsExactly(Map.entry("OMP_NUM_THREADS", "4"));
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(HostCommand.output(folder, command.toArray(String[]::new))).isPresent();
    }
}

package dev.oddity.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
                Optional.of(new Commit("ab", Optional.of(new Patch(List.of("?? new"), "diff", List.of(), true)))),
                new TreeMap<>(Map.of("a", "1")));

        String built = OddityVersion.COMMIT
                .map(commit -> ",\"oddityCommit\":\"" + commit + "\"")
                .orElse("");
        assertThat(CanonicalJson.of(environment.tree()))
                .isEqualTo("{\"commit\":{\"dirty\":true,\"id\":\"ab\",\"patch\":{\"files\":[\"?? new\"],"
                        + "\"text\":\"diff\",\"whole\":true}},\"cores\":2,\"cpu\":\"CPU\","
                        + "\"gpus\":[\"GPU, 1.2, 8 MiB\"],"
                        + "\"java\":{\"vendor\":\"V\",\"version\":\"17\"},\"libraries\":{\"a\":\"1\"},"
                        + "\"librariesSha256\":\"" + Sha256.hex("{\"a\":\"1\"}") + "\","
                        + "\"memoryBytes\":\"1152921504606846976\",\"oddity\":\"" + OddityVersion.CURRENT
                        + "\"" + built + ",\"os\":\"OS\",\"simd\":[\"avx2\"],"
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
    void of_the_variables_only_those_are_told_that_move_figures() {
        assertThat(Environment.told(Map.of("OMP_NUM_THREADS", "4", "PASSWORD", "secret")))
                .containsExactly(Map.entry("OMP_NUM_THREADS", "4"));
    }
}

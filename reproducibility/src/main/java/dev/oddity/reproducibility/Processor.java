package dev.oddity.reproducibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The processor's model name, which Linux, macOS and Windows each keep elsewhere, and what it can do. */
final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /** Of x86 and of ARM, as PyTorch, MKL and oneDNN tell kernels apart by them. */
    private static final List<String> CHOSEN_BETWEEN = List.of(
            "sse4_2",
            "avx",
            "fma",
            "avx2",
            "avx512f",
            "avx512bw",
            "avx512_vnni",
            "avx512_bf16",
            "amx_bf16",
            "asimd",
            "sve",
            "bf16");

    private Processor() {}

    static String model() {
        return linux(LINUX)
                .or(() -> HostCommand.output(Path.of("."), "sysctl", "-n", "machdep.cpu.brand_string"))
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(System.getProperty("os.arch"));
    }

    /** Of the instruction sets that native kernels choose between, those it has; none where the host does not tell. */
    static List<String> instructionSets() {
        return instructionSets(LINUX);
    }

    static List<String> instructionSets(Path cpuinfo) {
        Set<String> flags = first(cpuinfo, "flags")
                .or(() -> first(cpuinfo, "Features"))
                .map(line -> Set.copyOf(List.of(line.split(" "))))
                .orElse(Set.of());
        return CHOSEN_BETWEEN.stream().filter(flags::contains).toList();
    }

    /** The first {@code model name} of a file in the form of {@code /proc/cpuinfo}; ARM kernels write none. */
    static Optional<String> linux(Path cpuinfo) {
        return first(cpuinfo, "model name");
    }

    private static Optional<String> first(Path cpuinfo, String key) {
        if (!Files.isReadable(cpuinfo)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
